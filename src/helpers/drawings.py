"""From a drawing of any size and place to the kind of picture a network was trained on.

MNIST's makers cut each digit out, scaled it to fit a box of 20 × 20 pixels and laid its centre of mass in the middle
of 28 × 28. A network trained on such pictures reads a drawing well only when it gets the same treatment.
Source: LeCun, Cortes, Burges, The MNIST database; Alpaydin and Kaynak, 1998, for the 8 × 8 digits.
"""

import numpy as np
from PIL import Image

BROADER = 1.3  # the bundled digits are broader than most handwriting; chosen on MNIST's training images
INK = 0.3  # a pixel darker than this counts as ink where a drawing's edge is looked for; fainter ones are the pen's soft rim


def ink_box(drawing):
    """Rows and columns (top, bottom, left, right) of the smallest box that holds all ink, or None when there is none.

    drawing: float array (H, W), 0 for paper and 1 for ink. bottom and right are one past the last pixel.
    """
    ink = np.asarray(drawing) > INK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    return rows[0], rows[-1] + 1, columns[0], columns[-1] + 1


def crop(drawing):
    """The part of a drawing inside its ink box; a ValueError for an empty one."""
    box = ink_box(drawing)
    if box is None:
        raise ValueError("there is no ink in this drawing.")
    top, bottom, left, right = box
    return drawing[top:bottom, left:right]


def stretch(image, height, width):
    """The image scaled to height × width, whatever its proportions. Returns float64, 0..1."""
    grey = Image.fromarray((255 * image).astype(np.uint8))
    return np.asarray(grey.resize((width, height), Image.Resampling.BILINEAR)) / 255


def scale_to_fit(image, height, width):
    """The image, scaled to the largest size that fits into height × width, its proportions kept. Returns float64, 0..1."""
    factor = min(height / image.shape[0], width / image.shape[1])
    return stretch(image, *(max(1, round(side * factor)) for side in image.shape))


def centre_of_mass(image):
    """Mean (row, column) of the ink, each pixel counted by how dark it is."""
    rows, columns = np.indices(image.shape)
    return (rows * image).sum() / image.sum(), (columns * image).sum() / image.sum()


def lay_centred(image, height, width):
    """The image on an empty page of height × width, moved by whole pixels so that its centre of mass is in the middle.

    Where that would push ink over the edge, it is moved only as far as the edge.
    """
    page = np.zeros((height, width))
    row, column = centre_of_mass(image)
    top = int(np.clip(round((height - 1) / 2 - row), 0, height - image.shape[0]))
    left = int(np.clip(round((width - 1) / 2 - column), 0, width - image.shape[1]))
    page[top : top + image.shape[0], left : left + image.shape[1]] = image
    return page


def straighten(image):
    """The image sheared sideways until its ink stands upright. Returns (H, W), 0..1.

    The slant is how far the ink moves to the side for each row down: the slope of a line through it by least squares.
    """
    room = np.pad(image, ((0, 0), (image.shape[0] // 2,) * 2))  # so that nothing is sheared over the edge
    rows, columns = np.indices(room.shape)
    row, column = centre_of_mass(room)
    spread = ((rows - row) ** 2 * room).sum()
    slant = ((rows - row) * (columns - column) * room).sum() / spread if spread else 0.0
    grey = Image.fromarray((255 * room).astype(np.uint8))
    shear = (1, slant, -slant * row, 0, 1, 0)  # where each new pixel is looked up: column + slant (row - middle), row
    return np.asarray(grey.transform(grey.size, Image.Transform.AFFINE, shear, Image.Resampling.BILINEAR)) / 255


def shrink(image, factor):
    """Mean over blocks of factor × factor pixels. image: (factor·h, factor·w). Returns (h, w)."""
    height, width = (side // factor for side in image.shape)
    return image.reshape(height, factor, width, factor).mean(axis=(1, 3))


def prepare(drawing, image_shape):
    """All steps from a drawing to a network's input, as {title: picture}, the last one being the input.

    drawing: (H, W), 0 for paper and 1 for ink. image_shape: (1, 28, 28) as in MNIST or (1, 8, 8) as in the bundled digits.
    The 8 × 8 digits all fill eight rows and at most some six columns; they were made from 32 × 32 pixels of pure black and
    white, by counting the black ones in blocks of 4 × 4. Their writers wrote upright.
    Returns float64 pictures. Raises ValueError for an empty drawing or another image shape.
    """
    drawing = np.asarray(drawing, dtype=np.float64)
    cut = crop(drawing)
    if image_shape == (1, 28, 28):
        scaled = scale_to_fit(cut, 20, 20)
        centred = lay_centred(scaled, 28, 28)
        return {"what you drew": drawing, "cut out": cut, "scaled to fit 20 × 20": scaled, "centred by mass": centred}
    if image_shape == (1, 8, 8):
        upright = crop(straighten(cut))
        width = min(22, max(1, round(BROADER * 32 * upright.shape[1] / upright.shape[0])))
        black_and_white = (stretch(upright, 32, width) > 0.4).astype(float)
        page = lay_centred(black_and_white, 32, 32)
        titles = ("what you drew", "cut out, upright", "black and white", "counted in blocks")
        return dict(zip(titles, (drawing, upright, page, shrink(page, 4)), strict=True))
    raise ValueError(f"pictures of shape (1, 28, 28) or (1, 8, 8) can be made, not {image_shape}.")
