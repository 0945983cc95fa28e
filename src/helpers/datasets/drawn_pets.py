"""Small pictures of cats and dogs, drawn by chance: photographs for a computer that has none.

Both animals share their poses, sizes, furs, eyes and backgrounds. What tells them apart is what tells them apart outside: a cat
has pointed ears, a flat face with whiskers and a long thin tail, a dog has hanging ears, a long muzzle and a short thick tail.
"""

from pathlib import Path

import numpy as np

from helpers.checks import require_whole
from helpers.datasets.pet_scenes import ellipse, scene, shade
from helpers.writing import replacing

KINDS = ("cat", "dog")
FURS = (
    (226, 145, 62),
    (120, 120, 128),
    (52, 48, 50),
    (236, 230, 220),
    (132, 88, 54),
    (214, 178, 128),
    (170, 92, 50),
    (176, 172, 170),
)
EYES = ((110, 160, 60), (200, 160, 40), (90, 60, 35), (80, 130, 180))
NOSES = ((40, 32, 34), (70, 46, 44), (196, 112, 116))


def draw_pets(folder, count=600, size=32, seed=0):
    """Draw ``count`` pictures into folder/cat and folder/dog, half of them each (the odd one is a cat), as PNG files.

    size: the side of the square pictures in pixels, from 16 up. seed: a whole number; the same one draws the same pictures, and
    a smaller count the first of them. Files of the same names are drawn anew. Returns the folder, a Path. Raises FileExistsError
    where folder/cat or folder/dog holds other files, which would be taken for drawn ones.
    """
    count, size, seed = require_whole("count", count, 2), require_whole("size", size, 16), require_whole("seed", seed, 0)
    folder = Path(folder)
    shares = {"cat": count - count // 2, "dog": count // 2}
    names = {kind: [f"{kind}_{number:04d}.png" for number in range(share)] for kind, share in shares.items()}
    for kind in KINDS:
        there = {file.name for file in (folder / kind).glob("*")} if (folder / kind).is_dir() else set()
        if others := sorted(there - set(names[kind])):
            raise FileExistsError(
                f"{folder / kind} holds {len(others)} other files already, such as {others[0]}. Usual cause: more pictures were "
                f"drawn there before. Choose another folder, or delete that one first."
            )
    for kind in KINDS:
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for number, name in enumerate(names[kind]):
            picture = drawn_pet(kind, np.random.default_rng([seed, KINDS.index(kind), number]), size)
            with replacing(folder / kind / name, "wb") as file:
                picture.save(file, format="PNG")
    return folder


def drawn_pet(kind, rng, size=32):
    """One picture of a "cat" or a "dog", a square Pillow image in RGB. rng: numpy.random.Generator, the source of all chance."""
    if kind not in KINDS:
        raise ValueError(f'kind must be "cat" or "dog", not {kind!r:.80}.')
    (pose, head), coat = POSES[rng.integers(len(POSES))], _coat(rng)
    return scene(rng, size, lambda brush: pose(brush, kind, coat, rng), head)


def _coat(rng):
    """The colours of one animal."""
    fur = shade(FURS[rng.integers(len(FURS))], rng.uniform(0.85, 1.15))
    other = FURS[rng.integers(len(FURS))]
    pale = rng.random() < 0.5
    return {
        "fur": fur,
        "dark": shade(fur, 0.6),
        "light": shade(fur, 1.35) if pale else (240, 234, 226),
        "pattern": ("plain", "stripes", "patches", "plain")[rng.integers(4)],
        "mark": shade(fur, 0.55) if rng.random() < 0.6 else other,
        "eye": EYES[rng.integers(len(EYES))],
        "nose": NOSES[rng.integers(len(NOSES))],
        "collar": tuple(rng.integers(40, 230, 3)) if rng.random() < 0.3 else None,
    }


def face(brush, kind, coat, rng):
    """The head from the front, as large as the picture."""
    front_head(brush, kind, coat, rng, 0, 0.05, 0.72)


def sitting(brush, kind, coat, rng):
    """The whole animal from the front."""
    _shadow(brush)
    side = rng.choice([-1, 1])
    _tail(brush, kind, coat, rng, (0.4 * side, 0.85), side)
    brush.shape(ellipse(0, 0.5, 0.46, 0.6), coat["fur"])
    brush.shape(ellipse(0, 0.42, 0.24, 0.4), coat["light"])
    for x in (-0.2, 0.2):
        brush.shape(ellipse(x, 0.72, 0.13, 0.38), coat["fur"])
        brush.shape(ellipse(x, 1.04, 0.17, 0.1), coat["light"])
    for x in (-0.5, 0.5):
        brush.shape(ellipse(x, 0.86, 0.2, 0.26), coat["dark"])
    _collar(brush, coat, 0, 0.0, 0.3)
    front_head(brush, kind, coat, rng, 0, -0.4, 0.52)


def standing(brush, kind, coat, rng):
    """The whole animal from the side, on its feet."""
    _shadow(brush)
    for x, colour in ((-0.48, "dark"), (0.36, "dark"), (-0.62, "fur"), (0.5, "fur")):
        step = rng.uniform(-0.12, 0.12)
        brush.shape([(x, 0.1), (x + 0.2, 0.1), (x + 0.17 + step, 0.9), (x + step, 0.9)], coat[colour])
        brush.shape(ellipse(x + 0.12 + step, 0.88, 0.13, 0.07), coat["light"])
    _tail(brush, kind, coat, rng, (-0.62, -0.02), -1)
    brush.shape(ellipse(0, 0.12, 0.74, 0.34), coat["fur"])
    _marks(brush, coat, rng, 0, 0.1, 0.5)
    brush.shape(ellipse(0.52, -0.05, 0.26, 0.34, 0.5), coat["fur"])
    _collar(brush, coat, 0.6, -0.16, 0.2)
    side_head(brush, kind, coat, rng, 0.66, -0.46, 0.44)


def lying(brush, kind, coat, rng):
    """The whole animal from the side, on its belly, the head towards us or to the side."""
    _shadow(brush)
    _tail(brush, kind, coat, rng, (-0.75, 0.5), -1)
    brush.shape(ellipse(-0.1, 0.42, 0.8, 0.36), coat["fur"])
    _marks(brush, coat, rng, -0.2, 0.35, 0.5)
    brush.shape(ellipse(-0.48, 0.56, 0.32, 0.24), coat["dark"])
    for y in (0.66, 0.76):
        brush.shape(ellipse(0.62, y, 0.4, 0.09), coat["fur"])
    _collar(brush, coat, 0.5, 0.2, 0.22)
    head = front_head if rng.random() < 0.5 else side_head
    head(brush, kind, coat, rng, 0.48, -0.12, 0.48)


POSES = (  # and where the head is
    (face, (0, 0.05)),
    (face, (0, 0.05)),
    (sitting, (0, -0.4)),
    (standing, (0.66, -0.46)),
    (lying, (0.48, -0.12)),
)


def front_head(brush, kind, coat, rng, x, y, r):
    """A head that looks at us. (x, y), r: its middle and its radius."""
    brush = brush.at(x, y, r, rng.normal(0, 0.12))
    if kind == "cat":
        spread, tall = rng.uniform(0.72, 0.95), rng.uniform(1.25, 1.5)
        for side in (-1, 1):
            brush.shape([(0.98 * side, -0.1), (spread * side, -tall), (0.12 * side, -0.75)], coat["fur"])
            brush.shape([(0.86 * side, -0.45), (spread * side, -tall + 0.25), (0.4 * side, -0.75)], (226, 160, 156))
        brush.shape(ellipse(0, 0, 1.02, 0.86), coat["fur"])
        _marks(brush, coat, rng, 0, -0.5, 0.45)
        for side in (-1, 1):
            brush.shape(ellipse(0.22 * side, 0.4, 0.3, 0.24), coat["light"])
            brush.shape(ellipse(0.44 * side, -0.06, 0.23, 0.2), coat["eye"])
            brush.shape(ellipse(0.44 * side, -0.06, 0.08, 0.19), (20, 18, 20))
            for lift in (-0.12, 0.06, 0.24):
                brush.line([(0.3 * side, 0.38), (1.25 * side, 0.3 + lift)], (250, 250, 250), 0.035)
        brush.shape([(-0.14, 0.16), (0.14, 0.16), (0, 0.32)], coat["nose"])
        return
    brush.shape(ellipse(0, 0, 0.82, 0.95), coat["fur"])
    _marks(brush, coat, rng, 0.1, -0.5, 0.45)
    brush.shape(ellipse(0, 0.48, 0.52, 0.5), coat["light"])
    for side in (-1, 1):
        lean = rng.uniform(0.05, 0.35)
        brush.shape(ellipse(0.84 * side, 0.08, 0.28, 0.78, -lean * side), coat["dark"])
        brush.shape(ellipse(0.36 * side, -0.16, 0.17, 0.17), (246, 244, 240))
        brush.shape(ellipse(0.36 * side, -0.14, 0.14, 0.15), shade(coat["eye"], 0.8))
        brush.shape(ellipse(0.36 * side, -0.14, 0.08, 0.08), (20, 18, 20))
    if rng.random() < 0.5:
        brush.shape(ellipse(0, 0.98, 0.2, 0.3), (222, 104, 116))
    brush.line([(-0.3, 0.74), (0, 0.64), (0.3, 0.74)], (46, 36, 36), 0.07)
    brush.shape(ellipse(0, 0.3, 0.24, 0.18), coat["nose"])


def side_head(brush, kind, coat, rng, x, y, r):
    """A head that looks to the right."""
    brush = brush.at(x, y, r, rng.normal(0, 0.15))
    if kind == "cat":
        tall = rng.uniform(1.3, 1.55)
        for foot, colour in ((0.15, "dark"), (-0.35, "fur")):
            brush.shape([(foot - 0.5, -0.45), (foot, -tall), (foot + 0.45, -0.6)], coat[colour])
        brush.shape([(-0.68, -0.6), (-0.36, -tall + 0.3), (-0.1, -0.68)], (226, 160, 156))
        brush.shape(ellipse(0, 0, 0.98, 0.86), coat["fur"])
        brush.shape(ellipse(0.74, 0.34, 0.34, 0.28), coat["light"])
        brush.shape(ellipse(1.02, 0.2, 0.11, 0.1), coat["nose"])
        brush.shape(ellipse(0.48, -0.12, 0.2, 0.2), coat["eye"])
        brush.shape(ellipse(0.5, -0.12, 0.07, 0.18), (20, 18, 20))
        for lift in (-0.15, 0.1, 0.35):
            brush.line([(0.75, 0.4), (1.5, 0.4 + lift)], (250, 250, 250), 0.04)
        return
    if rng.random() < 0.5:
        brush.shape(ellipse(1.12, 0.74, 0.2, 0.3), (222, 104, 116))
    brush.shape(ellipse(0, 0, 0.9, 0.86), coat["fur"])
    brush.shape(ellipse(0.92, 0.32, 0.82, 0.36, 0.08), coat["fur"])
    brush.shape(ellipse(0.98, 0.48, 0.68, 0.22, 0.08), coat["light"])
    brush.shape(ellipse(1.64, 0.18, 0.2, 0.17), coat["nose"])
    brush.shape(ellipse(-0.3, 0.28, 0.34, 0.78, 0.15), coat["dark"])
    brush.shape(ellipse(0.44, -0.2, 0.17, 0.17), (246, 244, 240))
    brush.shape(ellipse(0.47, -0.2, 0.12, 0.13), shade(coat["eye"], 0.6))


def _shadow(brush):
    brush.shape(ellipse(0, 0.95, 0.95, 0.12), (60, 56, 52))


def _tail(brush, kind, coat, rng, start, side):
    (x, y), along = start, np.linspace(0, 1, 9)
    if kind == "cat":
        curl, rise = rng.uniform(0.1, 0.5), rng.uniform(0.5, 0.9)
        points = np.stack([x + side * (0.4 * along + curl * np.sin(4 * along) / 2), y - rise * along**1.5], axis=1)
        brush.line(points, coat["fur"], 0.11)
        brush.line(points[-3:], coat["mark"], 0.11)
    else:
        tip = x + side * rng.uniform(0.3, 0.45), y - rng.uniform(0.1, 0.4)
        brush.shape([(x, y - 0.12), tip, (x, y + 0.14)], coat["fur"])


def _marks(brush, coat, rng, x, y, reach):
    """Stripes or patches on the fur, within ``reach`` of (x, y)."""
    if coat["pattern"] == "stripes":
        for place in (-0.7, 0, 0.7):
            brush.line([(x + place * reach, y - 0.2), (x + place * reach * 0.8, y + 0.15)], coat["mark"], 0.09)
    if coat["pattern"] == "patches":
        for _ in range(2):
            dx, dy = rng.uniform(-reach, reach), rng.uniform(-0.15, 0.15)
            brush.shape(ellipse(x + dx, y + dy, *rng.uniform(0.12, 0.28, 2)), coat["mark"])


def _collar(brush, coat, x, y, width):
    if coat["collar"]:
        brush.shape(ellipse(x, y, width, 0.13), coat["collar"])
