"""The benchmark runs and prints its tables. How fast anything is, is not tested: that depends on the machine."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

RUN = Path(__file__).parents[2] / "benchmarks" / "run.py"
DEEP = ["DeepConvNet, normalized", "VGG, 8 layers", "ResNet, 14 layers"]


@pytest.fixture
def benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(str(RUN.parent))
    yield importlib.import_module
    for name in ("textbook", "candidates", "parts"):
        sys.modules.pop(name, None)


def test_quick_run_prints_the_tables():
    done = subprocess.run([sys.executable, str(RUN), "--quick", "--cpu"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for network in ("784-50-10", "784-256-128-64-10", "SimpleConvNet", "DeepConvNet"):
        assert re.search(rf"^\| {network} \| 1 \| \d+\.\d+ \| \d+\.\d+ \| \d+\.\d+ \| .* \|$", done.stdout, re.M)
    for network in DEEP:  # which have no textbook version
        assert re.search(rf"^\| {network} \| 1 \| \d+\.\d+ \| \d+\.\d+ \| .* \|$", done.stdout, re.M)
    for part in ("im2col, 16 channels, 3×3", "Convolution 16 to 16, 3×3", "MaxPooling 2×2, 30 channels"):
        assert re.search(rf"^\| {part} \| 1 \| \d+\.\d+ \| .*\|$", done.stdout, re.M)
    assert "backpropagation" in done.stdout and "The floor" in done.stdout
    assert re.search(r"^\| helpers \| -?\d+ \| -?\d+\.\d+ \|$", done.stdout, re.M)
    if sys.platform != "win32":
        assert re.search(r"^\| textbook \| \d+ \|$", done.stdout, re.M)  # memory


@pytest.mark.parametrize("name", ["784-50-10", "784-256-128-64-10", "SimpleConvNet", "DeepConvNet"])
def test_the_textbook_version_is_right(name, benchmarks):
    """A comparison with wrong code would be worth nothing: same weights, same loss, same gradients."""
    candidates = benchmarks("candidates")
    plain, ours = candidates.textbook_network(name), candidates.our_network(name, np.float64)
    rng = np.random.default_rng(2)
    for key, value in ours.params.items():
        if key.startswith("b"):
            plain.params[key][...] = rng.uniform(0.1, 0.3, value.shape)
        value[...] = plain.params[key]
    for layer in [*plain.layers, *ours.layers]:
        if type(layer).__name__ == "Dropout":
            layer.ratio = 0.0
    x, t = candidates.images(name)
    x, t = x[:9].astype(np.float64), t[:9]
    x += 0.01 * rng.random(x.shape)  # background is all alike, and a tie in pooling could go to either pixel
    loss, gradient = ours.loss_and_gradient(x, t)
    np.testing.assert_allclose(plain.loss(x, np.eye(10)[t]), loss, rtol=1e-5)  # the textbook adds 1e-7 before the logarithm
    for key, value in plain.gradient(x, np.eye(10)[t]).items():
        np.testing.assert_allclose(value, gradient[key], rtol=0, atol=1e-9 * max(1, np.abs(value).max()))


@pytest.mark.parametrize("part", range(6))
def test_the_parts_give_the_same_numbers(part, benchmarks):
    found = list(benchmarks("parts").parts(None, batch=20).values())[part]
    ours, textbooks = found["helpers"](), found["textbook"]()
    np.testing.assert_allclose(ours, textbooks, rtol=0, atol=1e-4 * np.abs(textbooks).max())


@pytest.mark.parametrize("name", ["784-50-10", "784-256-128-64-10", "SimpleConvNet", "DeepConvNet", *DEEP])
def test_pytorch_does_the_same_work(name, benchmarks):
    torch = pytest.importorskip("torch")
    candidates = benchmarks("candidates")
    theirs, ours = candidates.pytorch_network(torch.nn, name).double(), candidates.our_network(name, np.float64)
    table = dict(zip(ours.params, theirs.parameters(), strict=True))
    for key, tensor in table.items():
        value = tensor.detach().numpy()
        ours.params[key][...] = value.T if value.ndim == 2 else value
    for layer in [*theirs, *ours.layers]:
        if type(layer).__name__ == "Dropout":
            layer.p = layer.ratio = 0.0
    x, t = (values[:9] for values in candidates.images(name))
    x = x + 0.01 * np.random.default_rng(0).random(x.shape)
    loss, gradient = ours.loss_and_gradient(x, t)
    other = torch.nn.functional.cross_entropy(theirs(torch.tensor(x)), torch.tensor(t))
    other.backward()
    assert other.item() == pytest.approx(loss, abs=1e-12)
    for key, tensor in table.items():
        value = tensor.grad.numpy()
        np.testing.assert_allclose(gradient[key], value.T if value.ndim == 2 else value, rtol=0, atol=1e-12)


def test_operations_are_counted(benchmarks):
    candidates = benchmarks("candidates")
    assert candidates.flops("784-50-10") == 100 * 2 * (784 * 50 * 2 + 50 * 10 * 3)
    conv = 30 * 25 * 24 * 24 * 2 + (4320 * 100 + 100 * 10) * 3
    assert candidates.flops("SimpleConvNet") == 100 * 2 * conv
    skip = 100 * 2 * 3 * (16 * 32 * 14 * 14 + 32 * 64 * 7 * 7)  # the 1×1 convolutions beside the blocks
    body = 9 * 14 * 14 * (16 * 16 * 16 + 16 * 32 + 3 * 32 * 32 + (32 * 64 + 3 * 64 * 64) / 4) * 3
    stem, last = 9 * 16 * 28 * 28 * 2, 64 * 10 * 3
    assert candidates.flops("ResNet, 14 layers") == skip + 100 * 2 * (body + stem + last)
