"""What all figures share, and the figures of images and training (lesson 09)."""

import ast
import base64
import html.parser
import io
import re
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from PIL import Image

from helpers import plots, widgets
from helpers.plots import ink
from helpers.plots.base import CSS_PIXELS, SCALE, new_figure, png_bytes, styled
from helpers.plots.training import smoothed
from helpers.training import History


def size_of(png):
    return Image.open(io.BytesIO(png)).size


def test_a_png_has_the_figures_size_and_two_calls_are_equal():
    figure = plots.gallery(np.eye(4).reshape(4, 4))
    width, height = figure.get_size_inches() * CSS_PIXELS
    assert size_of(figure.png()) == (int(SCALE * width), int(SCALE * height))  # a still and a slider's picture alike
    assert size_of(figure.png(scale=2)) == (int(2 * width), int(2 * height))
    assert figure.css_size() == (round(width), round(height))
    assert figure.png() == figure.png()


@pytest.mark.parametrize("level", [1, 9])
def test_png_bytes_are_the_pixels_that_came(level):
    pixels = np.random.default_rng(0).integers(0, 256, (5, 7, 3), dtype=np.uint8)
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(png_bytes(pixels, level)))), pixels)


class Tags(html.parser.HTMLParser):
    """The tags of a page: self.seen is a list of (name, {attribute: value})."""

    def __init__(self, text):
        super().__init__()
        self.seen = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def test_a_figure_shows_itself_as_an_img_with_its_alt_text(monkeypatch):
    shown = {}
    monkeypatch.setattr("IPython.display.display", lambda data, **more: shown.update(data=data, **more))
    figure = plots.seed_study([0.01, 0.5], limit=0.1)
    figure.alt = 'Two runs, one "below" 0.1 & one above.'
    figure._ipython_display_()
    assert set(shown["data"]) == {"text/html", "text/plain"} and shown["raw"] is True
    assert shown["data"]["text/plain"] == figure.alt
    [(tag, attributes)] = Tags(shown["data"]["text/html"]).seen
    assert tag == "img" and attributes["alt"] == figure.alt and attributes["class"] == "helpers-figure"
    assert (int(attributes["width"]), int(attributes["height"])) == figure.css_size()
    picture = base64.b64decode(attributes["src"].removeprefix("data:image/png;base64,"))
    assert size_of(picture) == tuple(int(SCALE * CSS_PIXELS * inches) for inches in figure.get_size_inches())


def test_photographs_are_named_so_that_a_dark_theme_leaves_them_alone():
    figure = plots.seed_study([0.01, 0.5], limit=0.1)
    figure.photo = True
    assert Tags(figure.html()).seen[0][1]["class"] == "helpers-photo"


def test_the_ground_of_a_picture_is_white():
    picture = np.asarray(Image.open(io.BytesIO(plots.seed_study([0.01, 0.5], limit=0.1).png())))
    assert picture.shape[2] == 3 and (picture[:3] == 255).all() and (picture[:, :3] == 255).all()


def test_style_does_not_leak_into_the_learners_own_figures():
    before = dict(matplotlib.rcParams)

    @styled
    def draw():
        assert matplotlib.rcParams["axes.grid"] is True
        return new_figure()[0]

    draw()
    assert dict(matplotlib.rcParams) == before


def test_describe_gives_a_drawn_figure_its_sentence():
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots()
    axes.plot([1, 2])
    axes.set(title="drawn by hand", xlim=(0, 1000))
    number = figure.number
    described = plots.describe(figure, "A rising line.")
    assert described.alt == "A rising line." and described.png().startswith(b"\x89PNG")
    assert {tuple(text.get_fontfamily()) for text in (axes.title, *axes.get_xticklabels())} == {tuple(ink.FAMILY)}
    assert not plt.fignum_exists(number)  # or the notebook would show it twice
    with pytest.raises(ValueError, match="alt text is empty"):
        plots.describe(figure, " ")


def test_use_layout_puts_the_axes_where_they_were():
    first, second = (plots.training_curves([1.0] * n, [n], [0.5], [0.5]) for n in (10, 10_000))
    first.png()
    second.use_layout(first.layout())
    second.png()
    for one, other in zip(first.layout(), second.layout(), strict=True):
        assert np.allclose(one.bounds, other.bounds)


@pytest.mark.parametrize("walk", [plots.descent, plots.optimizer_path])
def test_a_map_keeps_its_size_when_the_landscape_changes_and_changes_back(walk):
    """Once each change halved it. The hand's box is the map's, whose frame is drawn last of what is round it."""
    shown = []
    for function in ("bowl" if walk is plots.descent else "tilted", "valley") * 3:
        explorer = (
            shown and shown[0][0] or widgets.explore(walk, function=widgets.choice("function", ["valley", "bowl", "tilted"]))
        )
        explorer.set(function=function)
        svg = explorer.picture.drawing
        shown.append((explorer, re.search(r'"box": \[[^]]*\]', svg)[0], re.search(r'd="(M36 56v[^"]*)"', svg)[1]))
    assert len({box for _, box, _ in shown}) == len({frame for *_, frame in shown}) == 1
    assert shown[0][1:] == ('"box": [36, 56, 400, 260]', "M36 56v260h400v-260Z")


def test_smoothed_is_the_running_mean():
    assert smoothed(np.array([4.0, 2.0, 0.0, 6.0]), 2).tolist() == [4.0, 3.0, 1.0, 3.0]


def test_training_curves_tell_what_they_show():
    loss = np.linspace(2.3, 0.1, 400)
    figure = plots.training_curves(loss, [200, 400], [0.7, 0.99], [0.6, 0.96])
    assert figure.alt == (
        "Over 400 iterations the loss goes from 2.3 to 0.15. Accuracy ends at 99 % on training and 96 % on validation images."
    )
    assert "nothing is trained yet" in plots.training_curves([], [], [], []).alt
    left, right = figure.axes
    assert left.get_ylim()[0] == 0 and right.get_ylim() == (0, 1.03)
    assert len(left.lines[0].get_xdata()) <= 1000


def test_training_curves_of_a_run_that_came_to_no_number():
    figure = plots.training_curves([2.3, np.inf, np.nan], [3], [0.1], [0.1])
    assert figure.png() and figure.alt.startswith("Over 1 iterations the loss goes from 2.3 to 2.30; after them it is no finite")
    assert plots.training_curves([np.nan], [], [], []).png()


def test_a_race_takes_any_name(history):
    """AdamW and a learner's own class, each in a look that no other has."""
    names = ("SGD", "Adam", "AdamW", "mine", "yours")
    figure = plots.contest({name: [history] * 2 for name in names})
    looks = {(line.get_color(), line.get_linestyle(), line.get_marker()) for line in figure.axes[0].lines}
    assert len(looks) == len(names) and figure.png()
    assert plots.race({name: {0.1: [history], 1.0: [None]} for name in names}, "mine", 2).png()


@pytest.fixture
def history():
    return History(loss=[2.0] * 40, evaluated=[0, 40], train_accuracy=[0.1, 0.9], val_accuracy=[0.1, 0.9])


def test_races_in_which_nothing_ends_and_short_ones(history):
    assert plots.race({"SGD": {1.0: [None, None]}}, "SGD", 1).png()
    short = History(loss=[2.0] * 4, evaluated=[0, 4], train_accuracy=[0.1, 0.9], val_accuracy=[0.1, 0.9])
    assert plots.contest({"SGD": [short], "Adam": [short]}, every=10).axes[0].lines[0].get_xdata().tolist() == [2.0]


def test_runs_that_end_without_a_number_count_as_above():
    figure = plots.seed_study([0.01, np.inf, np.nan, 0.5], limit=0.1)
    assert "1 lie below 0.1, 3 above" in figure.alt and figure.png() and np.isfinite(figure.axes[0].get_ylim()).all()
    assert plots.seed_study([np.inf], limit=0.1).png()


def test_misread_takes_any_number_of_classes_and_says_when_there_is_nothing():
    figure = plots.misread(np.zeros((1, 4)), [[0.1, 0.2, 0.7]], [1])
    assert {"0", "1", "2", "0.20", "0.70"} <= {words for words, *_ in figure.texts} and "a 1 read as 2" in figure.alt
    with pytest.raises(ValueError, match="no picture to show"):
        plots.misread(np.zeros((0, 4)), np.zeros((0, 3)), [])


def test_digit_reader_refuses_what_is_no_square():
    with pytest.raises(ValueError, match="3072 pixels are no square"):
        plots.digit_reader(np.zeros(3072), {"W1": np.zeros((3072, 2)), "b1": 0.0, "W2": np.zeros((2, 10)), "b2": 0.0})


@pytest.mark.parametrize("iterations", [0, 1, 7, 100, 3000])
@pytest.mark.parametrize("lr", [0.1, 1.1])
def test_a_walk_has_few_ticks_however_long_it_is(iterations, lr):
    texts = plots.descent(lr, iterations).texts
    across = [words for words, (left, top, *_), *_ in texts if left > 470 and 316 < top < 330]
    up = [words for words, (_, top, right, bottom), *_ in texts if 440 < right <= 478 and 50 < (top + bottom) / 2 < 320]
    assert 2 <= len(across) <= 9 and 2 <= len(up) <= 8


@pytest.mark.parametrize("v", [99.0, -1e6])
def test_bent_regions_of_large_weights(v):
    figure = plots.bent_regions("ReLU", v1=v)
    low, high = figure.axes[1].get_ylim()
    assert all(low < y < high for y in figure.axes[1].lines[-1].get_ydata()) and figure.png()


@pytest.mark.parametrize("units", [1, 12, 50])
def test_digit_reader_with_any_number_of_hidden_units(units):
    rng = np.random.default_rng(0)
    weights = {"W1": rng.normal(size=(64, units)), "b1": np.zeros(units), "W2": rng.normal(size=(units, 10)), "b2": np.zeros(10)}
    figure = plots.digit_reader(rng.random(64), weights)
    levels = [int(level) for level in re.findall(r"data-level=.(\d+)", figure.svg())]
    assert levels == sorted(set(levels)) and f"{units} hidden units" in figure.alt
    assert sum(part.count("h0") for part in figure.parts if "data-level" in part) == units


def test_no_module_of_plots_imports_anothers_private_names():
    found = []
    for file in sorted(Path(plots.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("helpers.plots"):
                found += [f"{file.name}: {name.name}" for name in node.names if name.name.startswith("_")]
            if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
                other = getattr(node.value, "id", "")
                found += [f"{file.name}: {other}.{node.attr}"] if (file.parent / f"{other}.py").exists() else []
    assert found == []


def test_gallery_counts_and_names():
    assert plots.gallery(np.zeros((3, 4)), titles=[7, 1, 2]).alt == "3 images of 2 × 2 pixels: 7, 1, 2."
    assert plots.gallery(np.zeros((12, 1, 5, 4))).alt == "12 images of 5 × 4 pixels."
    with pytest.raises(ValueError, match="no square pictures"):
        plots.gallery(np.zeros((3, 5)))


def test_confusion_matrix_counts_and_names_the_worst():
    counts = np.array([[5, 0, 1], [0, 4, 0], [2, 0, 6]])
    figure = plots.confusion_matrix(counts, ["a", "b", "c"])
    assert figure.alt == (
        "Confusion matrix of 18 images, 15 of them on the diagonal, read correctly. Most often mistaken: c read as a, 2 times."
    )
    assert sorted(text.get_text() for text in figure.axes[0].texts) == ["1", "2", "4", "5", "6"]
    assert "mistaken" not in plots.confusion_matrix(np.eye(3, dtype=int), ["a", "b", "c"]).alt


def test_reading_names_answer_and_truth():
    figure = plots.reading(np.zeros(4), [0.1, 0.7, 0.2], ["a", "b", "c"], truth=2)
    assert figure.alt == "A digit, read as b with probability 0.70. It is a c."


def test_seed_study_counts_both_groups():
    assert plots.seed_study([0.5, 0.01, 0.02], limit=0.1).alt == "Final losses of 3 runs, sorted: 2 lie below 0.1, 1 above."


def test_rate_study_names_the_rates_that_learned_nothing():
    figure = plots.rate_study([0.01, 0.1, 1.0], [[2.3, 2.2], [0.04, 0.05], [2.31, 2.3]], np.log(10))
    assert figure.alt == (
        "The loss at the end over learning rates from 0.01 to 1. Its lowest is about 0.04; "
        "with 0.01, 1 it is about 2.30, as if nothing was learned."
    )
    assert "with no rate" in plots.rate_study([0.1, 1.0], [[0.2], [0.1]], 2.3).alt


def test_units_in_training_show_both_and_the_loudest_pictures():
    rng = np.random.default_rng(0)
    before, after, pictures = rng.standard_normal((9, 5)), rng.standard_normal((9, 5)), rng.random((2, 3, 9))
    figure = plots.units_in_training(before, after, pictures, [4, 0])
    assert "the hidden units 4, 0 as pictures" in figure.alt and "the 3 pictures" in figure.alt
    panels = [place for place in figure.axes if place.images]
    assert np.array_equal(panels[0].images[0].get_array(), before[:, 4].reshape(3, 3))
    assert np.array_equal(panels[6].images[0].get_array(), after[:, 0].reshape(3, 3))


def test_weights_and_preparation_draw_without_warnings(recwarn):
    assert "6 hidden units" in plots.weights_as_images(np.random.default_rng(0).standard_normal((9, 6))).alt
    steps = {"drawn": np.eye(9), "small": np.eye(3)}
    assert plots.preparation(steps).alt == "From a drawing to a network's input in 2 pictures: drawn, small."
    plots.preparation(steps).png()
    assert not list(recwarn)
