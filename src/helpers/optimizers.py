"""Optimizers: how a gradient g changes the parameters p.

An optimizer keeps what it remembers under the parameters' names, so each network needs one of its own. The formulas are
those of the papers; where PyTorch writes them otherwise, the class says so.
Source: Goodfellow, Bengio, Courville, Deep Learning, sections 8.3 and 8.5.
"""

import numpy as np


class Optimizer:
    """What all optimizers share: a learning rate ``lr`` that may be changed at any time, and the check of names."""

    def __init__(self, lr):
        if not lr > 0:
            raise ValueError(f"the learning rate must be a positive number, not {lr}.")
        self.lr = float(lr)  # a NumPy float64 would turn float32 products into float64
        self.state = {}

    def update(self, params, grads):
        """Change params in place. params, grads: {name: array}, same names and shapes."""
        for name, parameter in params.items():
            if name not in grads:
                raise KeyError(f"there is no gradient for {name}; gradients came for {', '.join(grads) or 'nothing'}.")
            if parameter.shape != grads[name].shape:
                raise ValueError(f"{name} has shape {parameter.shape}, but its gradient has shape {grads[name].shape}.")
            self.update_one(name, parameter, grads[name])

    def update_one(self, name, parameter, grad):
        """Change one parameter in place."""
        raise NotImplementedError

    def remembered(self, name, parameter, what):
        """The array kept under this name for ``what``, of the parameter's shape and dtype; zeros at first."""
        kept = self.state.setdefault(name, {}).setdefault(what, np.zeros_like(parameter))
        if kept.shape != parameter.shape:
            raise ValueError(
                f"{name} has shape {parameter.shape}, but this optimizer remembers {kept.shape} for it. "
                f"Usual cause: it was used for another network; each one needs its own."
            )
        return kept


class SGD(Optimizer):
    """Stochastic gradient descent, a step of lr against the gradient: p ← p - lr·g."""

    def __init__(self, lr=0.1):
        super().__init__(lr)

    def update_one(self, name, parameter, grad):
        parameter -= self.lr * grad


class Momentum(Optimizer):
    """A ball that rolls, and is slowed down by friction: v ← momentum·v - lr·g, p ← p + v.

    Source: Polyak, 1964. PyTorch keeps the velocity without lr, which differs only when lr changes on the way.
    """

    def __init__(self, lr=0.01, momentum=0.9):
        super().__init__(lr)
        self.momentum = _share("momentum", momentum)

    def update_one(self, name, parameter, grad):
        v = self.remembered(name, parameter, "velocity")
        v *= self.momentum
        v -= self.lr * grad
        self._move(parameter, v, grad)

    def _move(self, parameter, v, grad):
        parameter += v


class Nesterov(Momentum):
    """Momentum that looks ahead: v ← momentum·v - lr·g, p ← p + momentum·v - lr·g.

    The gradient is meant at the place where the velocity alone would lead. To need it at p only, the
    parameters that are kept are those of that place.
    Source: Sutskever et al., On the importance of initialization and momentum, 2013, in the form of Bengio et al., 2012.
    PyTorch's is the same, but for the velocity as in Momentum.
    """

    def _move(self, parameter, v, grad):
        parameter += self.momentum * v
        parameter -= self.lr * grad


class AdaGrad(Optimizer):
    """A rate for each number, smaller the more it has moved: h ← h + g², p ← p - lr·g / (√h + eps).

    Source: Duchi, Hazan, Singer, 2011. PyTorch's eps is 1e-10 unless given.
    """

    def __init__(self, lr=0.01, eps=1e-8):
        super().__init__(lr)
        self.eps = _small("eps", eps)

    def update_one(self, name, parameter, grad):
        h = self.remembered(name, parameter, "squares")
        h += grad * grad
        parameter -= self.lr * grad / (np.sqrt(h) + self.eps)


class RMSProp(Optimizer):
    """AdaGrad that forgets: h ← decay·h + (1 - decay)·g², p ← p - lr·g / (√h + eps).

    Source: Tieleman and Hinton, lecture 6.5 of Neural Networks for Machine Learning, 2012. PyTorch calls decay alpha, and it
    is 0.99 there unless given; Goodfellow's book has eps under the root.
    """

    def __init__(self, lr=0.001, decay=0.9, eps=1e-8):
        super().__init__(lr)
        self.decay, self.eps = _share("decay", decay), _small("eps", eps)

    def update_one(self, name, parameter, grad):
        h = self.remembered(name, parameter, "squares")
        h *= self.decay
        h += (1 - self.decay) * (grad * grad)
        parameter -= self.lr * grad / (np.sqrt(h) + self.eps)


class Adam(Optimizer):
    """Running means of the gradient and of its square, both freed of their start at zero (bias correction).

    m ← beta1·m + (1 - beta1)·g, v ← beta2·v + (1 - beta2)·g², and at a parameter's step number t
    p ← p - lr · m / (1 - beta1ᵗ) / (√(v / (1 - beta2ᵗ)) + eps). So the first step is lr, whatever the gradient's size.
    Source: Kingma and Ba, Adam, 2015, algorithm 1. PyTorch's is the same.
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        super().__init__(lr)
        self.beta1, self.beta2 = _share("beta1", beta1), _share("beta2", beta2)
        self.eps = _small("eps", eps)

    def update_one(self, name, parameter, grad):
        m, v = (self.remembered(name, parameter, what) for what in ("mean", "squares"))
        t = self.state[name]["steps"] = self.state[name].get("steps", 0) + 1
        m *= self.beta1
        m += (1 - self.beta1) * grad
        v *= self.beta2
        v += (1 - self.beta2) * (grad * grad)
        # The corrections are numbers, so that they cost nothing: one goes into the rate, one behind the root.
        rate, correction = self.lr / (1 - self.beta1**t), (1 - self.beta2**t) ** 0.5
        parameter -= rate * m / (np.sqrt(v) / correction + self.eps)


def _share(name, value):
    if not 0 <= value < 1:
        raise ValueError(f"{name} must be a number from 0 to less than 1, not {value}.")
    return float(value)


def _small(name, value):
    if not value > 0:
        raise ValueError(f"{name} must be a small positive number such as 1e-8, not {value}.")
    return float(value)
