"""A brush that draws a shape turned, mirrored and anywhere, and the places that drawn pets stand in."""

import numpy as np

FINER = 4  # pictures are drawn so many times as large and made smaller, which gives soft edges
SKIN = np.linspace(0, 2 * np.pi, 24, endpoint=False)


class Brush:
    """Draws in coordinates of its own: (0, 0) is the middle, y points down, and 1 is half of the animal's size.

    draw: a Pillow ImageDraw. matrix (2, 2), offset (2,): from these coordinates to pixels.
    """

    def __init__(self, draw, matrix, offset):
        self.draw, self.matrix, self.offset = draw, np.asarray(matrix, float), np.asarray(offset, float)

    def at(self, x, y, r, turn=0.0):
        """A brush for a part of the drawing: its middle is (x, y) of this one, its 1 is r, and it is turned by radians."""
        return Brush(self.draw, self.matrix @ (r * rotation(turn)), self.matrix @ (x, y) + self.offset)

    def pixels(self, points):
        """The points (N, 2) as pixels, a list of pairs."""
        return [(float(x), float(y)) for x, y in np.asarray(points, float) @ self.matrix.T + self.offset]

    def shape(self, points, colour):
        """Fill the polygon with these corners."""
        self.draw.polygon(self.pixels(points), fill=tuple(int(part) for part in colour))

    def line(self, points, colour, width):
        """Draw a line along the points."""
        pixels = max(1, round(width * abs(np.linalg.det(self.matrix)) ** 0.5))
        self.draw.line(self.pixels(points), fill=tuple(int(part) for part in colour), width=pixels, joint="curve")


def rotation(angle):
    """The matrix (2, 2) that turns by this many radians."""
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[cos, -sin], [sin, cos]])


def ellipse(x, y, rx, ry, turn=0.0):
    """24 points of an ellipse about (x, y), turned by radians: (24, 2)."""
    return np.stack([rx * np.cos(SKIN), ry * np.sin(SKIN)], axis=1) @ rotation(turn).T + (x, y)


def shade(colour, factor):
    """A colour made darker (below 1) or lighter."""
    return tuple(int(min(255, part * factor)) for part in colour)


def scene(rng, size, paint, head):
    """A square Pillow image: a background, and in front of it an animal somewhere, facing left or right.

    paint: function of a Brush that draws the animal. head: where its head is for that brush, (x, y). The picture's border may
    cut off the rest, but the middle of the head stays well inside.
    """
    from PIL import Image, ImageDraw

    side = size * FINER
    picture = Image.new("RGB", (side, side))
    draw = ImageDraw.Draw(picture)
    PLACES[rng.integers(len(PLACES))](draw, side, rng)
    half = side * rng.uniform(0.42, 0.56)
    mirror = np.diag([rng.choice([-1.0, 1.0]), 1.0])
    middle = side / 2 + rng.uniform(-0.16, 0.16, 2) * side
    brush = Brush(draw, half * rotation(rng.normal(0, 0.1)) @ mirror * rng.uniform(0.92, 1.08, (2, 1)), middle)
    place = np.array(brush.pixels([head])[0])
    brush.offset += place.clip(0.3 * side, 0.7 * side) - place
    paint(brush)
    picture = picture.resize((size, size), Image.Resampling.BOX)
    return _lit(picture, rng, size)


def _lit(picture, rng, size):
    """Light from one side, brighter or darker as a whole, and the grain of a camera."""
    from PIL import Image

    pixels = np.asarray(picture, np.float64) / 255
    rows, columns = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    angle = rng.uniform(0, 2 * np.pi)
    light = rng.uniform(0.75, 1.1) + 0.15 * (np.cos(angle) * columns + np.sin(angle) * rows)
    pixels = pixels * light[:, :, None] + rng.normal(0, 0.02, pixels.shape)
    return Image.fromarray((255 * pixels.clip(0, 1)).round().astype(np.uint8))


def _colour(rng):
    """Any colour, but none that glows."""
    grey = rng.uniform(50, 215)
    return tuple(int(part) for part in (grey + rng.uniform(-45, 45, 3)).clip(0, 255))


def _things(draw, side, rng, count):
    """Things that stand about: balls, boxes, tents."""
    for _ in range(count):
        x, y, r = rng.uniform(0, side), rng.uniform(0.2, 1) * side, rng.uniform(0.06, 0.2) * side
        corners = [ellipse(x, y, r, r)] + [
            [(x - r, y + r), (x, y - r), (x + r, y + r)],
            [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
        ]
        draw.polygon([tuple(map(float, corner)) for corner in corners[rng.integers(3)]], fill=_colour(rng))


def meadow(draw, side, rng):
    """Sky above, grass or sand below."""
    horizon = rng.uniform(0.25, 0.7) * side
    ground = ((96, 150, 70), (126, 160, 84), (200, 180, 130), (222, 228, 232))[rng.integers(4)]
    draw.rectangle([0, 0, side, side], fill=shade((150, 190, 226), rng.uniform(0.7, 1.1)))
    draw.rectangle([0, horizon, side, side], fill=shade(ground, rng.uniform(0.75, 1.1)))
    _things(draw, side, rng, rng.integers(0, 4))


def room(draw, side, rng):
    """A wall and a floor, with a picture or a door."""
    wall, floor = _colour(rng), _colour(rng)
    draw.rectangle([0, 0, side, side], fill=wall)
    x, y, w, h = rng.uniform(0.0, 0.7), rng.uniform(0, 0.3), *rng.uniform(0.15, 0.5, 2)
    draw.rectangle([x * side, y * side, (x + w) * side, (y + h) * side], fill=_colour(rng))
    draw.rectangle([0, rng.uniform(0.5, 0.85) * side, side, side], fill=floor)
    _things(draw, side, rng, rng.integers(0, 3))


def stripes(draw, side, rng):
    """A blanket, or wallpaper: stripes upright or lying."""
    one, other, wide = _colour(rng), _colour(rng), int(rng.integers(side // 12, side // 4))
    draw.rectangle([0, 0, side, side], fill=one)
    for start in range(0, side, 2 * wide):
        draw.rectangle([start, 0, start + wide, side] if wide % 2 else [0, start, side, start + wide], fill=other)


def cushion(draw, side, rng):
    """One colour, and a large soft thing in another."""
    draw.rectangle([0, 0, side, side], fill=_colour(rng))
    points = ellipse(side / 2, 0.75 * side, *(rng.uniform(0.4, 0.7, 2) * side))
    draw.polygon([tuple(map(float, point)) for point in points], fill=_colour(rng))


PLACES = (meadow, meadow, room, room, stripes, cushion)
