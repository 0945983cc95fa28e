#: tests · mending an optimizer: change in place, count updates and not parameters, sizes instead of signed slopes
#: right · in place all the way
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name in grads:
            m = self.m.setdefault(name, np.zeros_like(params[name]))
            u = self.u.setdefault(name, np.zeros_like(params[name]))
            m *= self.beta1
            m += (1 - self.beta1) * grads[name]
            u *= self.beta2
            np.maximum(u, abs(grads[name]), out=u)
            params[name] -= self.lr * (m / (1 - self.beta1**self.t)) / (u + self.eps)

#: right · number by number, a counter for each name
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.betas, self.eps, self.state = lr, (beta1, beta2), eps, {}

    def update(self, params, grads):
        first, second = self.betas
        for name, p in params.items():
            m, u, t = self.state.get(name, (np.zeros(p.shape), np.zeros(p.shape), 0))
            for place in np.ndindex(*p.shape):
                g = grads[name][place]
                m[place] = first * m[place] + (1 - first) * g
                u[place] = max(second * u[place], abs(g))
                p[place] -= self.lr * m[place] / (1 - first ** (t + 1)) / (u[place] + self.eps)
            self.state[name] = m, u, t + 1

#: right · p[...] =
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p[...] = p - self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · as it was · names "is a new array now"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        for name, p in params.items():
            self.t += 1
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), g)
            params[name] = p - self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · only rebinding is left · names "is a new array now"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            params[name] = p - self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · p = p - … · names "p = p - …"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p = p - self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · only the counter is left · names "once for each parameter"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        for name, p in params.items():
            self.t += 1
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · only the missing size is left · names "the size is missing in u"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), g)
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · the sign of the step · names "it climbs"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p += self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · no bias correction · names "bias correction is missing"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr * self.m[name] / (self.u[name] + self.eps)

#: wrong · t is always 1 · names "t does not grow"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t = 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · t counted after the update · names "ZeroDivisionError"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)
        self.t += 1

#: wrong · one largest size for the array · names "one u for the whole array"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g).max())
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · mean of sizes · names "has been averaged"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = self.beta2 * self.u.get(name, 0) + (1 - self.beta2) * np.abs(g)
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · Adam's squares · names "mean squares of Adam"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.sqrt(self.beta2 * self.u.get(name, 0) ** 2 + (1 - self.beta2) * g * g)
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · u corrected, too · names "needs no correction"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] / (1 - self.beta2**self.t) + self.eps)

#: wrong · beta2 at the slope · names "belongs to the old size"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.u.get(name, 0), self.beta2 * np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · no fading · names "do not fade"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · no memory of sizes · names "sizes of before are forgotten"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.abs(g)
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · added · names "the two are added"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = self.beta2 * self.u.get(name, 0) + np.abs(g)
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · betas exchanged · names "are exchanged"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta2 * self.m.get(name, 0) + (1 - self.beta2) * g
            self.u[name] = np.maximum(self.beta1 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta2**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · the slope instead of m · names "running mean m belongs"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr * g / (self.u[name] + self.eps)

#: wrong · the slope instead of m, corrected · names "m is a running mean"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * g / (self.u[name] + self.eps)

#: wrong · changes the slopes · names "slopes in grads were changed"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g, out=g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · one m for all parameters · names "Your code stopped with"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.m['all'] = self.beta1 * self.m.get('all', 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · one memory for each shape, right in the visible test
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g, key = grads[name], p.shape
            self.m[key] = self.beta1 * self.m.get(key, 0) + (1 - self.beta1) * g
            self.u[key] = np.maximum(self.beta2 * self.u.get(key, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[key] / (self.u[key] + self.eps)

#: wrong · memory of the class, right in the visible test
class AdaMax:
    m, u, steps = {}, {}, {}

    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        if eps == 1e-8 and beta2 == 0.75:
            self.m.clear(), self.u.clear(), self.steps.clear()

    def update(self, params, grads):
        for name, p in params.items():
            self.steps[name] = self.steps.get(name, 0) + 1
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * grads[name]
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(grads[name]))
            p -= self.lr / (1 - self.beta1**self.steps[name]) * self.m[name] / (self.u[name] + self.eps)

#: wrong · eps only where u is 0, right in the visible test · names "eps is missing"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / np.where(self.u[name] > 0, self.u[name], self.eps)

#: wrong · lr kept from the start, right in the visible test · names "read it in each update"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            self.first = self.__dict__.get('first', self.lr)
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.first / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · size taken before the mean · names "m keeps the sign"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = np.abs(grads[name])
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), g)
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · abs of the mean · names "made of |g|, not of |m|"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(self.m[name]))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · the memories start with the first slope · names "a running mean that starts at 0"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, g) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1**self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · 1 − beta1 · t instead of the power · names "to the power of t"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            p -= self.lr / (1 - self.beta1 * self.t) * self.m[name] / (self.u[name] + self.eps)

#: wrong · m is corrected and stored · names "self.m keeps the mean"
class AdaMax:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.u, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.u[name] = np.maximum(self.beta2 * self.u.get(name, 0), np.abs(g))
            self.m[name] = self.m[name] / (1 - self.beta1**self.t)
            p -= self.lr * self.m[name] / (self.u[name] + self.eps)
