"""Optimizer: what all optimizers share, before each has its own rule (helpers.optimizers).

Source: Goodfellow, Bengio, Courville, Deep Learning, section 8.3.
"""

import copy

import numpy as np

from helpers.checks import require_positive


class Optimizer:
    """A learning rate, a memory, and the checks before anything changes.

    lr: the learning rate, a positive number; it may be changed at any time. state: {parameter's name: {what: array or number}},
    what it remembers. Copied or pickled together with its network it goes on with that network; copied alone, with
    one whose parameters hold the numbers that they had when the copy was made.
    """

    eps = None  # where one is added to a root, its size must not be lost in the parameter's dtype

    def __init__(self, lr):
        self.lr = lr
        self.state = {}
        self._served, self._owners, self._copied, self._rooms = {}, set(), set(), {}

    @property
    def lr(self):
        """The learning rate, a float."""
        return self._lr

    @lr.setter
    def lr(self, value):
        self._lr = require_positive("the learning rate", value)  # a float: a NumPy float64 would turn float32 into float64

    def update(self, params, grads):
        """Change params in place; all of them, or none when anything is wrong.

        params, grads: {name: array}, floats, same shapes; gradients of other names are left alone, and gradients of another
        dtype are taken in the parameter's. Raises KeyError when a gradient is missing, TypeError for what holds no floats or
        cannot change in place, ValueError for another shape, a read-only array, arrays that overlap, and arrays of another
        network than before. Numbers that are not finite are not looked for: steps meets them in the next loss.
        """
        new = False
        for name, parameter in params.items():
            if name not in self._served or self._served[name] is not parameter:
                self._meet(name, parameter, params)
                new = True
            elif not parameter.flags.writeable:
                raise ValueError(_read_only(name))
        ready = {name: _gradient(name, parameter, grads) for name, parameter in params.items()}
        if new or self._copied:
            self.serve(params)
        for name, grad in ready.items():
            if id(grad if grad.base is None else grad.base) in self._owners:  # as in a·b, whose slope by a is b
                ready[name] = grad.copy()
        for name, parameter in params.items():
            self.update_one(name, parameter, ready[name])

    def serve(self, params):
        """From now on these arrays, {name: array}, are the ones that belong to what is remembered under their names."""
        self._served.update(params)
        self._copied.difference_update(params)
        self._owners = {id(array if array.base is None else array.base) for array in self._served.values()}

    def update_one(self, name, parameter, grad):
        """Change one parameter in place. grad: of its shape and dtype."""
        raise NotImplementedError

    def remembered(self, name, parameter, what):
        """The array kept under this name for ``what``, of the parameter's shape and dtype; zeros at first."""
        memory = self.state.setdefault(name, {})
        if what not in memory:
            memory[what] = np.zeros_like(parameter)
        return memory[what]

    def room(self, parameter, number=0):
        """An array of the parameter's shape and dtype to compute in; whatever it holds may be overwritten."""
        key = parameter.shape, parameter.dtype, number
        if key not in self._rooms:
            self._rooms[key] = np.empty_like(parameter)
        return self._rooms[key]

    def belongs(self, name, parameter):
        """Whether what is remembered under this name belongs to this array.

        It does when this is the array that was moved, or another view of it, or for a copied optimizer one with the same numbers.
        """
        seen = self._served.get(name)
        if seen is None:  # the memory was put here by hand
            return all(np.shape(kept) in ((), parameter.shape) for kept in self.state[name].values())
        if seen.__array_interface__ == parameter.__array_interface__:  # same address, shape, strides and dtype
            return True
        same_kind = seen.dtype == parameter.dtype and seen.shape == parameter.shape
        return name in self._copied and same_kind and np.array_equal(seen, parameter, equal_nan=True)

    def _meet(self, name, parameter, params):
        """Raise an error unless this array, seen for the first time, can be changed in place and is no other network's."""
        if not isinstance(parameter, np.ndarray):
            raise TypeError(
                f"{name} is a {type(parameter).__name__}, which cannot change in place. "
                f"Parameters are arrays of floats: np.array(…, dtype=float)."
            )
        if parameter.dtype.kind != "f":
            raise TypeError(f"{name} must be an array of floats, but its dtype is {parameter.dtype}: {name}.astype(float).")
        if not parameter.flags.writeable:
            raise ValueError(_read_only(name))
        for other, array in params.items():
            if other != name and isinstance(array, np.ndarray) and np.shares_memory(parameter, array):
                raise ValueError(
                    f"{name} and {other} are the same array, or overlap, and would be moved twice. "
                    f"Use one name for it, with the sum of both gradients."
                )
        if self.eps is not None and parameter.dtype.type(self.eps) == 0:
            raise ValueError(
                f"eps = {self.eps:g} is 0 in {parameter.dtype}, the dtype of {name}, so a root of 0 would be divided by. "
                f"Use a larger one, such as eps=1e-4, or parameters in float32."
            )
        if name in self.state and not self.belongs(name, parameter):
            raise ValueError(
                f"{name}, of shape {parameter.shape}, is another array than the one that this optimizer has moved so far. "
                f"Usual cause: it was used for another network; each one needs its own, because an optimizer remembers."
            )

    def __getstate__(self):
        """What deepcopy and pickle take along: all but the room to compute in."""
        return self.__dict__ | {"_copied": set(self._served), "_rooms": {}}

    def __copy__(self):
        return copy.deepcopy(self)  # two optimizers that share a memory would push each other's network


def _gradient(name, parameter, grads):
    """The gradient of this name as an array of the parameter's dtype, or an error that says what is wrong with it."""
    if name not in grads:
        raise KeyError(f"there is no gradient for {name}; gradients came for {', '.join(grads) or 'nothing'}.")
    grad = grads[name]
    if type(grad) is np.ndarray and grad.dtype == parameter.dtype and grad.shape == parameter.shape:
        return grad
    if not isinstance(grad, np.ndarray | np.floating | float) or np.asarray(grad).dtype.kind != "f":
        kind = getattr(grad, "dtype", type(grad).__name__)
        raise TypeError(f"the gradient of {name} must be an array of floats, not of {kind}: np.array(…, dtype=float).")
    if parameter.shape != np.shape(grad):
        raise ValueError(f"{name} has shape {parameter.shape}, but its gradient has shape {np.shape(grad)}.")
    return np.asarray(grad, parameter.dtype)


def _read_only(name):
    return f"{name} is read-only, so it cannot change in place. Give the network a copy of its own: {name}.copy()."
