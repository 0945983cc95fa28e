"""Early errors: what came, what was expected, and the usual cause."""

import math
import numbers

import numpy as np


class NotFiniteError(ValueError):
    """An array holds nan or an infinite number where a number was needed."""


def as_arrays(x, t):
    """The one door for samples and what they should give: x as an array of floats (N, …), t as an array of N entries.

    Lists and tables of pandas are welcome. They are turned into plain arrays here, because a pandas Series is indexed by its
    labels and not by place: ``t[chosen]`` would then be the labels of other samples. An array is handed on as it is, uncopied.
    So are pictures that are still in their files (helpers.datasets.load_images).
    Raises ValueError when there are no samples or x and t differ in length, TypeError when x holds no floats or t no numbers.
    """
    x, t = x if is_lazy(x) else require_float("x", _plain("x", x)), _plain("t", t)
    if not x.ndim or not t.ndim or len(x) != len(t) or len(x) == 0:
        lengths = " and ".join(str(len(value)) if value.ndim else "none" for value in (x, t))
        cause = " Usual cause: images and labels taken with different indices." if x.ndim and t.ndim and len(x) and len(t) else ""
        raise ValueError(f"x and t must have the same length, at least 1, but they have {lengths}.{cause}")
    if t.dtype.kind not in "iufb":
        raise TypeError(f"t must hold numbers, but its dtype is {t.dtype}.{_label_hint(t)}")
    return x, t


def is_lazy(x):
    """Whether samples are read when they are asked for: x[places] is an array, x itself is none (datasets.lazy.Pictures)."""
    return getattr(x, "lazy", False) is True


def pieces_of(x, size):
    """x[0:size], x[size:2·size], … one after the other, each with its slice.

    Of lazy samples the next piece is read while the caller works on one, and pieces of large pictures are smaller, so that
    none takes more than 50 MB.
    """
    if not is_lazy(x):
        yield from ((slice(start, start + size), x[start : start + size]) for start in range(0, len(x), size))
        return
    size = max(1, min(size, 50_000_000 // (x.dtype.itemsize * math.prod(x.shape[1:]))))
    reader = x.ahead()
    try:
        for start in range(0, len(x), size):
            piece = reader[start : start + size]
            reader.next(slice(start + size, start + 2 * size))
            yield slice(start, start + size), piece
    finally:
        reader.close()


def _plain(name, value):
    """value as a plain array; whole columns of Python's or pandas' own numbers become NumPy's."""
    try:
        array = np.asarray(value)
        return array if array.dtype.kind != "O" else np.array(array.tolist())
    except ValueError as error:
        raise ValueError(f"{name} is no array of numbers: its rows differ in length or shape ({error}).") from None


def require_finite(name, x):
    """Raise NotFiniteError, a ValueError, when an array holds nan or an infinite number: not even a largest entry can be read."""
    finite = np.isfinite(x)
    if not finite.all():
        raise NotFiniteError(
            f"{name} must be finite, but {finite.size - np.count_nonzero(finite)} of {finite.size} are nan or infinite. "
            f"Usual cause: such numbers in the inputs (np.isfinite(x).all() says whether), or weights that were lost in training."
        )


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
    """Return value as an int; ValueError unless it is a whole number that is not below least (3.0 is one, "3" is none)."""
    if not is_whole(value, least):
        raise ValueError(f"{name} must be a whole number from {least} up, not {_shown(value)}.")
    return int(value)


def is_whole(value, least):
    """Whether value is one whole number that is not below least."""
    return is_number(value) and math.isfinite(value) and int(value) == value and value >= least


def is_number(value):
    """Whether value is one real number, of Python or NumPy."""
    return isinstance(value, numbers.Real) or (isinstance(value, np.ndarray) and value.ndim == 0 and value.dtype.kind in "iuf")


def require_positive(name, value):
    """Return value as a float; ValueError unless it is one finite number above 0 (True is none)."""
    if isinstance(value, bool) or not is_number(value) or not 0 < value < math.inf:
        raise ValueError(f"{name} must be a positive number, not {_shown(value)}.")
    return float(value)


def _shown(value):
    return str(value) if is_number(value) else f"{value!r:.80}"


def pair(name, value, least):
    """(height, width) from one whole number for both, or from two."""
    value = (value, value) if np.ndim(value) == 0 else tuple(value)
    if len(value) != 2:
        raise ValueError(f"{name} must be one whole number or two, (height, width), not {value}.")
    return require_whole(name, value[0], least), require_whole(name, value[1], least)


def output_size(size, kernel, stride, pad):
    """How many places a kernel takes on an image, (n + 2·pad - k) // stride + 1 along each axis; all arguments are pairs.

    ValueError when the kernel is larger than the padded image.
    """
    if any(k > n + 2 * p for n, k, p in zip(size, kernel, pad, strict=True)):
        raise ValueError(
            f"a window of {tuple(kernel)} does not fit into images of {tuple(size)} with padding {pad}. Usual cause: "
            f"too many layers that shrink the image, or images that are not (N, C, H, W)."
        )
    return tuple((n + 2 * p - k) // s + 1 for n, k, s, p in zip(size, kernel, stride, pad, strict=True))


def require_images(x, channels=None):
    """x as a float array (N, C, H, W), or a TypeError or ValueError with the usual cause."""
    x = require_float("x", x)
    expected = f"(N, {channels or 'C'}, H, W)"
    if x.ndim == 4 and channels in (None, x.shape[1]):
        return x
    cause = "Usual cause: the channels of two neighbouring layers do not fit, or the data set is another one."
    if x.ndim == 4 and x.shape[3] == channels:
        cause = "This looks like (N, H, W, C): use x.transpose(0, 3, 1, 2)."
    if x.ndim == 3:
        cause = "A single image (C, H, W): use x[None]. Images without a channel axis (N, H, W): use x[:, None]."
    if x.ndim == 2:
        cause = "This looks like a table: load the data with flatten=False, or use x.reshape(N, C, H, W)."
    raise ValueError(f"images are {expected}, but x has shape {x.shape}. {cause}")


def require_classes(t, classes):
    """Raise TypeError or ValueError unless t holds class numbers, integers from 0 to classes - 1."""
    if t.dtype.kind not in "iu":
        raise TypeError(f"labels are class numbers, so their dtype must be an integer one, not {t.dtype}.{_label_hint(t)}")
    if t.size and (t.min() < 0 or t.max() >= classes):
        raise ValueError(f"labels must lie in 0..{classes - 1}, but they run from {t.min()} to {t.max()}.")


def _label_hint(t):
    """What to do with labels of this dtype, or nothing where no cause is seen."""
    if t.dtype.kind in "US":
        if all(_is_whole(word) for word in t.ravel()[:1000]):
            return " These are digits written as text, as they come from a file: use t.astype(int)."
        return f" These are names, such as {str(t.ravel()[0]):.20}: np.unique(t, return_inverse=True) gives them numbers."
    if t.dtype.kind == "b":
        return " Use t.astype(int), which makes 0 of False and 1 of True."
    if t.dtype.kind == "f" and np.isnan(t).any():
        return f" {np.count_nonzero(np.isnan(t))} of them are nan: labels are missing in the data."
    if t.dtype.kind == "f" and (t == np.round(t)).all():
        return " They are whole numbers, so t.astype(int) is right."
    if t.dtype.kind == "f":
        return ' Targets that are measured and not counted need another loss: SquaredErrorWithLoss, or loss="squared_error".'
    return ""


def _is_whole(word):
    try:
        return int(word) is not None
    except ValueError:
        return False


def labels_of(t, samples, classes):
    """Integer labels (N,) from integer labels (N,) or one-hot rows (N, K); ValueError when they do not fit."""
    t = np.asarray(t)
    if samples == 0:
        raise ValueError("there are no samples: x has length 0.")
    if classes == 1:
        raise ValueError(
            "there is one score per sample, so there is one class, and softmax gives it 1 whatever the score. For one output "
            'with targets 0 and 1 use SquaredErrorWithLoss (loss="squared_error") and targets (N, 1), and read an answer '
            "as predict(x) > 0.5; or give the network two outputs and labels 0 and 1, shape (N,)."
        )
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
