#: tests · a gradient check at a place where nothing is equal or 0; relative errors, nan, missing slopes, errors

#: right · helpers' numerical gradient
def sound(Net):
    from helpers.gradient import numerical_gradient
    rng = np.random.default_rng(3)
    net = Net(6, 5, 3, rng, 0.3)
    for value in net.params.values():
        value[...] = rng.normal(0, 0.6, value.shape)
    x, t = rng.normal(0, 1, (11, 6)), np.arange(11) % 3
    try:
        own = {name: np.copy(value) for name, value in net.gradient(x, t).items()}
    except Exception:
        return False
    errors = []
    for name, value in net.params.items():
        if name not in own or np.shape(own[name]) != value.shape:
            return False
        right = numerical_gradient(lambda _: net.loss(x, t), value)
        length = np.linalg.norm(right) + np.linalg.norm(own[name])
        errors.append(np.linalg.norm(right - own[name]) / length if length else 0.0)
    return bool(np.all(np.array(errors) < 1e-5))

#: right · along random directions, from three starts
def sound(Net):
    rng = np.random.default_rng(1)
    for N, D, H, K, leak in [(7, 5, 4, 3, 0.2), (4, 3, 6, 5, 0.7), (9, 6, 7, 2, 0.01)]:
        net = Net(D, H, K, rng, leak)
        for value in net.params.values():
            value += 0.4 * rng.standard_normal(value.shape)
        x, t = rng.standard_normal((N, D)), np.arange(N) % K
        try:
            own = net.gradient(x, t)
        except Exception:
            return False
        for name, value in net.params.items():
            if np.shape(own.get(name)) != value.shape:
                return False
            for _ in range(3):
                way, before = rng.standard_normal(value.shape), value.copy()
                value[...] = before + 1e-6 * way
                above = net.loss(x, t)
                value[...] = before - 1e-6 * way
                below = net.loss(x, t)
                value[...] = before
                said, found = np.sum(own[name] * way), (above - below) / 2e-6
                if said != found and not abs(said - found) < 1e-4 * (abs(said) + abs(found)):
                    return False
    return True

#: wrong · everything square · names "more pictures than there are classes"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(3, 3, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((3, 3)), np.array([0, 1, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · as many pictures as classes · names "more pictures than there are classes"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((3, 5)), np.array([0, 1, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · biases stay 0 · names "biases are 0"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · a leak of a half · names "leak of 0.5"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.5)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · pixels from 0 to 1 · names "below 0"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.random((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · a single picture · names "several pictures"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((1, 5)), np.array([2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · only the first entry of each · names "look at every entry"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in [(0,) * value.ndim]:
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = abs(measured[place]) + abs(own[name][place])
        difference = abs(measured[place] - own[name][place])
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · nan slips through · names "nan"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if difference > 0 and difference / size > 1e-5:
            return False
    return True

#: wrong · a limit of one per cent · names "limit is too wide"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 0.01):
            return False
    return True

#: wrong · an absolute limit · names "relative one"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference < 1e-5):
            return False
    return True

#: wrong · np.allclose as it is · names "relative one"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        if not np.allclose(own[name], measured, rtol=1e-4, atol=1e-6):
            return False
    return True

#: wrong · missing slopes are passed over · names "no slope for b1"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own:
            continue
        if own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · shapes are broadcast · names "shape (1, K)"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · 0/0 · names "0/0 is nan"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference / size < 1e-5):
            return False
    return True

#: wrong · errors come out · names "or stops at"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · lengths compared · names "wrong sign"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = abs(np.sqrt(np.sum(measured**2)) - np.sqrt(np.sum(own[name] ** 2)))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · h far too small · names "is h right"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-13
            above = net.loss(x, t)
            value[place] = before - 1e-13
            measured[place] = (above - net.loss(x, t)) / 2e-13
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · one-sided · names "both sides"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-2
            above = net.loss(x, t)
            value[place] = before
            measured[place] = (above - net.loss(x, t)) / 1e-2
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · by the order of the names · names "another order"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for value, (name, slope) in zip(net.params.values(), own.items()):
        if slope.shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · says yes to all · names "wrong sign"
def sound(Net):
    return True

#: wrong · says no to all · names "whose gradient is right"
def sound(Net):
    return False

#: wrong · the other way round · names "whose gradient is right"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return 1 > 0
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return 1 > 0
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return 1 > 0
    return False

#: wrong · returns the error · names "True or False"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return difference

#: wrong · only W1 and W2 · names "is a parameter left out"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    for name in ("W1", "W2"):
        value = net.params[name]
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        if not (difference == 0 or difference / size < 1e-5):
            return False
    return True

#: wrong · the sum of all errors against all lengths · names "limit is too wide"
def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(5, 4, 3, rng, 0.2)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x, t = rng.standard_normal((7, 5)), np.array([0, 1, 2, 2, 1, 0, 2])
    try:
        own = {name: np.array(slope) for name, slope in net.gradient(x, t).items()}
    except Exception:
        return False
    total, whole = 0.0, 0.0
    for name, value in net.params.items():
        if name not in own or own[name].shape != value.shape:
            return False
        measured = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            before = value[place]
            value[place] = before + 1e-5
            above = net.loss(x, t)
            value[place] = before - 1e-5
            measured[place] = (above - net.loss(x, t)) / 2e-5
            value[place] = before
        size = np.sqrt(np.sum(measured**2)) + np.sqrt(np.sum(own[name] ** 2))
        difference = np.sqrt(np.sum((measured - own[name]) ** 2))
        total, whole = total + difference, whole + size
    return bool(total / whole < 1e-3)

#: right · as the hints say
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: right · lesson 05's helpers
from helpers.gradient import numerical_gradient, relative_error

def sound(Net):
    rng = np.random.default_rng(0)
    net = Net(3, 6, 4, rng, 0.3)
    for p in net.params.values():
        p += 0.3 * rng.standard_normal(p.shape)
    x, t = rng.normal(size=(11, 3)), rng.integers(4, size=11)
    try:
        said = net.gradient(x, t)
        return all(relative_error(said[n], numerical_gradient(lambda _: net.loss(x, t), p)) < 1e-5 for n, p in net.params.items())
    except Exception:
        return False

#: right · three networks, one after the other
def sound(Net, seeds=(0, 1, 2)):
    if not seeds:
        return True
    rng = np.random.default_rng(seeds[0])
    d, h, k, n = [(3, 7, 4, 9), (6, 2, 3, 5), (4, 5, 6, 8)][seeds[0]]
    net = Net(d, h, k, rng, [0.1, 0.3, 0.7][seeds[0]])
    for name in net.params:
        net.params[name] = net.params[name] + rng.normal(0, 0.3, net.params[name].shape)
    x = rng.normal(size=(n, d))
    t = np.concatenate([np.arange(k), rng.integers(0, k, n - k)])
    try:
        g = {name: np.array(v, dtype=float) for name, v in net.gradient(x, t).items()}
    except Exception:
        return False
    for name in net.params:
        if name not in g or g[name].shape != net.params[name].shape:
            return False
        keep = net.params[name]
        m = np.empty(keep.shape)
        for i in range(keep.size):
            e = np.zeros(keep.size)
            e[i] = 1e-5
            e = e.reshape(keep.shape)
            net.params[name] = keep + e
            up = net.loss(x, t)
            net.params[name] = keep - e
            down = net.loss(x, t)
            net.params[name] = keep
            m.flat[i] = (up - down) / 2e-5
        total = np.sqrt((m**2).sum()) + np.sqrt((g[name]**2).sum())
        if total == 0:
            continue
        error = np.sqrt(((m - g[name])**2).sum()) / total
        if not error < 1e-5:
            return False
    return sound(Net, seeds[1:])

#: right · entry by entry, five points
def sound(Net):
    rng = np.random.default_rng(7)
    net = Net(5, 4, 3, rng, 0.25)
    for p in net.params.values():
        p[...] = rng.normal(0, 0.6, p.shape)
    x = rng.uniform(-1.5, 1.5, (13, 5))
    t = rng.integers(0, 3, 13)
    try:
        claimed = net.gradient(x, t)
        if not set(net.params) <= set(claimed):
            return False
        h = 1e-4
        for name, p in net.params.items():
            c = np.asarray(claimed[name])
            if c.shape != p.shape or not np.isfinite(c).all():
                return False
            flat, m = p.reshape(-1), []
            for i in range(flat.size):
                old, f = flat[i], {}
                for k in (-2, -1, 1, 2):
                    flat[i] = old + k * h
                    f[k] = net.loss(x, t)
                flat[i] = old
                m.append((8 * (f[1] - f[-1]) - (f[2] - f[-2])) / (12 * h))
            m = np.array(m).reshape(p.shape)
            scale = max(abs(m).max(), abs(c).max())
            if np.any(abs(m - c) > 1e-5 * scale):
                return False
    except Exception:
        return False
    return True

#: right · random directions for each parameter
def sound(Net):
    rng = np.random.default_rng(3)
    net = Net(4, 6, 3, rng, 0.3)
    for v in net.params.values():
        v += rng.normal(0, 0.3, v.shape)
    x, t = rng.normal(0, 1, (10, 4)), rng.integers(0, 3, 10)
    try:
        g = net.gradient(x, t)
    except Exception:
        return False
    ok = True
    for n, v in net.params.items():
        if n not in g or np.shape(g[n]) != np.shape(v):
            return False
        keep = v.copy()
        said, seen = [], []
        for _ in range(2 * v.size):
            u = rng.normal(size=v.shape)
            v[...] = keep + 1e-5 * u
            up = net.loss(x, t)
            v[...] = keep - 1e-5 * u
            down = net.loss(x, t)
            seen.append((up - down) / 2e-5)
            said.append(np.sum(u * g[n]))
        v[...] = keep
        said, seen = np.array(said), np.array(seen)
        ok = ok and bool(np.linalg.norm(said - seen) <= 3e-5 * (np.linalg.norm(said) + np.linalg.norm(seen)))
    return ok

#: right · copies of the network
import copy

def sound(Net):
    rng = np.random.default_rng(11)
    net = Net(6, 3, 5, rng, 0.15)
    for v in net.params.values():
        v += 0.3 * rng.standard_normal(v.shape)
    x, t = 2 * rng.standard_normal((8, 6)), np.array([0, 1, 2, 3, 4, 0, 2, 3])

    def at(name, i, move):
        other = copy.deepcopy(net)
        other.params[name].ravel()[i] += move
        return other.loss(x, t)

    try:
        g = copy.deepcopy(net).gradient(x, t)
    except Exception:
        return False
    errors = []
    for name, v in net.params.items():
        if g.get(name) is None or np.shape(g[name]) != v.shape:
            return False
        m = np.array([at(name, i, 1e-5) - at(name, i, -1e-5) for i in range(v.size)]).reshape(v.shape) / 2e-5
        size = np.linalg.norm(m) + np.linalg.norm(g[name])
        errors.append(np.linalg.norm(m - g[name]) / size if size != 0 else 0.0)
    return (np.array(errors) < 1e-5).all()

#: right · few units and two classes
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 5, 4, 3, 2, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = np.arange(N) % K
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · a leak of 0 · names "leak of 0 "
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.0
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · a leak of 1 · names "leak of 1 "
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 1.0
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · all labels 0 · names "labels are all the same"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = np.zeros(N, dtype=int)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · np.allclose with rtol 1e-4 · names "millionth"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not np.allclose(measured, slopes[name], rtol=1e-4):
            return False
    return True

#: wrong · np.allclose with its defaults · names "millionth"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not np.allclose(measured, slopes[name]):
            return False
    return True

#: wrong · only the four usual names · names "go through all that is in params"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name in ("W1", "b1", "W2", "b2"):
        value = net.params[name]
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · catches ValueError only · names "KeyError"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except ValueError:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · as many pictures as inputs · names "over the pixels"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 4, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · as many pictures as hidden units · names "over the hidden units"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 5, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · returns True inside the loop · names "after the first parameter"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
        return True

#: wrong · moves the parameters after gradient was called · names "at the same place"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · the entry is not put back · names "put back"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * size:
            return False
    return True

#: wrong · beside the larger of 1 and the length · names "relative one"
def sound(Net):
    rng = np.random.default_rng(1)
    N, D, H, K, leak = 7, 4, 5, 3, 0.2
    net = Net(D, H, K, rng, leak)
    for value in net.params.values():
        value += 0.3 * rng.standard_normal(value.shape)
    x = rng.standard_normal((N, D))
    t = rng.integers(0, K, N)
    try:
        slopes = net.gradient(x, t)
    except Exception:
        return False
    for name, value in net.params.items():
        if name not in slopes or np.shape(slopes[name]) != value.shape:
            return False
        measured = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            before = value[index]
            value[index] = before + 1e-5
            above = net.loss(x, t)
            value[index] = before - 1e-5
            below = net.loss(x, t)
            value[index] = before
            measured[index] = (above - below) / 2e-5
        size = np.linalg.norm(measured) + np.linalg.norm(slopes[name])
        difference = np.linalg.norm(measured - slopes[name])
        if not difference <= 1e-5 * max(1, size):
            return False
    return True
