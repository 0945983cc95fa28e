"""The inside of a full adder in a page: its three bits are switched with the mouse and with the keyboard."""

import pytest
from browser import find_chromium
from hand_page import HandPage

from helpers import plots

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="no Chromium or Chrome here")


def test_each_bit_is_switched_and_the_sum_follows(page):
    hand = HandPage(page, plots.full_adder_inside)
    for name, alt in (("q", "Bits 1, 1, 1"), ("carry", "Bits 1, 1, 0"), ("p", "Bits 0, 1, 0")):
        hand.find(f'[aria-label="switch {name}"]').click()
        hand.rest()
        assert alt in hand.drawing.alt
    hand.find('[aria-label="switch p"]').focus()
    page.keyboard.press("Enter")
    hand.rest()
    assert hand.drawing.alt.startswith("A full adder from inside. Bits 1, 1, 0") and hand.drawing.alt.endswith("carry 1.")
