"""New training images out of old ones: changes that leave the label as it is.

Source: Goodfellow, Bengio, Courville, Deep Learning, section 7.4.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from helpers.checks import require_float, require_whole


def shifted(images, by, rng):
    """A copy of images in which each one is moved by up to ``by`` pixels, on its own, across and down.

    images: floats, (N, H, W) or (N, C, H, W). by: whole number of pixels; each of the (2·by + 1)² moves, no move among
    them, is as likely as the others. rng: numpy.random.Generator. Returns an array of the same shape and dtype; what
    leaves the frame is lost, and zeros (background) come in from the other side.
    """
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
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"rng must be a generator that goes on from call to call, np.random.default_rng(0), not {rng!r:.80}.")
    by = require_whole("by", by, 0)
    height, width = images.shape[-2:]
    around = [(0, 0)] * (images.ndim - 2) + [(by, by)] * 2
    # every place at which the frame could lie over the padded image, as a view: (N, …, 2·by + 1, 2·by + 1, H, W)
    places = sliding_window_view(np.pad(images, around), (height, width), axis=(-2, -1))
    down, across = rng.integers(0, 2 * by + 1, (2, len(images)))
    return places[np.arange(len(images)), ..., down, across, :, :]
