"""The vocabulary of figures: numbers as text, colours that can be read, the typeface, outlines."""

from pathlib import Path

import figure_checks
import matplotlib
import numpy as np
import pytest
from matplotlib import font_manager
from matplotlib.colors import to_rgb

import helpers.plots
from helpers.plots import ink
from helpers.plots.base import STYLE, new_figure

FONTS = Path(ink.__file__).parent / "fonts"
SOURCES = sorted(Path(helpers.plots.__file__).parent.glob("*.py"))


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (ink.number(3.1), "3.10"),
        (ink.number(-0.5, 1), "−0.5"),
        (ink.number(-0.001), "0.00"),
        (ink.number(-2.6, 0), "−3"),
        (ink.short(3.10), "3.1"),
        (ink.short(-2.0), "−2"),
        (ink.short(100), "100"),
        (ink.short(-0.001), "0"),
        (ink.short(0.1 + 0.2, 9), "0.3"),
        (ink.size(0), "0"),
        (ink.size(0.013), "0.013"),
        (ink.size(8.1e-9), "8.1e-9"),
        (ink.size(-3.5e12), "−3.5e12"),
        (ink.size(7e-9, 1), "7e-9"),
        (ink.size(99.7), "100"),
        (ink.size(1234), "1234"),
        (ink.size(np.inf), "more than 1e300"),
        (ink.percent(0.977), "98 %"),
        (ink.percent(0.977, 1), "97.7 %"),
        (ink.factor(3), "3"),
        (ink.factor(-3), "(−3)"),
        (ink.signed(0.5), "+ 0.5"),
        (ink.signed(-0.5), "− 0.5"),
        (ink.pair((-1, 0.25)), "(−1, 0.25)"),
        (ink.subscripts("x1 and not x2, W12, conv1"), "x₁ and not x₂, W₁₂, conv1"),
    ],
)
def test_numbers_are_written_as_people_write_them(said, text):
    assert said == text


@pytest.mark.parametrize("colour", ink.COLOURS)
def test_words_in_every_colour_can_be_read_in_both_themes(colour):
    shade, white = to_rgb(ink.text(colour)), (1.0, 1.0, 1.0)
    assert figure_checks.contrast(shade, white) >= 4.5
    assert figure_checks.contrast(figure_checks.in_dark_theme(shade), to_rgb(figure_checks.DARK_GROUND)) >= 4.5


def test_the_filter_turns_white_into_the_dark_ground():
    assert np.allclose(figure_checks.in_dark_theme((1, 1, 1)), to_rgb(figure_checks.DARK_GROUND), atol=0.001)
    assert np.allclose(figure_checks.in_dark_theme((0, 0, 0)), to_rgb("#EEEEEE"), atol=0.001)


def test_every_sign_that_figures_use_is_in_one_of_the_two_typefaces():
    signs = {sign for file in SOURCES for sign in file.read_text("utf-8") if ord(sign) > 126}
    for weight in ("normal", "bold"):
        files = [font_manager.findfont(font_manager.FontProperties(family=[name], weight=weight)) for name in ink.FAMILY]
        assert Path(files[0]).parent == FONTS
        known = set().union(*(font_manager.get_font(file).get_charmap() for file in files))
        assert {sign for sign in signs if ord(sign) not in known} == set()


def test_the_typeface_is_small_and_its_licence_lies_beside_it():
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < 700_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")
    assert "fontTools" in (FONTS / "README.md").read_text("utf-8")


def test_all_texts_are_in_that_typeface_ticks_made_while_drawing_too():
    with matplotlib.rc_context(STYLE):
        figure, axes = new_figure()
    axes.set(xlim=(0, 1e3))
    figure.png()
    used = {tuple(label.get_fontfamily()) for label in axes.get_xticklabels()}
    assert used == {tuple(ink.FAMILY)}


def test_a_stamp_has_the_size_of_a_text():
    figure, axes = new_figure(3, 3)
    axes.set(xlim=(0, 1), ylim=(0, 1))
    mark = ink.stamp(axes, "0", [(0.5, 0.5)], points=20)
    written = axes.text(0.5, 0.5, "0", fontsize=20, fontfamily=ink.FAMILY)
    figure.set_dpi(72)  # a point is a pixel
    figure.draw_without_rendering()
    high = mark.get_markersize()
    assert high == pytest.approx(20 * ink.outline("0").get_extents().height)
    assert 0.6 * 20 < high < 0.8 * 20 and written.get_window_extent().height >= high
