"""Figures of the consulting room: a training's losses whatever they are, and the accuracies of a cure."""

import numpy as np
import pytest
from figure_checks import complaints

from helpers import plots

SERIES = {
    "falling": np.linspace(2.5, 0.3, 300),
    "jagged": 2 + np.sin(np.arange(400) * 1.7),
    "flat": np.full(50, 2.3),
    "some nan": [2.5, 2.2, np.nan, 1.9] * 30,
    "one number": [2.3],
    "huge": [1e20, 1e308, 3.0] * 20,
    "below 0": np.linspace(0.5, -3, 40),
}


@pytest.mark.parametrize("name", SERIES)
def test_losses_of_every_kind(name, recwarn):
    figure = plots.symptom(SERIES[name], "Mei")
    assert complaints(figure) == [] and f"over {len(SERIES[name])} steps" in figure.alt
    assert not [str(warning.message) for warning in recwarn]


@pytest.mark.parametrize("losses", [None, [], [np.nan, np.inf]])
def test_no_loss_at_all(losses):
    figure = plots.symptom(losses, "Mei")
    assert complaints(figure) == [] and "no loss that is a number" in figure.alt


def test_what_cannot_be_drawn_is_told():
    assert "30 of them cannot be drawn" in plots.symptom(SERIES["some nan"], "Mei").alt


@pytest.mark.parametrize("after", [[0.94, 0.95, 0.96], [1.0, 1.0, 1.0], [0.0, 0.1, 0.05]])
def test_a_cure(after):
    figure = plots.cure("Kofi", [0.56, 0.65, 0.7], after)
    assert complaints(figure) == [] and "as it came 56 % to 70 %" in figure.alt
