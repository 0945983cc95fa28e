"""What lesson 15 says, tested apart from the notebook: what it defines, its figures over the sliders' range, its claims."""

import pytest

from helpers import plots


@pytest.mark.parametrize("frequency", [0.5, 2.0, 8.0])
@pytest.mark.parametrize("amplitude", [0.0, 1.0, 2.0])
def test_the_wave_over_its_sliders(frequency, amplitude):
    assert f"{frequency:g}" in plots.sine_wave(frequency, amplitude).alt
