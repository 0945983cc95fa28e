"""Which mistake a wrong array of numbers most looks like: a factor, a sign, a transpose, a turned order, and so on."""

import re

import numpy as np

TWO_SHAPES = re.compile(r"could not be broadcast together with shapes \((\d+),(\d+)\) \((\d+),(\d+)\)")


def equals(a, b, tolerance):
    """Same shape, same nan and inf, and numbers that differ by no more than tolerance times the largest of b."""
    if a.shape != b.shape:
        return False
    size = np.abs(b[np.isfinite(b)]).max(initial=0.0) or 1.0
    return bool(np.isclose(a, b, rtol=0, atol=tolerance * size, equal_nan=True).all())


def likely_mistake(yours, right, tolerance):
    """A sentence about an array that is not right: what it has to do with the right one, or the largest difference.

    yours, right: float arrays. tolerance: as for equals.
    """

    def equal(a, b):
        return equals(a, b, tolerance)

    if yours.shape != right.shape:
        return f"It has shape {yours.shape}, but it should have {right.shape}. {_shape_cause(yours, right, equal)}".rstrip()
    return _value_cause(yours, right, equal)


def mirrored_shapes(error):
    """A sentence for NumPy's error that two tables do not fit where each has the other's shape transposed; else "".

    error: the error's text, such as "operands could not be broadcast together with shapes (3,4) (4,3)".
    """
    found = TWO_SHAPES.search(error)
    if not found:
        return ""
    a, b, c, d = map(int, found.groups())
    if (a, b) != (d, c):
        return ""
    return f"({a}, {b}) and ({c}, {d}) are mirror images of each other: one of the two arrays has to be transposed, with .T."


def _shape_cause(yours, right, equal):
    """Why an array may have the wrong shape; "" when nothing fits."""
    if yours.shape == right.shape[::-1]:
        return "It is transposed." if equal(yours.T, right) else "That looks transposed: check the order of the axes."
    if yours.size == right.size and equal(yours.reshape(right.shape), right):
        return "The numbers are right, only their arrangement is not: reshape, or keepdims."
    if yours.size == 1 and right.size > 1:
        return "All was added up to one number: does a sum or a mean need axis=...?"
    if right.size == 1 and yours.size > 1:
        return "One number is asked for: is a sum or a mean missing?"
    if yours.ndim == 2 and right.ndim == 1 and yours.shape == (len(right), len(right)):
        return "A column (N, 1) met a row (N,), and NumPy stretched them to (N, N)."
    if yours.ndim == right.ndim and sum(abs(m - n) for m, n in zip(yours.shape, right.shape, strict=True)) == 1:
        return "That is off by one."
    return ""


def _value_cause(yours, right, equal):
    """Which general mistake turns right into yours, the most telling ones first; else the first entry that differs."""
    if (np.isfinite(right) & ~np.isfinite(yours)).any():
        return "It holds nan or inf: was something divided by 0, or did exp overflow or log meet 0?"
    if (np.isfinite(yours) & ~np.isfinite(right)).any():
        return "There is a number where nan or inf is wanted."
    yours, right = np.nan_to_num(yours), np.nan_to_num(right)
    if not yours.any():
        return "It is 0 everywhere." if yours.size > 1 else f"It is 0 where {right.item():.6g} is wanted."
    ratio = _ratio(yours, right, equal)
    if ratio is not None:
        return (
            "All signs are turned round: it is the right answer times -1."
            if ratio == -1
            else (f"Yours is {_plain(ratio)} times the right answer: is a factor or a division missing, or one too many?")
        )
    shift = (yours - right).ravel()[0]
    if right.size > 1 and equal(yours - shift, right):
        return (
            f"Yours is too {'large' if shift > 0 else 'small'} by {abs(shift):.6g} everywhere: was something added, or left out?"
        )
    if right.ndim == 2 and equal(yours.T, right):
        return "It is transposed."
    if equal(np.abs(yours), np.abs(right)):
        return "Only some of the signs are wrong."
    for axis in range(right.ndim):
        if right.shape[axis] > 2 and equal(np.flip(yours, axis), right):
            return f"It runs backwards along axis {axis}."
        if right.shape[axis] > 2 and any(equal(np.roll(yours, by, axis), right) for by in (1, -1)):
            return f"It is shifted by one along axis {axis}."
    if right.size > 2 and equal(np.sort(yours, axis=None), np.sort(right, axis=None)):
        return "The numbers are the right ones, in the wrong places."
    if equal(yours, np.round(right)) or equal(yours, np.trunc(right)):
        return "It was rounded to whole numbers: is an array of integers involved?"
    worst = np.unravel_index(np.argmax(np.abs(yours - right)), right.shape)
    place = f"at index {', '.join(str(i) for i in worst)} it" if worst else "it"
    digits = 6 if f"{yours[worst]:.6g}" != f"{right[worst]:.6g}" else 12
    return f"The largest difference: {place} is {yours[worst]:.{digits}g} where {right[worst]:.{digits}g} is wanted."


def _ratio(yours, right, equal):
    """The number that right must be multiplied by to give yours, or None. Where there is only one number, simple factors only."""
    largest = np.unravel_index(np.argmax(np.abs(right)), right.shape)
    ratio = yours[largest] / right[largest] if right[largest] else 0.0
    if ratio == 0 or abs(ratio - 1) < 1e-3 or not equal(yours, right * ratio):  # near 1 it is rounding, not a factor
        return None
    simple = abs(ratio - round(ratio)) < 1e-6 or abs(1 / ratio - round(1 / ratio)) < 1e-6
    return float(ratio) if simple or np.count_nonzero(right) > 1 else None


def _plain(ratio):
    """2 for 2.0, 1/4 for 0.25, 0.37 for what is no simple number."""
    if abs(ratio - round(ratio)) < 1e-6:
        return f"{round(ratio)}"
    if abs(1 / ratio - round(1 / ratio)) < 1e-6:
        return f"{'-' if ratio < 0 else ''}1/{abs(round(1 / ratio))}"
    return f"{ratio:.4g}"
