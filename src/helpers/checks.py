"""Early errors: what came, what was expected, and the usual cause."""

import numpy as np


def require_float(name, x):
    """Return x as an array, or raise TypeError when it is not one of floats.

    Arithmetic on integer arrays quietly drops what is behind the point: the error is better met here.
    """
    x = np.asarray(x)
    if x.dtype.kind != "f":
        raise TypeError(
            f"{name} must be an array of floats, but its dtype is {x.dtype}. "
            f"Convert it first: {name}.astype(float), or np.array([...], dtype=float)."
        )
    return x


def require_table(name, x, columns):
    """Raise ValueError unless x has shape (N, columns)."""
    if x.ndim != 2 or x.shape[1] != columns:
        raise ValueError(
            f"{name} must have shape (N, {columns}), one sample a row, but it has shape {x.shape}. {_cause(x, columns)}"
        )


def _cause(x, columns):
    if x.ndim == 1 and len(x) == columns:
        return f"This looks like a single sample: use x[None, :], which has shape (1, {columns})."
    if x.ndim == 2 and x.shape[0] == columns:
        return "This looks transposed, with one sample a column: use x.T."
    if x.ndim > 2 and np.prod(x.shape[1:]) == columns:
        return "These look like images: put a Flatten layer first, or load the data with flatten=True."
    return "Usual cause: the sizes of two neighbouring layers do not fit, or the data set is another one."


def require_shape(name, x, shape):
    """Raise ValueError unless x has exactly this shape."""
    if np.shape(x) != shape:
        raise ValueError(
            f"{name} must have shape {shape}, but it has shape {np.shape(x)}. NumPy would stretch it or complain later."
        )


def require_whole(name, value, least):
    """Return value as an int; ValueError unless it is a whole number that is not below least."""
    if int(value) != value or value < least:
        raise ValueError(f"{name} must be a whole number from {least} up, not {value}.")
    return int(value)


def require_classes(t, classes):
    """Raise TypeError or ValueError unless t holds class numbers, integers from 0 to classes - 1."""
    if t.dtype.kind not in "iu":
        raise TypeError(f"labels are class numbers, so their dtype must be an integer one, not {t.dtype}.")
    if t.size and (t.min() < 0 or t.max() >= classes):
        raise ValueError(f"labels must lie in 0..{classes - 1}, but they run from {t.min()} to {t.max()}.")


def labels_of(t, samples, classes):
    """Integer labels (N,) from integer labels (N,) or one-hot rows (N, K); ValueError when they do not fit."""
    t = np.asarray(t)
    if samples == 0:
        raise ValueError("there are no samples: x has length 0.")
    if t.ndim == 2:
        if t.shape != (samples, classes):
            cause = " This looks like a column of labels: use t.ravel()." if t.shape == (samples, 1) else ""
            raise ValueError(f"one-hot labels must have shape ({samples}, {classes}), but it is {t.shape}.{cause}")
        if ((t != 0) & (t != 1)).any() or (t.sum(axis=1) != 1).any():
            raise ValueError("each row of one-hot labels must hold a single 1 and otherwise 0; these do not.")
        return t.argmax(axis=1)
    if t.shape != (samples,):
        raise ValueError(
            f"there are {samples} samples, so labels must have shape ({samples},) or ({samples}, {classes}), "
            f"but they have shape {t.shape}. Usual cause: images and labels taken with different indices."
        )
    require_classes(t, classes)
    return t
