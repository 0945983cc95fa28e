"""Rank inside figures: at most three sizes of type, none too small, readable in both themes, inside the frame, apart."""

import inspect
import re
from pathlib import Path

import numpy as np
import pytest
from figure_cases import MORE
from figure_checks import complaints, drawn_texts
from test_grid_figures import CASES
from test_plots_texts import SLIDERS, STILLS

from helpers import plots
from helpers.plots import ink, labels
from helpers.plots.base import Figure, new_figure

DRAWINGS = {name: (lambda draw=draw, start=start: draw(**start)) for name, (draw, start, _) in SLIDERS.items()}
DRAWINGS |= {name: (lambda draw=draw, setting=setting: draw(*setting)) for name, (draw, setting, _) in CASES.items()}
DRAWINGS |= STILLS | MORE
# One letter is a sign or a mark between arrays (@, =, →), not a word, and has the size of what it stands between.
SIGNS = set("@=+·→⋮⋰∗")


def words_of(figure):
    return [text for text, _ in drawn_texts(figure) if text.get_text() not in SIGNS]


@pytest.mark.parametrize("name", DRAWINGS)
def test_three_sizes_of_type_and_texts_that_can_be_read(name):
    figure = DRAWINGS[name]()
    if not isinstance(figure, Figure):
        pytest.skip("a drawing of named shapes has its own test")
    assert complaints(figure) == []
    sizes = {text.get_fontsize() for text in words_of(figure)}
    small = sorted({text.get_text() for text in words_of(figure) if text.get_fontsize() < ink.SMALL})
    assert small == [] and len(sizes) <= 3, sizes
    assert sizes <= {ink.TITLE, ink.TEXT, ink.SMALL}


def test_every_figure_function_has_a_case():
    """Each public function of plots that draws stands in one of the three lists, or has its texts tested beside them."""
    here, written = Path(__file__).parent, ""
    for file in (*here.glob("test_*.py"), here.parent / "support" / "figure_cases.py"):
        text = file.read_text("utf-8")
        written += text if "figure_checks" in text or file.stem == "figure_cases" else ""
    drawers = {name for name, function in inspect.getmembers(plots, inspect.isfunction) if hasattr(function, "__wrapped__")}
    assert sorted(drawers - set(re.findall(r"plots\.(\w+)", written))) == []


# Names at the ends of curves


def test_names_stand_where_they_are_wanted_if_they_have_room():
    assert np.allclose(labels.spread([0.2, 0.8, 0.5], [0.1, 0.1, 0.1]), [0.2, 0.8, 0.5])


@pytest.mark.parametrize("wanted", [[0.5, 0.5, 0.5], [0.0, 0.0, 0.01], [1.0, 1.0, 0.98], [0.1, 0.12, 0.9], [0.4, 0.45, 0.5]])
def test_names_stand_apart_in_their_order_and_inside(wanted):
    places = labels.spread(wanted, [0.1, 0.2, 0.1])
    order = np.argsort(wanted, kind="stable")
    gaps, needed = np.diff(places[order]), (np.array([0.1, 0.2, 0.1])[order][:-1] + np.array([0.1, 0.2, 0.1])[order][1:]) / 2
    assert (gaps >= needed - 1e-9).all()
    assert places.min() >= 0.05 - 1e-9 and places.max() <= 0.95 + 1e-9


def test_a_single_name_and_none():
    assert labels.spread([0.3], [0.1]).tolist() == [0.3] and labels.spread([], []).size == 0


def test_names_of_curves_that_end_together_do_not_touch():
    figure, axes = new_figure(5, 2.5)
    axes.set(xlim=(0, 1), ylim=(0, 1))
    labels.at_ends(
        axes, [(1, 0.5, "one", "blue"), (1, 0.5, "the other\nin two lines", "orange"), (0.5, 0.52, "a third", "green")]
    )
    assert complaints(figure) == []
    assert len(axes.texts) == 3
