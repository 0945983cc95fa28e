"""The pictures of the digit pad and of the training panel: what they show, and their words at all extremes."""

import re

import numpy as np
import pytest
from drawing_checks import complaints

from helpers import plots
from helpers.drawings import prepare
from helpers.plots.pad import MOST_UNITS, STRONGEST, places


def page():
    drawing = np.zeros((112, 112))
    drawing[20:90, 50:60] = 1
    return drawing


def reading(count=50, seed=0, sure=9):
    rng = np.random.default_rng(seed)
    units = np.maximum(rng.standard_normal(count), 0)
    y = np.full(10, 0.1 / 9)
    y[sure] = 0.9
    return y, units, units[:, None] * rng.standard_normal((count, 10))


class TestPad:
    @pytest.mark.parametrize("shape", [(1, 8, 8), (1, 28, 28)])
    @pytest.mark.parametrize("count", [1, 2, 7, 50, 200, MOST_UNITS])
    def test_words_fit_for_every_layer(self, shape, count):
        assert complaints(plots.digit_pad(prepare(page(), shape), *reading(count))) == []

    def test_words_fit_without_units_without_a_drawing_and_for_names(self):
        names = ["aeroplane", "cat", "dog"]
        drawings = [
            plots.digit_pad({}),
            plots.digit_pad({}, None, np.zeros(50)),
            plots.digit_pad(prepare(page(), (1, 8, 8)), reading()[0]),
            plots.digit_pad(prepare(page(), (1, 28, 28)), np.array([1.0, 0, 0]), class_names=names),
        ]
        assert [complaints(drawing) for drawing in drawings] == [[], [], [], []]

    def test_units_lie_apart_inside_their_room_and_the_darkest_says_most(self):
        for count in (1, 3, 50, 150, MOST_UNITS):
            y, units, pull = reading(count)
            circles = re.findall(
                r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill="(#\w+)"', plots.digit_pad({}, y, units, pull).svg()
            )
            spots = np.array([circle[:3] for circle in circles[:count]], dtype=float)
            assert len(circles) == count + 10
            assert spots[:, 0].min() - spots[0, 2] >= 262 and spots[:, 0].max() + spots[0, 2] <= 372
            assert spots[:, 1].min() - spots[0, 2] >= 24 and spots[:, 1].max() + spots[0, 2] <= 268
            if count > 1:
                apart = np.hypot(*(spots[:, None, :2] - spots[None, :, :2]).transpose(2, 0, 1)) + 99 * np.eye(count)
                assert apart.min() > 2 * spots[0, 2]
            fills = [circle[3] for circle in circles[:count]]
            if units.max() > 0:
                assert fills[int(units.argmax())] == "#0072B2"
            assert all(fill == "#FFFFFF" for fill, unit in zip(fills, units, strict=True) if unit == 0)

    def test_wires_lead_from_those_that_add_most_to_the_answer(self):
        y, units, pull = reading(50, sure=3)
        wires = re.findall(r'<path d="M([\d.]+) ([\d.]+)H', plots.digit_pad({}, y, units, pull).svg())
        bare = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', plots.digit_pad({}, y, units, pull).svg())
        strongest = np.argsort(-pull[:, 3])[:STRONGEST]
        rounded = [(round(float(x), 1), round(float(y), 1)) for x, y in bare]
        assert [(float(x), float(y)) for x, y in wires] == [rounded[j] for j in strongest]
        assert "<path" in plots.digit_pad({}, y, units).svg() and "H372" not in plots.digit_pad({}, y, units).svg()

    def test_ten_bars_are_as_long_as_the_probabilities(self):
        y = np.random.default_rng(1).dirichlet(np.ones(10))
        svg = plots.digit_pad({}, y).svg()
        wide = np.array(re.findall(r'width="([\d.]+)" height="12"', svg), dtype=float)
        assert np.allclose(wide[1::2] / wide[::2], y, atol=1e-3) and len(wide) == 20

    def test_pictures_stand_in_the_same_places_in_page_and_still(self):
        steps = prepare(page(), (1, 8, 8))
        found = np.array(
            re.findall(r'<image x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', plots.digit_pad(steps).svg())
        )
        assert np.allclose(found.astype(float), places(steps), atol=0.01) and len(found) == 4
        assert "<image" not in plots.digit_pad(steps, pictures=False).svg()

    def test_too_many_units_are_refused(self):
        with pytest.raises(ValueError, match="1 to 256"):
            plots.digit_pad({}, None, np.zeros(MOST_UNITS + 1))


class TestLiveCurves:
    RUNS = {
        "nothing yet": ([], [], [], [], 1000),
        "one step": ([2.4], [1], [0.1], [0.12], 100),
        "in the middle": (list(np.linspace(2.4, 0.1, 500)), [250, 500], [0.9, 0.97], [0.9, 0.95], 1000),
        "at the end": (list(np.linspace(2.4, 0.1, 1000)), [500, 1000], [0.9, 1.0], [0.9, 0.97], 1000),
        "equal ends": ([2.3] * 100, [50, 100], [0.1, 0.1], [0.1, 0.1], 100),
        "all wrong": ([2.3] * 100, [50, 100], [0.0, 0.0], [0.0, 0.0], 10_000),
        "crossed": ([1.0] * 100, [50, 100], [0.5, 0.6], [0.7, 0.9], 10_000),
        "very high": ([400.0] * 100, [100], [0.1], [0.1], 100),
        "beyond": ([1e9] * 100, [100], [0.1], [0.1], 100),
        "no number": ([2.3, np.inf, np.nan], [3], [0.1], [0.1], 100),
        "never a number": ([np.nan], [], [], [], 100),
    }

    @pytest.mark.parametrize("name", RUNS)
    @pytest.mark.parametrize("width", [380, 520])
    def test_words_fit(self, name, width):
        assert complaints(plots.live_curves(*self.RUNS[name], width=width)) == []

    def test_they_say_what_they_show(self):
        assert "nothing is trained yet" in plots.live_curves([], [], [], [], 100).alt
        alt = plots.live_curves(*self.RUNS["at the end"]).alt
        assert "After 1,000 of 1,000" in alt and "100 % of training and 97 % of validation" in alt
        assert "until it was no finite number" in plots.live_curves(*self.RUNS["no number"]).alt
        assert "no loss is a number" in plots.live_curves(*self.RUNS["never a number"]).alt

    def test_the_axis_of_the_loss_changes_rarely(self):
        def top(loss):
            return max(int(said) for said, *_ in plots.live_curves(loss, [], [], [], 100).texts if said in ("1", "3", "10", "30"))

        assert [top([2.3]), top([0.01]), top([2.9] * 50), top([5.0] * 50), top([29.0] * 50)] == [3, 3, 3, 10, 30]

    def test_a_long_run_costs_no_more_than_a_short_one(self):
        long = plots.live_curves([1.0] * 10_000, [10_000], [0.9], [0.9], 10_000)
        assert len(long.svg()) < 20_000

    def test_a_curve_ends_where_its_words_stand(self):
        drawing = plots.live_curves(*self.RUNS["in the middle"], width=380)
        ((_, (left, *_), *_),) = [text for text in drawing.texts if text[0].startswith("loss 0")]
        assert left == pytest.approx(40 + 244 / 2 + 7, abs=0.1)
