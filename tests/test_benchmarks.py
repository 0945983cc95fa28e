"""The benchmark runs and prints its tables. How fast anything is, is not tested: that depends on the machine."""

import re
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).parent.parent / "benchmarks" / "run.py"


def test_quick_run_prints_the_tables():
    done = subprocess.run([sys.executable, str(RUN), "--quick"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for network in ("784-50-10", "784-256-128-64-10"):
        assert re.search(rf"^\| {network} \| 1 \| \d+\.\d+ \| \d+\.\d+ \| .* \| \d+\.\d+ \| .*\|$", done.stdout, re.M)
    assert "backpropagation" in done.stdout
    assert re.search(r"^\| helpers \| -?\d+ \| -?\d+\.\d+ \|$", done.stdout, re.M)


def test_the_textbook_version_is_right(monkeypatch):
    """A comparison with wrong code would be worth nothing: same weights, same loss, same gradients."""
    import numpy as np

    monkeypatch.syspath_prepend(str(RUN.parent))
    import textbook

    from helpers.networks import MultiLayerNet

    sizes = [7, 6, 5, 4]
    plain, ours = textbook.Net(sizes, np.random.default_rng(0)), MultiLayerNet(sizes, 1, dtype=np.float64)
    for name, value in ours.params.items():
        value[...] = plain.params[name]
    rng = np.random.default_rng(2)
    x, t = rng.standard_normal((9, 7)), rng.integers(0, 4, 9)
    loss, gradient = ours.loss_and_gradient(x, t)
    np.testing.assert_allclose(plain.loss(x, np.eye(4)[t]), loss, rtol=1e-5)
    for name, value in plain.gradient(x, np.eye(4)[t]).items():
        np.testing.assert_allclose(value, gradient[name], rtol=1e-5, atol=1e-9)
