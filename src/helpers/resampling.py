"""Pictures read anew at other places, between the pixels: behind helpers.augmentation.

Source: Gonzalez and Woods, Digital Image Processing, section 2.4 (bilinear interpolation).
"""

import numpy as np

PIECE = 40_000  # pixels that are worked at a time, so that all arrays of a piece stay in the processor's cache


def resampled(images, matrix, offset, outside=0.0, field=None):
    """Read every picture at the places that matrix and offset say, each on its own.

    images: floats, (N, C, H, W). The pixel at row r and column c of new picture n is what the old one holds at the place
    matrix[n] @ (r, c) + offset[n], both counted from the picture's centre. matrix: (N, 2, 2), offset: (N, 2), rows first.
    outside: the number that stands outside of the picture, or "edge" for that of the nearest pixel.
    field: a function that is given how many pictures come next and returns how far, in pixels, each place is moved before it
    is looked up, (count, 2, H, W); None for no such moves. Returns a new array of the same shape and dtype.
    Between four pixels the value is their mean, weighted by nearness; at a pixel's place it is that pixel's, to the last bit.
    """
    count, channels, height, width = images.shape
    dtype = np.result_type(images.dtype, np.float32)
    new = np.empty_like(images, order="C", subok=False)
    row = np.arange(height, dtype=dtype)[:, None] - (height - 1) / 2
    column = np.arange(width, dtype=dtype) - (width - 1) / 2
    matrix, offset = matrix.astype(dtype)[..., None, None], offset.astype(dtype)[..., None, None]
    size = max(1, PIECE // max(1, height * width))
    for start in range(0, count, size):
        piece = slice(start, start + size)
        shift = None if field is None else field(len(images[piece])).astype(dtype, copy=False)
        places = []
        for axis, middle in enumerate(((height - 1) / 2, (width - 1) / 2)):
            down, across = matrix[piece, axis, 0], matrix[piece, axis, 1]
            place = down * row + (across * column + (offset[piece, axis] + dtype.type(middle)))
            places.append(place if shift is None else place + shift[:, axis])
        _read(images[piece], *places, outside, new[piece])
    return new


def _read(images, rows, columns, outside, out):
    """Fill out with what images (n, C, H, W) hold at rows and columns, both (n, H, W), which are overwritten."""
    count, channels, height, width = images.shape
    padded = _padded(images, outside, rows.dtype)
    stride = padded.shape[-1]
    # From one pixel outside on all is alike, so no place needs to lie farther off; the numbers then are those in padded.
    for places, size in ((rows, height), (columns, width)):
        np.clip(places, -1, size, out=places)
        places += 1
    first_row, first_column = rows.astype(np.int32), columns.astype(np.int32)  # numbers from 0 up are cut, not rounded
    rows -= first_row
    columns -= first_column
    index = first_row.astype(np.intp)
    index *= stride
    index += first_column
    index += (np.arange(count) * padded[0, 0].size)[:, None, None]
    for channel in range(channels):
        flat = padded[channel].reshape(-1)
        # The same index into the four arrays that begin at the pixel, its right neighbour, and the two below them
        corners = (flat, flat[1:], flat[stride:], flat[stride + 1 :])
        value, right, below, below_right = (np.take(corner, index, mode="clip") for corner in corners)
        value += columns * (right - value)
        below += columns * (below_right - below)
        value += rows * (below - value)
        out[:, channel] = value


def _padded(images, outside, dtype):
    """The pictures by channel, (C, n, H + 3, W + 3): a pixel of outside before, and two after, along each axis."""
    count, channels, height, width = images.shape
    padded = np.empty((channels, count, height + 3, width + 3), dtype)
    padded[..., 1 : height + 1, 1 : width + 1] = images.swapaxes(0, 1)
    if outside == "edge":
        padded[..., 1 : height + 1, :1] = padded[..., 1 : height + 1, 1:2]
        padded[..., 1 : height + 1, width + 1 :] = padded[..., 1 : height + 1, width : width + 1]
        padded[..., :1, :] = padded[..., 1:2, :]
        padded[..., height + 1 :, :] = padded[..., height : height + 1, :]
    else:
        padded[..., :1, :] = padded[..., height + 1 :, :] = outside
        padded[..., :1] = padded[..., width + 1 :] = outside
    return padded
