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

#: wrong · a single picture · names "with a single picture that is the same"
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

#: wrong · only the first entry of each · names "in some entries only"
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

#: wrong · only W1 and W2 · names "nan"
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
