#: tests · an optimizer from its description: the memory from before, decay apart from the slopes, state for each parameter
#: right · in place all the way
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, g in grads.items():
            m = self.memory.setdefault(name, np.zeros_like(g))
            direction = np.sign(m * self.alpha + g * (1 - self.alpha))
            params[name] *= 1 - self.lr * self.decay
            params[name] -= self.lr * direction
            m *= self.beta
            m += (1 - self.beta) * g

#: right · number by number
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            m = np.zeros(p.shape) if name not in self.memory else m
            for place in np.ndindex(*p.shape):
                c = self.alpha * m[place] + (1 - self.alpha) * g[place]
                p[place] -= self.lr * ((c > 0) - 1.0 * (c < 0) + self.decay * p[place])
                m[place] += (1 - self.beta) * (g[place] - m[place])
            self.memory[name] = m

#: wrong · memory renewed first · names "renewed first"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            m = self.beta * m + (1 - self.beta) * g
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = m

#: wrong · alpha and beta exchanged · names "alpha and beta are exchanged"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.beta * m + (1 - self.beta) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.alpha * m + (1 - self.alpha) * g

#: wrong · sign of the renewed memory · names "its sign was taken"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            self.memory[name] = self.beta * m + (1 - self.beta) * g
            p -= self.lr * (np.sign(self.memory[name]) + self.decay * p)

#: wrong · sign of the slope · names "only the newest slope"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            p -= self.lr * (np.sign(g) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · the mixture kept as memory · names "kept as the memory"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = c

#: wrong · memory never renewed · names "stays 0"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)

#: wrong · alpha at the slope · names "share of the memory"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = (1 - self.alpha) * m + self.alpha * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · climbs · names "it climbs"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p += self.lr * (np.sign(c) - self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · no sign · names "the sign is missing"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (c + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · no learning rate · names "learning rate is missing"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= np.sign(c) + self.lr * self.decay * p
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · sign of the old memory only · names "the first memory is 0"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            p -= self.lr * (np.sign(m) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · no decay · names "decay is missing"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * np.sign(c)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · decay in the slopes · names "came into the slopes"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name] + self.decay * p, self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * np.sign(c)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · decay without lr · names "needs the factor lr"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * np.sign(c) + self.decay * p
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · decay makes weights grow · names "weights are to shrink"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) - self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · decay after the step · names "takes the p from before"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * np.sign(c)
            p -= self.lr * self.decay * p
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · decay of the size · names "not by its sign"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * np.sign(p))
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · rebinding · names "is a new array now"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            params[name] = p - self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · p = p - … · names "p = p - …"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p = p - self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · changes the slopes · names "slopes in grads were changed"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            g *= 1 - self.beta
            self.memory[name] = self.beta * m + g

#: wrong · one memory for all · names "Your code stopped with"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get('all', 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory['all'] = self.beta * m + (1 - self.beta) * g

#: wrong · one memory for each shape, right in the visible test
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(p.shape, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[p.shape] = self.beta * m + (1 - self.beta) * g

#: wrong · biases do not decay, right in the visible test · names "biases decay like all others"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p * (p.ndim > 1))
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · division for the sign · names "the sign of 0 is 0"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (c / np.abs(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · where for the sign, right in the visible test · names "exactly 0, so is its sign"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.where(c > 0, 1, -1) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · lr kept from the start, right in the visible test · names "read it in each update"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            self.first = self.__dict__.get('first', self.lr)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.first * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · beta is the share of the slope · names "memory and slope are mixed wrongly"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = (1 - self.beta) * m + self.beta * g

#: wrong · memory is the last slope · names "memory and slope are mixed wrongly"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = 1.0 * g

#: wrong · running mean of mixtures · names "went into the memory"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * c

#: wrong · decay inside the sign · names "came into the sign"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c + self.decay * p))
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · the mean of the signs: sign before the mixture · names "without sign or correction"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * np.sign(g)
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · a bias correction on the memory · names "memory and slope are mixed wrongly"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        self.t = getattr(self, "t", 0) + 1
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m / max(1 - self.beta ** (self.t - 1), 1 - self.beta) + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · the first memory is the slope · names "at first the memory is 0"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, grads[name])
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g

#: wrong · the memory of the signs · names "not of their signs"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (np.sign(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * np.sign(g)

#: wrong · mix / |mix|: 0 / 0 where the mixture is 0 · names "the sign of 0 is 0"
class Lion:
    def __init__(self, lr, alpha=0.9, beta=0.99, decay=0.0):
        self.lr, self.alpha, self.beta, self.decay = lr, alpha, beta, decay
        self.memory = {}

    def update(self, params, grads):
        for name, p in params.items():
            g, m = grads[name], self.memory.get(name, 0)
            c = self.alpha * m + (1 - self.alpha) * g
            p -= self.lr * (c / np.abs(c) + self.decay * p)
            self.memory[name] = self.beta * m + (1 - self.beta) * g
