"""New training images out of old ones: changes that leave the label as it is.

    change = augment(rng, shift=2, rotate=10, scale=0.1)      # settings are looked at here
    fit(network, optimizer, data, iterations=1000, augment=change)

Every image is changed on its own, all of its channels alike. What comes in from outside of the picture is 0 unless said
otherwise: ``outside`` is another number, for a background that is not 0, or "edge", which goes on with the outermost pixels.
Source: Goodfellow, Bengio, Courville, Deep Learning, section 7.4.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from helpers.checks import is_number, require_float, require_positive, require_whole
from helpers.resampling import resampled


def shifted(images, by, rng):
    """A copy of images in which each one is moved by up to ``by`` pixels, on its own, across and down.

    images: floats, (N, H, W) or (N, C, H, W). by: whole number of pixels; each of the (2·by + 1)² moves, no move among
    them, is as likely as the others. rng: numpy.random.Generator. Returns an array of the same shape and dtype; what
    leaves the frame is lost, and zeros (background) come in from the other side.
    """
    images, rng = _images(images), _generator(rng)
    by = require_whole("by", by, 0)
    height, width = images.shape[-2:]
    around = [(0, 0)] * (images.ndim - 2) + [(by, by)] * 2
    # every place at which the frame could lie over the padded image, as a view: (N, …, 2·by + 1, 2·by + 1, H, W)
    places = sliding_window_view(np.pad(images, around), (height, width), axis=(-2, -1))
    down, across = rng.integers(0, 2 * by + 1, (2, len(images)))
    return places[np.arange(len(images)), ..., down, across, :, :]


def affine(images, rng, *, shift=0, rotate=0, scale=0, shear=0, outside=0.0, field=None):
    """A copy of images, each one scaled, sheared, turned and shifted by chance, in one pass over the pixels.

    images: floats, (N, H, W) or (N, C, H, W). rng: numpy.random.Generator. Each strength is 0 (no change) or larger:
    shift: pixels; across and down each any number from -shift to shift, all as likely, so between pixels too.
    rotate: degrees; the angle is from -rotate to rotate. shear: degrees, below 90; upright lines lean by -shear to shear.
    scale: the size is between 1 / (1 + scale) and 1 + scale times the old one, and larger as likely as smaller.
    The same rng draws the same shifts whether or not there is a rotation, and so on. field: more moves, as displacements gives
    them. Returns the same shape and dtype; values between pixels are bilinear.
    Raises TypeError or ValueError for other images, generators and strengths.
    """
    images, rng = _images(images), _generator(rng)
    shift, rotate, scale, shear = _strengths(shift=shift, rotate=rotate, scale=scale, shear=shear)
    down, across, degrees, size, lean = rng.uniform(-1, 1, (5, len(images)))
    moves = {"down": shift * down, "across": shift * across, "degrees": rotate * degrees, "lean": shear * lean}
    return transformed(images, size=(1 + scale) ** size, outside=outside, field=field, **moves)


def rotated(images, degrees, rng, outside=0.0):
    """A copy of images, each one turned about its centre by an angle from -degrees to degrees; see affine."""
    return affine(images, rng, rotate=degrees, outside=outside)


def scaled(images, by, rng, outside=0.0):
    """A copy of images, each one 1 / (1 + by) to 1 + by times as large, its centre in place; see affine."""
    return affine(images, rng, scale=by, outside=outside)


def sheared(images, degrees, rng, outside=0.0):
    """A copy of images, the upright lines of each leaning by an angle from -degrees to degrees; see affine."""
    return affine(images, rng, shear=degrees, outside=outside)


def flipped(images, rng, chance=0.5):
    """A copy of images, each one mirrored left to right with this chance, 0..1. Not for digits: a mirrored 2 is none."""
    images, rng = _images(images), _generator(rng)
    if not _is_real(chance) or not 0 <= chance <= 1:
        raise ValueError(f"chance must be a number from 0 to 1, not {chance!r:.80}.")
    new, mirrored = images.copy(), rng.random(len(images)) < chance
    new[mirrored] = images[mirrored][..., ::-1]
    return new


def erased(images, size, rng, fill=0.0):
    """A copy of images, a square of each one painted over with the value ``fill``, so that no single place decides the class.

    size: whole number, the square's side in pixels; its centre is any pixel, so that part of it may lie outside.
    Source: DeVries and Taylor, 2017, arXiv:1708.04552, who call it cutout.
    """
    images, rng, size = _images(images), _generator(rng), require_whole("size", size, 0)
    if not _is_real(fill) or not np.isfinite(fill):
        raise ValueError(f"fill must be a number, the value of the painted pixels, not {fill!r:.80}.")
    down, across = (_covered(length, size, len(images), rng) for length in images.shape[-2:])
    squares = down[:, :, None] & across[:, None, :]
    return np.where(squares if images.ndim == 3 else squares[:, None], images.dtype.type(fill), images)


def _covered(length, size, count, rng):
    """Which of ``length`` places lie within ``size`` places about a random one: bool (count, length)."""
    start = rng.integers(0, length, (count, 1)) - size // 2
    return (np.arange(length) >= start) & (np.arange(length) < start + size)


def elastic(images, alpha, sigma, rng, outside=0.0):
    """A copy of images, each one bent as if it were drawn on rubber.

    Every place moves by alpha times noise that is uniform in -1..1, across and down apart, and smoothed with a Gaussian of
    sigma pixels, so that neighbours move together. The moves have mean 0 and, for sigma from 1 up, a standard deviation of
    alpha / (2 · √(3π) · sigma) = 0.163 · alpha / sigma pixels, at the border too. alpha: 0 or larger. sigma: positive.
    Source: Simard, Steinkraus, Platt, Best practices for convolutional neural networks applied to visual document analysis,
    2003; 34 and 4 are a common choice for MNIST.
    """
    images, rng = _images(images), _generator(rng)
    return transformed(images, outside=outside, field=displacements(images.shape[-2:], alpha, sigma, rng))


def displacements(shape, alpha, sigma, rng):
    """The moves behind elastic: a function that is given a count and returns (count, 2, H, W), in pixels down and across."""
    (alpha,), sigma = _strengths(alpha=alpha), require_positive("sigma", sigma)
    reach = int(np.ceil(3 * sigma))
    bell = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * sigma**2))
    bell /= bell.sum()
    # Smoothing is a product with a matrix that has the bell in each row, one step farther to the right; the noise is that
    # much larger than the picture, so that places at its border are means of as many numbers as those in the middle.
    smooth = [np.zeros((size, size + 2 * reach), np.float32) for size in shape]
    for matrix in smooth:
        for place, line in enumerate(matrix):
            line[place : place + len(bell)] = bell

    def field(count):
        noise = rng.random((count, 2, *(matrix.shape[1] for matrix in smooth)), dtype=np.float32)
        noise *= 2
        noise -= 1
        return alpha * (smooth[0] @ noise @ smooth[1].T)

    return field


def transformed(images, *, down=0.0, across=0.0, degrees=0.0, size=1.0, lean=0.0, outside=0.0, field=None):
    """A copy of images, each one made ``size`` times as large, sheared, turned and shifted by exactly this much, in this order.

    down, across: pixels. degrees: against the clock. size: positive, 2 is twice as large. lean: degrees between -90 and 90
    by which upright lines lean to the right. Each is a number for all images or an array (N,). field: as displacements gives it.
    Everything turns and grows about the picture's centre. Returns the same shape and dtype.
    """
    images = _images(images)
    if not (isinstance(outside, str) and outside == "edge") and not (_is_real(outside) and np.isfinite(outside)):
        raise ValueError(f'outside must be a number, or "edge", not {outside!r:.80}.')
    given = {"down": down, "across": across, "degrees": degrees, "size": size, "lean": lean}
    down, across, degrees, size, lean = (_per_image(name, value, len(images)) for name, value in given.items())
    if (size <= 0).any():
        raise ValueError(f"size must be positive, but the smallest is {size.min():g}.")
    if (np.abs(lean) >= 90).any():
        raise ValueError(f"lean must lie between -90 and 90 degrees, but the farthest is {lean[np.abs(lean).argmax()]:g}.")
    # Each new pixel asks where it comes from, so all is undone, the last first: rows count down, columns to the right.
    cos, sin, slope = np.cos(np.radians(degrees)), np.sin(np.radians(degrees)), np.tan(np.radians(lean))
    matrix = np.array([[cos, sin], [slope * cos - sin, slope * sin + cos]]).transpose(2, 0, 1) / size[:, None, None]
    offset = -(matrix @ np.stack([down, across], axis=1)[:, :, None])[:, :, 0]
    batch = images if images.ndim == 4 else images[:, None]
    return resampled(batch, matrix, offset, outside, field).reshape(images.shape)


def augment(rng, *, shift=0, rotate=0, scale=0, shear=0, flip=0, alpha=0, sigma=4, outside=0.0, erase=0, fill=0.0):
    """A function for the ``augment=`` of steps and fit: it is given a mini-batch of images and returns a changed copy.

    flip: the chance of a mirrored image. alpha, sigma: as in elastic. erase, fill: the square's side and its value, as in
    erased, which comes last. The others as in affine. All but the mirror and the square are one pass over the pixels. Wrong
    settings are met here, before training begins.
    """

    def change(images, rng=rng):
        if flip != 0:
            images = flipped(images, rng, flip)
        field = displacements(np.shape(images)[-2:], alpha, sigma, rng) if alpha != 0 else None
        images = affine(images, rng, shift=shift, rotate=rotate, scale=scale, shear=shear, outside=outside, field=field)
        return erased(images, erase, rng, fill) if erase != 0 else images

    _generator(rng)
    change(np.zeros((1, 1, 2, 2), np.float32), np.random.default_rng(0))
    return change


def _images(images):
    images = require_float("images", images)
    if images.ndim not in (3, 4):
        raise ValueError(
            f"images must have shape (N, H, W) or (N, C, H, W), but they have shape {images.shape}. "
            f"Flattened ones first need their rows back: images.reshape(-1, 28, 28)."
        )
    if images.ndim == 4 and images.shape[3] in (1, 3) and images.shape[1] not in (1, 3):
        raise ValueError(
            f"images are (N, C, H, W); shape {images.shape} looks like (N, H, W, C). "
            f"Move the channels: images.transpose(0, 3, 1, 2)."
        )
    return images


def _generator(rng):
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"rng must be a generator that goes on from call to call, np.random.default_rng(0), not {rng!r:.80}.")
    return rng


def _is_real(value):
    return is_number(value) and not isinstance(value, bool)


def _strengths(**strengths):
    """The strengths as floats, or a ValueError that names the one that is no number from 0 up."""
    for name, value in strengths.items():
        if not _is_real(value) or not 0 <= value < np.inf:
            raise ValueError(f"{name} must be a number from 0 up, the strength of the change, not {value!r:.80}.")
    if strengths.get("shear", 0) >= 90:
        raise ValueError(f"shear must be below 90 degrees, at which upright lines would lie flat, not {strengths['shear']}.")
    return [float(value) for value in strengths.values()]


def _per_image(name, value, count):
    """value as an array (N,) of floats, or a ValueError when it is no finite number and no array of N of them."""
    array = np.asarray(value)
    if array.dtype.kind not in "iuf" or array.shape not in ((), (count,)) or not np.isfinite(array).all():
        raise ValueError(f"{name} must be a finite number, or an array ({count},) of them, one an image, not {value!r:.80}.")
    return np.broadcast_to(array.astype(float), (count,))
