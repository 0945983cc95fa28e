"""From a drawing of any size and place to the kind of picture a network was trained on.

MNIST's makers cut each digit out, scaled it to fit a box of 20 × 20 pixels and laid its centre of mass in the middle
of 28 × 28. A network trained on such pictures reads a drawing well only when it gets the same treatment.
Source: LeCun, Cortes, Burges, The MNIST database; Alpaydin and Kaynak, 1998, for the 8 × 8 digits.
"""

import numpy as np
from PIL import Image

BROADER = 1.3  # the bundled digits are broader than most handwriting; chosen on MNIST's training images
INK = 0.3  # a pixel above this counts as ink where a drawing's edge is looked for; fainter ones are the pen's soft rim


def as_ink(drawing):
    """The door for all that is drawn or photographed: one page as floats (H, W), 0 for paper and 1 for ink.

    drawing: an array (H, W) of values 0..1, or of uint8 0..255, the type of pictures, which is divided by 255. Whole numbers
    that are all 0 or 1, and True and False, are taken as they are. Floats keep their dtype, all else becomes float64.
    Raises TypeError for other things than numbers, ValueError for another shape, for nan and for values outside of 0..1.
    """
    page = np.asarray(drawing)
    if page.dtype.kind not in "buif":
        raise TypeError(f"a drawing is an array of numbers, not of {page.dtype}. Usual cause: something else was passed.")
    if page.ndim != 2 or not page.size:
        raise ValueError(f"a drawing is one page (H, W), this has shape {page.shape}. {_shape_cause(page.shape)}".rstrip())
    ink = page if page.dtype.kind == "f" else page.astype(np.float64)
    if not np.isfinite(ink).all():
        raise ValueError("this drawing holds nan or inf, expected values from 0 for paper to 1 for ink.")
    if page.dtype == np.uint8 and ink.max() > 1:
        return ink / 255
    if ink.min() < -1e-6 or ink.max() > 1 + 1e-6:
        cause = " Usual cause: a picture's 0..255; divide it by 255." if 0 <= ink.min() and 1 < ink.max() <= 255 else ""
        raise ValueError(
            f"this drawing holds values from {ink.min():g} to {ink.max():g}, expected 0 for paper to 1 for ink.{cause}"
        )
    return np.clip(ink, 0, 1)  # what is outside by rounding alone


def _shape_cause(shape):
    """Name the usual cause of a shape that is no page's, where its pattern is seen."""
    if len(shape) == 3 and shape[2] in (3, 4):
        return (
            "Usual cause: a colour picture. Make it grey, drawing[..., :3].mean(axis=2), "
            "and where the paper is bright, turn it round: 1 - grey for values 0..1, 255 - grey for 0..255."
        )
    if len(shape) == 3 and 1 in (shape[0], shape[2]):
        return "Usual cause: an axis for the channel; drawing.squeeze() takes it away."
    if len(shape) > 2:
        return "Usual cause: a batch; prepare one picture at a time."
    side = round(shape[0] ** 0.5) if len(shape) == 1 else 0
    if side > 1 and side * side == shape[0]:
        return f"Usual cause: a flat row of pixels; drawing.reshape({side}, {side}) makes it a page again."
    return ""


def _refuse_dark_paper(ink):
    """Raise a ValueError when ink is where paper should be: on most of the page, and on most of its edge."""
    dark = ink > INK
    edge = np.concatenate([dark[0], dark[-1], dark[1:-1, 0], dark[1:-1, -1]])
    if dark.mean() > 0.5 and edge.mean() > 0.5:
        raise ValueError(
            f"{dark.mean():.0%} of this page is ink, most of its edge too; expected 0 for paper and 1 for ink. Usual cause: dark "
            "ink on bright paper, as in a photograph or a scan. Turn it round: 1 - drawing, or 255 - drawing for 0..255."
        )


def ink_box(drawing):
    """Rows and columns (top, bottom, left, right) of the smallest box that holds all ink, or None when there is none.

    drawing: (H, W), as `as_ink` takes it. bottom and right are one past the last pixel.
    """
    ink = as_ink(drawing) > INK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    return rows[0], rows[-1] + 1, columns[0], columns[-1] + 1


def crop(drawing):
    """The part of a drawing inside its ink box, (h, w); a ValueError for an empty one."""
    ink = as_ink(drawing)
    box = ink_box(ink)
    if box is None:
        raise ValueError(f"there is no ink in this drawing: its strongest value is {ink.max():.2g}, and ink begins at {INK}.")
    top, bottom, left, right = box
    return ink[top:bottom, left:right]


def stretch(image, height, width):
    """The image, as `as_ink` takes it, scaled to height × width, whatever its proportions. Returns float64, 0..1."""
    grey = Image.fromarray((255 * as_ink(image)).astype(np.uint8))
    return np.asarray(grey.resize((width, height), Image.Resampling.BILINEAR)) / 255


def scale_to_fit(image, height, width):
    """The image, scaled to the largest size that fits into height × width, its proportions kept. Returns float64, 0..1."""
    image = as_ink(image)
    factor = min(height / image.shape[0], width / image.shape[1])
    return stretch(image, *(max(1, round(side * factor)) for side in image.shape))


def centre_of_mass(image):
    """Mean (row, column) of the ink, each pixel counted by how much ink it holds. A ValueError without ink."""
    rows, columns = np.indices(image.shape)
    ink = image.sum()
    if ink == 0:
        raise ValueError("there is no ink in this image, so it has no centre of mass.")
    return (rows * image).sum() / ink, (columns * image).sum() / ink


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

    drawing: (H, W), 0 for paper and 1 for ink, or uint8 0..255 (see `as_ink`).
    image_shape: (1, 28, 28) as in MNIST or (1, 8, 8) as in the bundled digits.
    The 8 × 8 digits all fill eight rows and at most some six columns; they were made from 32 × 32 pixels of pure black and
    white, by counting the black ones in blocks of 4 × 4. Their writers wrote upright.
    Returns float64 pictures. Raises ValueError for what `as_ink` refuses, for an empty page, for one with dark ink on bright
    paper and for another image shape.
    """
    drawing = as_ink(drawing).astype(np.float64)
    _refuse_dark_paper(drawing)
    cut = crop(drawing)
    image_shape = tuple(np.ravel(image_shape).tolist())
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
