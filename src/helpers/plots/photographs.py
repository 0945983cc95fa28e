"""Figures of lesson 18, first half: pictures in colour, what becomes of them on their way into a network, and its sizes."""

import numpy as np

from helpers.augmentation import affine
from helpers.plots import ink
from helpers.plots.base import Figure, blank, new_drawing, new_figure, styled
from helpers.plots.ink import COLOURS, DARK, DASHED


def in_colour(picture):
    """(3, H, W) in 0..1 as Matplotlib wants it, (H, W, 3)."""
    picture = np.asarray(picture)
    if picture.ndim != 3 or picture.shape[0] != 3:
        raise ValueError(f"a picture in colour must have shape (3, H, W), but it has shape {picture.shape}.")
    return np.clip(picture.transpose(1, 2, 0), 0, 1)


def sheet(pictures, columns, gap=1):
    """Pictures (N, 3, H, W) side by side in rows, white between them: one array (…, …, 3), quicker to draw than N panels."""
    count, _, height, width = np.shape(pictures)
    rows = -(-count // columns)
    page = np.ones((rows * (height + gap) - gap, columns * (width + gap) - gap, 3), np.float32)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        top, left = row * (height + gap), column * (width + gap)
        page[top : top + height, left : left + width] = in_colour(picture)
    return page


def photo(figure, alt):
    """The figure with its alt text, its colours left alone in a dark theme."""
    figure.photo = True
    return figure.saying(alt)


@styled
def photographs(pictures, titles=None, columns=8, what="pictures") -> Figure:
    """Pictures in colour in rows. pictures: (N, 3, H, W), 0..1. titles: N short texts, or None. what: their noun."""
    pictures = np.asarray(pictures)
    if pictures.ndim != 4 or not len(pictures):
        raise ValueError(f"pictures must have shape (N, 3, H, W), at least one of them, but they have shape {pictures.shape}.")
    rows, columns = -(-len(pictures) // columns), min(columns, len(pictures))
    side = min(7.0 / columns, 1.35)
    lines = 0 if titles is None else max(str(title).count("\n") + 1 for title in titles)
    figure, axes = blank(columns * side, rows * (side + 0.17 * lines), rows, columns)
    for number, (place, picture) in enumerate(zip(axes.flat, pictures, strict=False)):
        place.imshow(in_colour(picture))
        if titles is not None:
            place.set_title(titles[number], fontsize=ink.SMALL, pad=2)
    listed = "" if titles is None else f": {', '.join(' '.join(str(title).split()) for title in titles)}"
    return photo(figure, f"{len(pictures)} {what} of {pictures.shape[2]} × {pictures.shape[3]} pixels{listed}.")


@styled
def ways_to_a_square(picture, size=32) -> Figure:
    """A picture that is no square, the part of it that a crop keeps, and both ways to size × size: squeezed, and cropped.

    picture: a Pillow image, as helpers.pictures.open_picture gives it. size: pixels, a whole number from 1 up.
    """
    from helpers.pictures import as_array, cropped, resized

    width, height = picture.size
    short = min(width, height)
    squeezed, cut = picture.resize((size, size), 4), cropped(resized(picture, size), size)  # 4: a box, means of pixels
    figure, axes = new_drawing(7.2, 2.5, (0, 7.2), (0, 2.5))
    wide = min(2.9, 2.1 * width / height)
    places = ((0.1, wide, as_array(picture)), (3.2, 1.9, as_array(squeezed)), (5.2, 1.9, as_array(cut)))
    for (left, across, shown), title in zip(
        places, (f"{width} × {height} pixels", f"squeezed to {size} × {size}", f"cropped to {size} × {size}"), strict=True
    ):
        high = across * height / width if left < 1 else across
        axes.imshow(in_colour(shown), extent=(left, left + across, 0.1, 0.1 + high), aspect="auto", interpolation="nearest")
        axes.text(left + across / 2, 0.16 + high, title, ha="center", va="bottom", fontsize=ink.SMALL)
    unit = wide / width
    x, y = 0.1 + unit * (width - short) / 2, 0.1 + unit * (height - short) / 2
    frame = [(x, y), (x + unit * short, y), (x + unit * short, y + unit * short), (x, y + unit * short), (x, y)]
    ink.line(axes, frame, color="white", lw=3.5)
    ink.line(axes, frame, color=DARK, lw=1.5, ls=DASHED)
    axes.set(xlim=(0, 7.2), ylim=(0, 2.5))
    kept = short**2 / (width * height)
    what = f"A picture of {width} × {height} pixels, squeezed to {size} × {size}, and cropped"
    return photo(figure, f"{what}: the crop keeps the {ink.percent(kept)} in the middle, and the squeezed one all, out of shape.")


@styled
def colour_copies(
    picture, flip=True, upside_down=False, shift=0.0, rotate=0.0, scale=0.0, light=0.0, copies=14, seed=0
) -> Figure:
    """One picture in colour, large, and copies of it that are changed by chance.

    picture: (3, H, W), 0..1. flip, upside_down: whether copies may be mirrored left to right, or stood on their heads, each with
    chance ½. shift: pixels. rotate: degrees. scale: as in helpers.augmentation.affine. light: up to so much brighter or darker.
    """
    rng = np.random.default_rng(seed)
    changed = np.repeat(np.asarray(picture, np.float32)[None], copies, axis=0)
    mirrored, turned, brighter = rng.random((3, copies), np.float32)  # all are drawn, so that a switch moves nothing else
    if flip:
        changed[mirrored < 0.5] = changed[mirrored < 0.5][..., ::-1]
    if upside_down:
        changed[turned < 0.5] = changed[turned < 0.5][..., ::-1, :]
    if shift or rotate or scale:
        changed = affine(changed, rng, shift=shift, rotate=rotate, scale=scale, outside="edge")
    changed = np.clip(changed * (1 + light * (2 * brighter - 1))[:, None, None, None], 0, 1)
    rows = -(-copies // 7)
    figure, axes = new_drawing(7.2, 2.05, (0, 7.2), (0, 2.05))
    axes.imshow(in_colour(picture), extent=(0.1, 1.75, 0.1, 1.75), aspect="auto")
    axes.imshow(sheet(changed, 7), extent=(2.0, 7.1, 0.1, 0.1 + 5.1 * rows / 7), aspect="auto")
    axes.text(0.92, 1.8, "as it is", ha="center", va="bottom", fontsize=ink.SMALL)
    axes.text(4.55, 1.8, f"{copies} copies, changed by chance", ha="center", va="bottom", fontsize=ink.SMALL)
    axes.set(xlim=(0, 7.2), ylim=(0, 2.05))
    strengths = {"shifts": shift, "turns": rotate, "sizes": scale, "light": light}
    told = ["mirrored"] * bool(flip) + ["upside down"] * bool(upside_down)
    told += [f"{name} up to {ink.short(value)}" for name, value in strengths.items() if value]
    return photo(figure, f"A picture and {copies} copies of it, changed by chance: {', '.join(told) or 'no change at all'}.")


def _numbered(rows):
    """[(kind, shape, parameters)] as [("kind 1", parameters)], without the layers that have none."""
    seen, named = {}, []
    for kind, _, count in rows:
        if count:
            seen[kind] = seen.get(kind, 0) + 1
            named.append((f"{kind} {seen[kind]}", count))
    return named


@styled
def where_the_weights_are(networks) -> Figure:
    """How many parameters each layer has, a panel for each network, each on its own scale.

    networks: {title: [(kind of a layer, shape behind it, number of parameters)]}, from the input to the output. Layers of a
    kind are numbered; those without parameters are left out.
    """
    networks = {title: _numbered(rows) for title, rows in networks.items()}
    longest = max(len(layers) for layers in networks.values())
    figure, panels = new_figure(7.2, 0.9 + 0.25 * longest, 1, len(networks), squeeze=False)
    said = []
    for axes, (title, layers) in zip(panels[0], networks.items(), strict=True):
        names, counts = [name for name, _ in layers], np.array([count for _, count in layers])
        heights = -np.arange(len(layers))
        convolutions = np.array([not name.startswith("affine") for name in names])
        for part, colour in ((convolutions, "sky"), (~convolutions, "orange")):
            axes.barh(heights[part], counts[part] / counts.sum(), color=COLOURS[colour], height=0.7)
        for height, count in zip(heights, counts, strict=True):
            axes.text(
                count / counts.sum() + 0.02 * counts.max() / counts.sum(), height, f"{count:,}", va="center", fontsize=ink.SMALL
            )
        axes.set_yticks(heights, names, fontsize=ink.SMALL)
        ink.dress(
            axes,
            f"{title}: {counts.sum():,} parameters",
            xlim=(0, 1.42 * counts.max() / counts.sum()),
            xticks=(),
            ylim=(0.6 - longest, 0.6),
        )
        axes.grid(visible=False)
        axes.spines["bottom"].set_visible(False)
        axes.tick_params(axis="y", length=0)
        most = int(counts.argmax())
        affine_share = ink.percent(counts[~convolutions].sum() / counts.sum())
        about = f"{title} has {counts.sum():,} parameters, {affine_share} of them in affine layers"
        said.append(f"{about}; the largest layer is {names[most]} with {counts[most]:,}")
    return figure.saying(f"{'. '.join(said)}.")
