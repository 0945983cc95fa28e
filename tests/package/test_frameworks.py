"""The bridge to PyTorch and Keras: carried networks compute the same, and cells step aside where a framework is missing.

What needs the extra `frameworks` is skipped without it.
"""

import ast
import subprocess
import sys

import numpy as np
import pytest

from helpers import frameworks
from helpers.blocks import Branches, Residual, Sequential
from helpers.convolution import AveragePooling, Convolution, GlobalAveragePooling, MaxPooling
from helpers.datasets import load_digits
from helpers.frameworks import differences, extra, stepping_aside, to_keras, to_torch
from helpers.layers import Affine, BatchNormalization, Dropout, Flatten, Relu, Sigmoid, Tanh
from helpers.networks import VGG, DeepConvNet, Inception, MultiLayerNet, Network, ResNet, SimpleConvNet
from helpers.optimizers import Adam
from helpers.training import steps

with_torch = pytest.mark.skipif(not frameworks.available("torch"), reason="PyTorch is not installed (extra frameworks)")
with_keras = pytest.mark.skipif(not frameworks.available("torch", "keras"), reason="Keras is not installed (extra frameworks)")
BOTH = [
    pytest.param("torch", "float64", 1e-12, marks=with_torch),
    pytest.param("torch", "float32", 1e-5, marks=with_torch),
    pytest.param("keras", "float32", 1e-5, marks=with_keras),
]
NETWORKS = {
    "784-256-128-10": lambda: MultiLayerNet([784, 256, 128, 10], 0),
    "tanh and sigmoid": lambda: Network([_affine(6, 5), Tanh(), _affine(5, 4), Sigmoid(), _affine(4, 3)]),
    "SimpleConvNet": lambda: SimpleConvNet((1, 8, 8), {"filter_size": 3}, rng=0, weight_decay=0.01),
    "DeepConvNet": lambda: DeepConvNet((1, 8, 8), rng=0, batch_normalization=True),
    "DeepConvNet without": lambda: DeepConvNet((1, 8, 8), rng=0),
    "ResNet": lambda: ResNet((1, 8, 8), (1, 1, 1), rng=0),
    "VGG": lambda: VGG((1, 8, 8), ((1, 8), (1, 16)), rng=0),
    "Inception": lambda: Inception((1, 8, 8), ((1, 16), (1, 32)), rng=0, stem=8),
}


def _affine(inputs, outputs, dtype=np.float64):
    rng = np.random.default_rng(inputs * 10 + outputs)
    return Affine(rng.standard_normal((inputs, outputs)).astype(dtype), rng.standard_normal(outputs).astype(dtype))


def _normal(features):
    rng = np.random.default_rng(features)
    layer = BatchNormalization(rng.uniform(0.5, 2, features), rng.standard_normal(features), momentum=0.8, eps=1e-3)
    layer.state["mean"][...], layer.state["variance"][...] = rng.standard_normal(features), rng.uniform(0.5, 2, features)
    return layer


def _convolution(channels, filters, size, bias=True, **options):
    rng = np.random.default_rng(7)
    size = (size, size) if isinstance(size, int) else size
    b = rng.standard_normal(filters) if bias else None
    return Convolution(rng.standard_normal((filters, channels, *size)), b, **options)


def data_for(network):
    """Twenty samples of the network's shape, and labels: digits where they fit, else numbers drawn by chance."""
    digits, rng = load_digits(flatten=False), np.random.default_rng(3)
    if not isinstance(network, MultiLayerNet) and hasattr(network, "config"):
        return digits.x_train[:20], digits.t_train[:20]
    inputs, outputs = network.params["W1"].shape[0], network.predict(np.zeros((1, len(network.params["W1"])))).shape[1]
    return rng.standard_normal((20, inputs)), rng.integers(0, outputs, 20)


@pytest.mark.parametrize(("framework", "dtype", "least"), BOTH)
@pytest.mark.parametrize("name", NETWORKS)
def test_networks_agree(name, framework, dtype, least):
    """After a little training, so that running means are no longer those of the start."""
    network = NETWORKS[name]()
    x, t = data_for(network)
    for _ in steps(network, Adam(0.001), x, t, batch_size=10, iterations=3, rng=0):
        pass
    before = {key: value.copy() for key, value in {**network.params, **network.state}.items()}
    found = differences(network, x, t, framework, dtype)
    if name == "Inception" and dtype == "float32":
        least = 3e-5  # its narrowest ways have small gradients, sums of much larger ones
    assert found["scores"] < least and found["gradient"] < least, found
    for key, value in {**network.params, **network.state}.items():
        np.testing.assert_array_equal(value, before[key])


# Single layers, on odd shapes: a transposed axis, a wrong stride or padding shows.

LAYERS = {
    "stride": [_convolution(2, 3, 3, stride=2)],
    "two strides, two pads": [_convolution(2, 3, (3, 2), stride=(2, 1), pad=(1, 0))],
    "same": [_convolution(2, 3, (3, 5), pad=(1, 2))],
    "pad and stride": [_convolution(2, 3, 3, stride=2, pad=1, bias=False), Relu()],
    "even window": [_convolution(2, 3, 2, pad=1)],
    "max": [MaxPooling(2, 3)],
    "max, same": [MaxPooling(3, 3, 1, 1)],
    "mean": [AveragePooling(3, 2, (1, 2))],
    "mean, padded": [AveragePooling(3, 3, 1, 1)],
    "mean, padded, stride": [AveragePooling(3, 3, 2, 1)],
    "normal": [_normal(2), Tanh()],
    "global": [_convolution(2, 4, 1), GlobalAveragePooling()],
    "residual": [Residual([_convolution(2, 2, 3, pad=1), Relu()]), _normal(2)],
    "residual, shortcut": [Residual([_convolution(2, 5, 3, stride=2, pad=1)], _convolution(2, 5, 1, stride=2))],
    "branches": [Branches([_convolution(2, 3, 1), [MaxPooling(3, 3, 1, 1), _convolution(2, 1, 1)]]), Sigmoid()],
    "blocks in blocks": [Sequential([Residual([Sequential([_convolution(2, 2, 3, pad=1)]), Relu()]), Relu()])],
    "flatten, then more": [Flatten(), Relu(), Dropout(0.4)],
    "flatten, then normal": [Flatten(), _normal(2 * 7 * 6)],
    "flatten in a block": [Sequential([MaxPooling(2, 2), Flatten()])],
}
IMAGES = np.random.default_rng(11).standard_normal((5, 2, 7, 6))


def _with_end(layers):
    """The layers, and an affine one behind them."""
    y = IMAGES
    for layer in layers:
        y = layer.forward(y)
    end = [] if y.ndim == 2 else [Flatten()]
    return Network([*layers, *end, _affine(int(np.prod(y.shape[1:])), 3)])


@with_torch
@pytest.mark.parametrize("name", LAYERS)
def test_layers_in_torch(name):
    found = differences(_with_end(LAYERS[name]), IMAGES, np.array([0, 1, 2, 1, 0]))
    assert found["scores"] < 1e-12 and found["gradient"] < 1e-12, found


@with_torch
def test_a_wide_border_of_a_maximum_in_torch():
    """PyTorch's own padding ends at half of the window."""
    found = differences(_with_end([MaxPooling(3, 3, 1, 2)]), IMAGES, np.array([0, 1, 2, 1, 0]))
    assert found["scores"] < 1e-12 and found["gradient"] < 1e-12


@with_keras
@pytest.mark.parametrize("name", LAYERS)
def test_layers_in_keras(name):
    layers = LAYERS[name]
    dim = {"input_dim": (2, 7, 6)}
    network = _with_end(layers)
    network.config = dim  # as the networks of helpers.networks have it
    found = differences(network, IMAGES, np.array([0, 1, 2, 1, 0]), "keras", "float32")
    assert found["scores"] < 1e-5 and found["gradient"] < 1e-5, found


@with_keras
def test_keras_is_told_what_a_sample_looks_like():
    import torch

    network = _with_end(LAYERS["stride"])
    with pytest.raises(ValueError, match=r"input_dim=\(C, H, W\)"):
        to_keras(network)
    with pytest.raises(ValueError, match=r"must be \(C, H, W\)"):
        to_keras(network, input_dim=(84,))
    model = to_keras(network, "float32", input_dim=(2, 7, 6))
    with torch.no_grad():
        scores = model(np.ascontiguousarray(IMAGES.transpose(0, 2, 3, 1), np.float32))
    np.testing.assert_allclose(scores, network.predict(IMAGES), rtol=1e-3, atol=1e-3)
    assert to_keras(MultiLayerNet([4, 3, 2], 0)).input_shape == (None, 4)


@with_keras
def test_what_keras_cannot_pad():
    with pytest.raises(ValueError, match="Keras has no max pooling"):
        to_keras(_with_end([MaxPooling(3, 3, 2, 1)]), input_dim=(2, 7, 6))


# What a step of training leaves behind.


@with_torch
def test_running_means_after_a_step():
    """PyTorch's running variance takes n / (n - 1) times the batch's; all else is equal."""
    import torch

    network = Network([_normal(2), Flatten(), _affine(84, 3)])
    module, n = to_torch(network), 5 * 7 * 6
    before = network.state["variance1"].copy()
    network.forward(IMAGES, training=True)
    module.train()(torch.tensor(IMAGES))
    np.testing.assert_allclose(module[0].running_mean, network.state["mean1"], rtol=1e-12)
    ours = network.state["variance1"] - 0.8 * before
    np.testing.assert_allclose(module[0].running_var.numpy() - 0.8 * before, ours * n / (n - 1), rtol=1e-12)


@with_keras
def test_running_means_in_keras():
    network = Network([_normal(2), Flatten(), _affine(84, 3)])
    model = to_keras(network, "float32", input_dim=(2, 7, 6))
    network.forward(IMAGES, training=True)
    model(np.ascontiguousarray(IMAGES.transpose(0, 2, 3, 1), np.float32), training=True)
    _, _, mean, variance = model.layers[1].get_weights()
    np.testing.assert_allclose(mean, network.state["mean1"], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(variance, network.state["variance1"], rtol=1e-4)


@with_torch
def test_copies_and_modes():
    import torch

    network = DeepConvNet((1, 8, 8), rng=0, dropout=0.5, batch_normalization=True)
    module = to_torch(network)
    assert not module.training and next(module.parameters()).dtype == torch.float32
    assert next(to_torch(network, "float64").parameters()).dtype == torch.float64
    dropout = [part for part in module.modules() if isinstance(part, torch.nn.Dropout)]
    assert [part.p for part in dropout] == [0.5]
    W = network.params["W1"].copy()
    with torch.no_grad():
        for parameter in module.parameters():
            parameter += 1
    np.testing.assert_array_equal(network.params["W1"], W)
    assert len(list(module.parameters())) == len(network.params)


@with_torch
def test_torch_s_random_numbers_are_left_alone():
    import torch

    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    to_torch(MultiLayerNet([4, 3, 2], 0))
    assert torch.equal(torch.rand(3), expected)


# What cannot be carried says so.


class MyRelu(Relu):
    """A learner's own layer, which may do something else than its parent."""


@pytest.mark.parametrize(
    "carry",
    [pytest.param(to_torch, marks=with_torch, id="torch"), pytest.param(to_keras, marks=with_keras, id="keras")],
)
def test_unknown_things(carry):
    with pytest.raises(TypeError, match="a MyRelu has no counterpart.*a kind of Relu"):
        carry(Network([_affine(4, 3), MyRelu()]))
    with pytest.raises(TypeError, match="MyRelu"):
        carry(Network([_affine(4, 4), Residual([MyRelu()])]))
    with pytest.raises(TypeError, match="must be a Network.*a list"):
        carry([_affine(4, 3)])
    with pytest.raises(TypeError, match="the class ResNet"):
        carry(ResNet)
    with pytest.raises(ValueError, match='dtype must be "float32" or "float64", but it is float16'):
        carry(MultiLayerNet([4, 3, 2], 0), "float16")


def test_differences_asks_for_what_it_can():
    network = MultiLayerNet([4, 3, 2], 0)
    with pytest.raises(ValueError, match='framework must be "torch" or "keras"'):
        differences(network, np.zeros((2, 4)), [0, 1], "jax")
    with pytest.raises(ValueError, match="SquaredErrorWithLoss"):
        differences(MultiLayerNet([4, 3, 2], 0, loss="squared_error"), np.zeros((2, 4)), [0, 1])
    with pytest.raises(ValueError, match="torch, keras, grain"):
        frameworks.available("tensorflow")


@pytest.fixture
def without(monkeypatch):
    """As if nothing of the extra were installed."""
    found = extra.importlib.util.find_spec
    monkeypatch.setattr(extra.importlib.util, "find_spec", lambda name: None if name in extra.NAMES else found(name))


@pytest.mark.parametrize("carry", [to_torch, to_keras, lambda network: differences(network, np.zeros((1, 4)), [0])])
def test_a_clear_sentence_where_the_extra_is_missing(without, carry):
    with pytest.raises(ImportError, match="is not installed. It comes with the extra `frameworks`; the README"):
        carry(MultiLayerNet([4, 3, 2], 0))
    assert not frameworks.available("torch") and not frameworks.available("keras", "grain")


def test_importing_the_bridge_costs_no_framework():
    code = "import sys; from helpers import frameworks; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"torch", "keras", "grain"} & set(loaded)


# Cells that step aside.


def runs(*cells):
    """For each cell whether it would run without PyTorch and Keras."""
    aside = stepping_aside.StepsAside(["torch", "keras"], "PyTorch and Keras")
    return [ast.unparse(aside.visit(ast.parse(cell))) == ast.unparse(ast.parse(cell)) for cell in cells]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["import numpy as np\nx = 1", "y = x"], [True, True]),
        (["import torch", "x = torch.ones(3)", "print(x)", "y = 3"], [False, False, False, True]),
        (["import torch.nn as nn", "nn.Linear"], [False, False]),
        (["from torch import nn, optim", "optim.SGD", "z = 1"], [False, False, True]),
        (["import torch as pt\nx = 1", "print(x)"], [False, False]),
        (["def f():\n    import keras\n    return keras", "f()"], [False, False]),
        (["def f(a):\n    return to_torch(a)", "g = f", "g(3)"], [False, False, False]),
        (["class A(torch.nn.Module):\n    pass", "A()"], [False, False]),
        (["x = torch.ones(3)", "x = 5", "print(x)"], [False, True, True]),
        (["from helpers.frameworks import differences, to_torch", "print(differences)"], [True, False]),
        (["from helpers.frameworks import to_torch\nmodule = to_torch(3)", "module"], [False, False]),
        (["for a, b in torch.x:\n    c = a", "print(c)", "print(b)"], [False, False, False]),
        (["torch_free = 1", "print(torch_free)"], [True, True]),
        (
            ["a = b = torch.ones(3)", "for a in [1]:\n    print(a)", "[b for b in [1]]", "c = b"],
            [False, True, True, False],
        ),
        (["a = torch.ones(3)", "a = a + 1", "a = 1\na += 1", "a"], [False, False, True, True]),
        (["n = torch.ones(3)", "n += 1", "print(n)"], [False, False, False]),
    ],
)
def test_which_cells_step_aside(cells, expected):
    assert runs(*cells) == expected


def test_stepping_aside_in_a_kernel(without, capsys):
    """Once asked for, a cell prints a line and no error; asked twice, it is asked for once."""
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    before = list(shell.ast_transformers)
    try:
        for _ in range(2):
            shell.run_cell("from helpers import frameworks\nframeworks.step_aside_without('torch', 'keras')")
        assert len(shell.ast_transformers) == len(before) + 1
        assert "Not installed: PyTorch and Keras" in capsys.readouterr().out
        result = shell.run_cell("import torch\nlayer = torch.nn.Linear(3, 2)\nlayer")
        assert result.success and capsys.readouterr().out == "This cell steps aside: it needs PyTorch and Keras.\n"
        assert shell.run_cell("1 + 1").result == 2
    finally:
        shell.ast_transformers[:] = before
        InteractiveShell.clear_instance()


def test_with_everything_installed_nothing_changes(monkeypatch, capsys):
    monkeypatch.setattr(extra.importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(stepping_aside, "_shell", lambda: pytest.fail("nothing is to be changed"))
    frameworks.step_aside_without("torch", "keras")
    assert capsys.readouterr().out == "installed: torch keras\n"
