"""Optimizers: how a gradient g changes the parameters p.

An optimizer keeps what it remembers under the parameters' names, so each network needs one of its own. The formulas are
those of the papers; where PyTorch writes them otherwise, the class says so. AdaGrad, RMSProp and Adam compute step by step in
arrays that they keep (``room``): the formula in one line would make up to six new arrays, and those take time.
Source: Goodfellow, Bengio, Courville, Deep Learning, sections 8.3 and 8.5.
"""

import math
from collections.abc import Iterable

import numpy as np

from helpers.checks import is_number, require_positive
from helpers.optimizer import Optimizer


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
        self.eps = require_positive("eps", eps)

    def update_one(self, name, parameter, grad):
        h = self.remembered(name, parameter, "squares")
        h += np.multiply(grad, grad, out=self.room(parameter))
        self._move(parameter, grad, h)

    def _move(self, parameter, grad, h):
        root = np.sqrt(h, out=self.room(parameter, 0))
        root += self.eps
        step = np.multiply(grad, self.lr, out=self.room(parameter, 1))
        step /= root
        parameter -= step


class RMSProp(AdaGrad):
    """AdaGrad that forgets: h ← decay·h + (1 - decay)·g², p ← p - lr·g / (√h + eps).

    Source: Tieleman and Hinton, lecture 6.5 of Neural Networks for Machine Learning, 2012. PyTorch calls decay alpha, and it
    is 0.99 there unless given; Goodfellow's book has eps under the root.
    """

    def __init__(self, lr=0.001, decay=0.9, eps=1e-8):
        super().__init__(lr, eps)
        self.decay = _share("decay", decay)

    def update_one(self, name, parameter, grad):
        h = self.remembered(name, parameter, "squares")
        h *= self.decay
        h += _weighted_square(1 - self.decay, grad, self.room(parameter))
        self._move(parameter, grad, h)


class Adam(Optimizer):
    """Running means of the gradient and of its square, both freed of their start at zero (bias correction).

    m ← beta1·m + (1 - beta1)·g, v ← beta2·v + (1 - beta2)·g², and at a parameter's step number t
    p ← p - lr · m / (1 - beta1ᵗ) / (√(v / (1 - beta2ᵗ)) + eps). So the first step is lr, whatever the gradient's size.
    Source: Kingma and Ba, Adam, 2015, algorithm 1. PyTorch's is the same.
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        super().__init__(lr)
        self.beta1, self.beta2 = _share("beta1", beta1), _share("beta2", beta2)
        self.eps = require_positive("eps", eps)

    def update_one(self, name, parameter, grad):
        m, v = (self.remembered(name, parameter, what) for what in ("mean", "squares"))
        t = self.state[name]["steps"] = self.state[name].get("steps", 0) + 1
        m *= self.beta1
        m += np.multiply(grad, 1 - self.beta1, out=self.room(parameter))
        v *= self.beta2
        v += _weighted_square(1 - self.beta2, grad, self.room(parameter))
        # The corrections are numbers, so that they cost nothing: one goes into the rate, one behind the root.
        rate, correction = self.lr / (1 - self.beta1**t), (1 - self.beta2**t) ** 0.5
        root = np.sqrt(v, out=self.room(parameter, 0))
        root /= correction
        root += self.eps
        step = np.multiply(m, rate, out=self.room(parameter, 1))
        step /= root
        parameter -= step


class AdamW(Adam):
    """Adam with weights that decay apart from the gradient: p ← p - lr · weight_decay · p, then Adam's step.

    Put into the loss, as Network(weight_decay=…) does, the penalty's slope would be divided by √v like every other slope, so
    that weights with large gradients would hardly decay. Here all shrink by the same share.
    decay: the names of the parameters that shrink, such as ("W1", "W2"), or "all". It has no value unless given, because biases
    and batch normalization's gamma and beta are usually left alone, and a name does not say what an array is for.
    weight_decay: 0 or larger; lr · weight_decay, the share that is lost in a step, must stay below 1.
    Source: Loshchilov and Hutter, Decoupled weight decay regularization, 2019, with the schedule's factor in lr, as in PyTorch.
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, *, weight_decay=0.01, decay):
        super().__init__(lr, beta1, beta2, eps)
        if isinstance(weight_decay, bool) or not is_number(weight_decay) or not 0 <= weight_decay < math.inf:
            raise ValueError(f"weight_decay must be 0 or a positive number such as 0.01, not {weight_decay!r:.80}.")
        self.weight_decay = float(weight_decay)
        self.decay = decay if isinstance(decay, str) and decay == "all" else _names(decay)

    def update(self, params, grads):
        unknown = () if self.decay == "all" else [name for name in self.decay if name not in params and name not in self.state]
        if unknown:
            raise ValueError(f"decay names {', '.join(unknown)}, but the parameters are {', '.join(params) or 'none'}.")
        if self.lr * self.weight_decay >= 1:
            raise ValueError(
                f"lr · weight_decay = {self.lr * self.weight_decay:g}, but a step cannot take more than the whole weight. "
                f"Usual values are lr=0.001 and weight_decay=0.01."
            )
        super().update(params, grads)

    def update_one(self, name, parameter, grad):
        if self.decay == "all" or name in self.decay:
            parameter *= 1 - self.lr * self.weight_decay
        super().update_one(name, parameter, grad)


def _names(decay):
    """The names in a collection, as a tuple, or a TypeError that says what is meant."""
    names = tuple(decay) if isinstance(decay, Iterable) and not isinstance(decay, str) else (None,)
    if not all(isinstance(name, str) for name in names):
        raise TypeError(f'decay must be names of parameters, such as ("W1", "W2"), or "all", not {decay!r:.80}.')
    return names


def _weighted_square(weight, grad, out):
    np.multiply(grad, grad, out=out)
    out *= weight
    return out


def _share(name, value):
    if isinstance(value, bool) or not is_number(value) or not 0 <= value < 1:
        raise ValueError(f"{name} must be a number from 0 to less than 1, not {value!r:.80}.")
    return float(value)
