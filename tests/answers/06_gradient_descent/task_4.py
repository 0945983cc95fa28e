#: tests · that all gradients of a step belong to one place; copies of a dictionary's arrays

#: right · two loops, arrays replaced
def train(loss, params, lr, iterations):
    now = {}
    for name in params:
        now[name] = np.array(params[name])
    losses = [loss(now)]
    for _ in range(iterations):
        gradients = {}
        for name in now:
            gradients[name] = numerical_gradient(lambda _: loss(now), now[name])
        now = {name: now[name] - lr * gradients[name] for name in now}
        losses.append(loss(now))
    return now, losses

#: right · deepcopy, own differences, losses as an array
import copy
def train(loss, params, lr, iterations):
    now = copy.deepcopy(params)
    losses = np.zeros(iterations + 1)
    losses[0] = loss(now)
    for k in range(iterations):
        gradients = []
        for name, value in now.items():
            g = np.zeros(value.shape)
            for i in np.ndindex(value.shape):
                keep = value[i]
                value[i] = keep + 1e-4
                up = loss(now)
                value[i] = keep - 1e-4
                g[i] = (up - loss(now)) / 2e-4
                value[i] = keep
            gradients.append(g)
        for value, g in zip(now.values(), gradients):
            value -= lr * g
        losses[k + 1] = loss(now)
    return now, losses

#: right · a new dictionary for every measurement
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        params = {name: value - lr * numerical_gradient(lambda v, name=name: loss({**params, name: v}), value.copy())
                  for name, value in params.items()}
        losses.append(loss(params))
    return params, losses

#: wrong · as given · names "before any parameter moves"
def train(loss, params, lr, iterations):
    losses = [loss(params)]
    for _ in range(iterations):
        for name in params:
            gradient = numerical_gradient(lambda _: loss(params), params[name])
            params[name] -= lr * gradient
        losses.append(loss(params))
    return params, losses

#: wrong · a copy, but still one after the other · names "before any parameter moves"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        for name in params:
            params[name] -= lr * numerical_gradient(lambda _: loss(params), params[name])
        losses.append(loss(params))
    return params, losses

#: wrong · all at once, but in the caller's arrays · names "caller's dictionary"
def train(loss, params, lr, iterations):
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · a new dictionary with the same arrays · names "caller's dictionary"
def train(loss, params, lr, iterations):
    params = dict(params)
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · new arrays in the caller's dictionary · names "caller's dictionary"
def train(loss, params, lr, iterations):
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] = params[name] - lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · measures on a copy that the loss never sees · names "very array"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name].copy()) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · the loss looks at the old dictionary · names "very array"
def train(loss, params, lr, iterations):
    now = {name: value.copy() for name, value in params.items()}
    losses = [loss(now)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), now[name]) for name in now}
        for name in now:
            now[name] -= lr * gradients[name]
        losses.append(loss(now))
    return now, losses

#: wrong · uphill · names "uphill"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] += lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · no learning rate · names "learning rate is missing"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · the gradients are measured only once · names "measured anew"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
    for _ in range(iterations):
        for name in params:
            params[name] -= lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · no loss of the start · names "loss at the start is missing"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = []
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · no loss of the end · names "last iteration is missing"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = []
    for _ in range(iterations):
        losses.append(loss(params))
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]
    return params, losses

#: wrong · the return stands inside the loop · names "only one iteration was taken"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]
        losses.append(loss(params))
        return params, losses

#: wrong · the step stands after the loop over the names: only the last one moves · names "each parameter takes a step"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            pass
        params[name] -= lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · returns only the dictionary · names "two things"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]
    return params

#: wrong · forgets to return · names "return"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]

#: wrong · the two in the other order · names "first comes the dictionary"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            params[name] -= lr * gradients[name]
        losses.append(loss(params))
    return losses, params

#: wrong · only vectors: the slopes of a matrix's first row
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            if params[name].ndim == 1:
                params[name] -= lr * gradients[name]
            else:
                params[name][0] -= lr * gradients[name][0]
        losses.append(loss(params))
    return params, losses

#: wrong · forward differences with a coarse h
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {}
        for name, value in params.items():
            gradients[name] = np.zeros(value.shape)
            for i in np.ndindex(value.shape):
                here = loss(params)
                value[i] += 1e-3
                gradients[name][i] = (loss(params) - here) / 1e-3
                value[i] -= 1e-3
        for name in params:
            params[name] -= lr * gradients[name]
        losses.append(loss(params))
    return params, losses

#: wrong · hands the loss itself to numerical_gradient · names "whole dictionary"
def train(loss, params, lr, iterations):
    params = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        steps = {name: numerical_gradient(loss, params[name]) for name in params}
        for name in params:
            params[name] -= lr * steps[name]
        losses.append(loss(params))
    return params, losses

#: right · new arrays in a dictionary of copies
def train(loss, params, lr, iterations):
    mine = {name: value.copy() for name, value in params.items()}
    losses = [loss(params)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(params), params[name]) for name in params}
        for name in params:
            mine[name] = params[name] - lr * gradients[name]
        losses.append(loss(mine))
        params = mine
    return mine, losses

#: wrong · only the names of the test
def train(loss, params, lr, iterations):
    w, a, b = params["w"].copy(), params["a"].copy(), params["b"].copy()
    mine = {"w": w, "a": a, "b": b}
    losses = [loss(mine)]
    for _ in range(iterations):
        gw, ga, gb = (numerical_gradient(lambda _: loss(mine), p) for p in (w, a, b))
        w -= lr * gw
        a -= lr * ga
        b -= lr * gb
        losses.append(loss(mine))
    return mine, losses

#: wrong · losses of the caller's dictionary · names "ask for the loss of your own"
def train(loss, params, lr, iterations):
    mine = {name: value.copy() for name, value in params.items()}
    losses = [loss(mine)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(mine), mine[name]) for name in mine}
        for name in mine:
            mine[name] -= lr * gradients[name]
        losses.append(loss(params))
    return mine, losses

#: wrong · a loss after each parameter · names "after each parameter"
def train(loss, params, lr, iterations):
    mine = {name: value.copy() for name, value in params.items()}
    losses = [loss(mine)]
    for _ in range(iterations):
        gradients = {name: numerical_gradient(lambda _: loss(mine), mine[name]) for name in mine}
        for name in mine:
            mine[name] -= lr * gradients[name]
            losses.append(loss(mine))
    return mine, losses

#: wrong · no iterations: hands back the caller's own dictionary · names "with 0 iterations"
def train(loss, params, lr, iterations):
    if iterations == 0:
        return params, [loss(params)]
    mine = {name: value.copy() for name, value in params.items()}
    gradients = {name: numerical_gradient(lambda _: loss(mine), mine[name]) for name in mine}
    for name in mine:
        mine[name] -= lr * gradients[name]
    end, losses = train(loss, mine, lr, iterations - 1)
    return end, [loss(params)] + losses

#: wrong · one gradient for all of them · names "one gradient for each name"
def train(loss, params, lr, iterations):
    mine = {name: value.copy() for name, value in params.items()}
    losses = [loss(mine)]
    for _ in range(iterations):
        for name in mine:
            gradient = numerical_gradient(lambda _: loss(mine), mine[name])
        for name in mine:
            mine[name] -= lr * gradient
        losses.append(loss(mine))
    return mine, losses
