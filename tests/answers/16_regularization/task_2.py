#: tests · weight decay in the loss and decoupled from it, in Momentum: what the velocity remembers, which arrays decay, in place, a rate that changes
#: right · shrinks first
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: right · the whole change at once
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for key in params:
            p, g = params[key], 1.0 * grads[key]
            shrink = 0.0
            if key in self.names:
                if self.decoupled:
                    shrink = self.lr * self.weight_decay
                else:
                    g += self.weight_decay * p
            if key not in self.v:
                self.v[key] = np.zeros_like(p)
            self.v[key] *= self.mu
            self.v[key] -= self.lr * g
            p[...] = p * (1 - shrink) + self.v[key]

#: right · two loops, zeros made at the start
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        if not self.v:
            self.v = {name: np.zeros_like(p) for name, p in params.items()}
        old = {name: p.copy() for name, p in params.items()}
        for name in params:
            penalty = self.weight_decay * old[name] * (name in self.names)
            slope = grads[name] + penalty * (not self.decoupled)
            self.v[name][:] = self.mu * self.v[name] - self.lr * slope
            params[name] += self.v[name]
        for name in params:
            if self.decoupled and name in self.names:
                np.subtract(params[name], self.lr * self.weight_decay * old[name], out=params[name])

#: wrong · always in the loss · names "came into the velocity"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if True:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            p += v

#: wrong · always decoupled · names "knows nothing of the decay"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if True:
                p -= self.lr * lam * p
            p += v

#: wrong · the two ways exchanged · names "came into the velocity"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if not self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · decoupled decay also goes into v · names "came into the velocity"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            if self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            p += v

#: wrong · both at once · names "twice, in the slope"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if True:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · no decay · names "there is no decay"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · decoupled decay is forgotten · names "there is no decay"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            p += v

#: wrong · lr is missing in the decoupled decay · names "factor lr is missing"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= lam * p
            p += v

#: wrong · lr twice in the decoupled decay · names "factor lr twice"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * self.lr * lam * p
            p += v

#: wrong · weights grow · names "wrong sign"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p += self.lr * lam * p
            p += v

#: wrong · sign of the penalty's slope · names "the sign is wrong"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g - lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · decay after the step · names "came after the step"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            p += v
            if self.decoupled:
                p -= self.lr * lam * p

#: wrong · the penalty's slope with a factor 2 · names "without a factor of 2"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + 2 * lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · the penalty's slope with a factor ½ · names "factor of ½"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + 0.5 * lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · the penalty itself · names "its slope is asked for"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam / 2 * p**2
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · L1 in the loss · names "slope of λ · |p|"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * np.sign(p)
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · L1, decoupled · names "not by its sign"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * np.sign(p)
            p += v

#: wrong · penalty's slope times lr before it joins · names "factor lr twice"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + self.lr * lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · penalty joins the velocity without lr · names "the factor lr as well"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            v = self.mu * self.v.get(name, 0) - self.lr * g
            if not self.decoupled:
                v = v - lam * p
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · all arrays decay · names "not in names"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · matrices decay, whatever names says · names "not in names"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if p.ndim > 1 else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · names that begin with W decay · names "names"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name.startswith("W") else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · the first name alone, right in the visible test · names "whatever its name or shape"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name == next(iter(self.names), None) else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · part of a name is enough, right in the visible test · names "whole names count"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if any(name in one for one in self.names) else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · velocity not remembered · names "not remembered"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = -self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · velocity as a running mean · names "1 − μ"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - (1 - self.mu) * self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · velocity the wrong way · names "climbs"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) + self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · a new array · names "is a new array now"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                v = v - self.lr * lam * p
            params[name] = p + v

#: wrong · a local name only · names "No array in params has changed"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p = p - self.lr * lam * p
            p = p + v

#: wrong · changes grads · names "changed grads"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g += lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · rate kept from the start · names "read it in each update"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.rate, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.rate * g
            self.v[name] = v
            if self.decoupled:
                p -= self.rate * lam * p
            p += v

#: wrong · decay with the first rate · names "self.lr counts in the decay"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}
        self.rate = lr

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.rate * lam * p
            p += v

#: wrong · one velocity for all arrays of a shape, right in the visible test
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(p.shape, 0) - self.lr * g
            self.v[p.shape] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · the velocity shrinks · names "the velocity shrinks"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                v *= 1 - self.lr * lam
            p += v

#: wrong · lr is missing on the slope of the loss · names "missing on the slope of the loss"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · names must be a list · names "not subscriptable"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names[:] else 0
            g = grads[name]
            if not self.decoupled:
                g = g + lam * p
            v = self.mu * self.v.get(name, 0) - self.lr * g
            self.v[name] = v
            if self.decoupled:
                p -= self.lr * lam * p
            p += v

#: wrong · the ball stops where all slopes are 0, right in the visible test · names "still carries it on"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            if name in self.names:
                if self.decoupled:
                    p *= 1 - self.lr * self.weight_decay
                else:
                    g = g + self.weight_decay * p
            if np.any(g):
                self.v[name] = self.mu * self.v.get(name, 0) - self.lr * g
                p += self.v[name]

#: wrong · a name that holds one of names decays, right in the visible test · names "whole names count"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            if any(part in name for part in self.names):
                if self.decoupled:
                    p *= 1 - self.lr * self.weight_decay
                else:
                    g = g + self.weight_decay * p
            self.v[name] = self.mu * self.v.get(name, 0) - self.lr * g
            p += self.v[name]

#: wrong · lr outside of the velocity, right in the visible test · names "stays as it is"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            if name in self.names:
                if self.decoupled:
                    p *= 1 - self.lr * self.weight_decay
                else:
                    g = g + self.weight_decay * p
            self.v[name] = self.mu * self.v.get(name, 0) + g
            p -= self.lr * self.v[name]

#: wrong · Nesterov's look ahead · names "looks ahead"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            if name in self.names and self.decoupled:
                p *= 1 - self.lr * self.weight_decay
            elif name in self.names:
                g = g + self.weight_decay * p
            self.v[name] = self.mu * self.v.get(name, 0) - self.lr * g
            p += self.mu * self.v[name] - self.lr * g

#: wrong · plain gradient descent for what is not in names · names "has no velocity"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            if name in self.names and self.decoupled:
                p *= 1 - self.lr * self.weight_decay
            elif name in self.names:
                g = g + self.weight_decay * p
            if name not in self.names:
                p -= self.lr * g
                continue
            self.v[name] = self.mu * self.v.get(name, 0) - self.lr * g
            p += self.v[name]

#: wrong · what is not in names is left alone · names "has not moved"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            if name in self.names and self.decoupled:
                p *= 1 - self.lr * self.weight_decay
            elif name in self.names:
                g = g + self.weight_decay * p
            if name in self.names:
                self.v[name] = self.mu * self.v.get(name, 0) - self.lr * g
                p += self.v[name]

#: wrong · the velocity is the array in grads · names "not the one in grads"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            lam = self.weight_decay if name in self.names else 0
            old = self.v.get(name, 0)
            self.v[name] = grads[name]
            self.v[name] *= -self.lr
            self.v[name] += self.mu * old - (0 if self.decoupled else self.lr * lam * p)
            p += self.v[name] - (self.lr * lam * p if self.decoupled else 0)

#: wrong · vectors do not decay, also where they are named · names "whatever its shape"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            if name in self.names and p.ndim > 1 and self.decoupled:
                p *= 1 - self.lr * self.weight_decay
            elif name in self.names and p.ndim > 1:
                g = g + self.weight_decay * p
            self.v[name] = self.mu * self.v.get(name, 0) - self.lr * g
            p += self.v[name]

#: wrong · every name must be in params · names "KeyError: 'beta'"
class DecayingMomentum:
    def __init__(self, lr, mu, weight_decay, names, decoupled):
        self.lr, self.mu, self.weight_decay = lr, mu, weight_decay
        self.names, self.decoupled, self.v = names, decoupled, {}

    def update(self, params, grads):
        slopes = {name: g.copy() for name, g in grads.items()}
        for name in self.names:
            if self.decoupled:
                params[name] *= 1 - self.lr * self.weight_decay
            else:
                slopes[name] += self.weight_decay * params[name]
        for name, p in params.items():
            self.v[name] = self.mu * self.v.get(name, 0) - self.lr * slopes[name]
            p += self.v[name]
