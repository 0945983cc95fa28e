"""Optimizers: how a gradient changes the parameters.

Source: Goodfellow, Bengio, Courville, Deep Learning, section 8.3.
"""


class Optimizer:
    """What all optimizers share: a learning rate ``lr`` that may be changed at any time, and the check of names."""

    def __init__(self, lr):
        if not lr > 0:
            raise ValueError(f"the learning rate must be a positive number, not {lr}.")
        self.lr = float(lr)  # a NumPy float64 would turn float32 products into float64

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


class SGD(Optimizer):
    """Stochastic gradient descent: a step of lr against the gradient."""

    def __init__(self, lr=0.1):
        super().__init__(lr)

    def update_one(self, name, parameter, grad):
        parameter -= self.lr * grad
