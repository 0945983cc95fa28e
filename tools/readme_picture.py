"""README's picture: panel and pad of lesson 09 in JupyterLab while a network learns to read a digit that was drawn.

    python tools/readme_picture.py            writes docs/images/panel_and_pad.png

Draws with a real pen in a real browser, so it needs what the browser tests need.
"""

import io
import math
import re
import sys
import tempfile
from pathlib import Path

import nbformat
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "support"))

from browser import Lesson, chromium, jupyter_lab  # noqa: E402
from moves import wait  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "panel_and_pad.png"
CELLS = (
    "from helpers import widgets\nfrom helpers.datasets import load_digits",
    "bench = widgets.Workbench(load_digits(), iterations=1000)\nbench",
)
SHOWN_AT = 400  # the iteration at which the picture is taken


def three():
    """A handwritten 3: points in parts of the paper, to the right and down."""
    upper = [(0.49 + 0.19 * math.cos(a), 0.33 - 0.155 * math.sin(a)) for a in (2.5 - 0.2 * k for k in range(20))]
    lower = [(0.47 + 0.225 * math.cos(a), 0.67 - 0.19 * math.sin(a)) for a in (1.35 - 0.2 * k for k in range(20))]
    return upper + lower


def draw(page, paper, points):
    """Move the pen over the paper as a hand does."""
    box = paper.bounding_box()
    places = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places:
        page.mouse.move(*place, steps=3)
    page.mouse.up()


def take(path):
    """Write the picture to path."""
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}  # without it JupyterLab would ask for one
    notebook = nbformat.v4.new_notebook(metadata=metadata, cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
    with tempfile.TemporaryDirectory() as folder:
        nbformat.write(notebook, Path(folder, "picture.ipynb"))
        with jupyter_lab(folder) as address, chromium(1280, 900) as first:
            page = first.context.browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=1.5)
            page.set_default_timeout(600_000)
            lesson = Lesson(page, address, "picture.ipynb")
            lesson.run_all()
            bench = page.locator(".helpers-workbench")
            bench.scroll_into_view_if_needed()
            draw(page, bench.locator(".helpers-pad-paper"), three())
            bench.get_by_role("button", name="Start").click()
            done = bench.locator(".widget-html")
            wait(lambda: int(re.search(r"iteration (\d+)", done.inner_text())[1]) >= SHOWN_AT, what="training")
            page.mouse.move(5, 5)
            box = bench.bounding_box()
            page.evaluate("document.activeElement.blur()")
            clip = {"x": box["x"] - 8, "y": box["y"] - 8, "width": 980, "height": box["height"] + 12}
            picture = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")
            # few colours, all of them flat: a third of the bytes
            picture.quantize(160, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    take(PICTURE)
    print(PICTURE.relative_to(ROOT))
