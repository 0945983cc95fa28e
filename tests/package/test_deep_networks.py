"""VGG, Inception, ResNet, DeepConvNet with batch normalization: sizes, gradients, pieces, files, training; against PyTorch."""

import copy
import types

import numpy as np
import pytest
from pytorch_twin import Twin

from helpers import networks
from helpers.blocks import Branches, Residual
from helpers.checkpoints import from_json, load_weights, save_weights, to_json
from helpers.convolution import Convolution, GlobalAveragePooling, MaxPooling
from helpers.datasets import load_digits
from helpers.fast import threads
from helpers.gradient import gradient_check
from helpers.layer import all_layers
from helpers.layers import Affine, BatchNormalization, Dropout, Flatten, Relu
from helpers.networks import VGG, DeepConvNet, Inception, ResNet
from helpers.optimizers import Adam
from helpers.training import fit

K, DIM = 4, (2, 9, 6)
T = np.array([2, 0, 3, 1, 1, 3, 0])
SMALL = {
    "VGG": lambda **o: VGG(DIM, ((2, 3), (1, 5)), 6, K, **({"rng": 0, "dropout": 0.0} | o)),
    "VGG, pooled": lambda **o: VGG(DIM, ((2, 3), (1, 5)), None, K, **({"rng": 0, "dropout": 0.0} | o)),
    "VGG, plain": lambda **o: VGG(DIM, ((2, 3), (1, 5)), 6, K, **({"rng": 0, "dropout": 0.0, "batch_normalization": False} | o)),
    "Inception": lambda **o: Inception(DIM, ((1, 16), (1, 16)), K, **({"rng": 0, "stem": 3} | o)),
    "ResNet": lambda **o: ResNet(DIM, (1, 2), K, **({"rng": 0, "filters": (3, 4)} | o)),
    "ResNet, plain": lambda **o: ResNet(DIM, (1, 2), K, **({"rng": 0, "filters": (3, 4), "skips": False} | o)),
    "DeepConvNet": lambda **o: DeepConvNet(
        DIM, 6, K, **({"rng": 0, "filters": (2, 5, 4, 3), "dropout": 0.0, "batch_normalization": True} | o)
    ),
}
NORMALIZED = [name for name in SMALL if name != "VGG, plain"]


def make(name, piece=None, **options):
    """With gamma, beta and biases away from where they start, so that a mistake with them shows."""
    network, rng = SMALL[name](**({"dtype": np.float64} | options)), np.random.default_rng(4)
    for key, value in network.params.items():
        if not key.startswith("W"):
            value[...] = rng.uniform(0.3, 1, value.shape)
    network.piece = piece
    return network


def inputs(samples=7, seed=5, dtype=np.float64):
    return np.random.default_rng(seed).standard_normal((samples, *DIM)).astype(dtype)


# ---------------------------------------------------------------- what they are made of


def kinds(layers):
    return [type(layer) for layer in layers]


UNIT = [Convolution, BatchNormalization, Relu]


def test_vgg_is_blocks_of_convolutions():
    network = VGG(rng=0)
    block = UNIT * 2 + [MaxPooling]
    assert kinds(network.layers) == block * 2 + [Flatten, Affine, Relu, Dropout, Affine]
    assert network.params["W5"].shape == (32 * 7 * 7, 50)
    assert network.depth == 6 and VGG((3, 32, 32), ((2, 4), (2, 8), (3, 8), (3, 8), (3, 8)), rng=0).depth == 15
    plain = VGG(rng=0, batch_normalization=False)
    assert kinds(plain.layers)[:5] == [Convolution, Relu, Convolution, Relu, MaxPooling] and plain.state == {}
    assert list(plain.params)[:4] == ["W1", "b1", "W2", "b2"]


def test_vgg_with_global_average_pooling_is_resnets_end():
    network = VGG((3, 32, 32), ((2, 4), (1, 8)), hidden_size=None, output_size=2, rng=0)
    kinds = [type(layer).__name__ for layer in network.layers]
    assert kinds.count("MaxPooling") == 1 and kinds[-3:] == ["GlobalAveragePooling", "Dropout", "Affine"]
    assert network.layers[-1].params["W"].shape == (8, 2) and network.depth == 4


def test_resnet_of_fourteen_layers():
    network = ResNet(rng=0)
    assert kinds(network.layers) == UNIT + [Residual, Relu] * 6 + [GlobalAveragePooling, Affine]
    assert network.depth == 14 and ResNet(blocks=(3, 3, 3), rng=0).depth == 20  # He et al. count so: 6n + 2
    body = kinds(network.layers[3].layers[0].layers)
    assert body == [*UNIT, Convolution, BatchNormalization]
    shortcuts = [[kinds(part.layers) for part in layer.layers[1:]] for layer in network.layers if isinstance(layer, Residual)]
    assert shortcuts == [[], [], [[Convolution, BatchNormalization]], [], [[Convolution, BatchNormalization]], []]
    assert [layer.stride for _, layer in all_layers(network.layers[7:8]) if isinstance(layer, Convolution)] == [
        *[(2, 2), (1, 1), (2, 2)]
    ]


@pytest.mark.parametrize("blocks", [(2, 2, 2), (1, 2, 1), (3, 3, 3)])
def test_depth_counts_the_layers_with_weights_and_not_the_shortcuts(blocks):
    network, plain = ResNet(blocks=blocks, rng=0), ResNet(blocks=blocks, rng=0, skips=False)
    weights = [value.shape for name, value in network.params.items() if name.startswith("W")]
    assert network.depth == len([shape for shape in weights if shape[2:] != (1, 1)])
    assert plain.depth == len([name for name in plain.params if name.startswith("W")]) == network.depth


def test_a_plain_resnet_is_the_same_without_skips():
    network, plain = ResNet(rng=0), ResNet(rng=0, skips=False)
    assert not any(isinstance(layer, Residual) for layer in plain.layers)
    inside = [layer for _, layer in all_layers(network.layers) if type(layer) in UNIT]
    assert len(kinds(plain.layers)) - 2 == len(inside) - 4  # two shortcuts of two layers each


def test_inception_is_branches():
    network = Inception(rng=0)
    stage = [Branches, MaxPooling]
    assert kinds(network.layers) == UNIT + stage * 2 + [Branches, GlobalAveragePooling, Affine]
    assert network.depth == 8 and Inception(blocks=((2, 16),), rng=0).depth == 6
    ways = network.layers[3].layers
    assert [kinds(way.layers) for way in ways] == [UNIT, UNIT * 2, UNIT * 2, [MaxPooling, *UNIT]]
    outputs = [way.layers[-3].params["W"].shape[0] for way in ways]
    assert outputs == [8, 16, 4, 4]  # of 32: 1/4, 1/2, 1/8, 1/8, as 64, 128, 32, 32 of GoogLeNet's 256
    assert [way.layers[-3].params["W"].shape[2] for way in ways] == [1, 3, 5, 1]


def test_deep_conv_net_with_batch_normalization_is_a_plain_list():
    network = DeepConvNet(rng=0, batch_normalization=True)
    block = UNIT * 2 + [MaxPooling]
    assert kinds(network.layers) == block * 3 + [Flatten, Affine, Relu, Dropout, Affine]
    assert [name for name in network.params if name[0] == "b" and name[1:].isdigit()] == ["b1", "b2"]  # the affine layers' only
    without = DeepConvNet(rng=0)
    for number in range(1, 9):  # the same draws from the generator
        assert np.array_equal(network.params[f"W{number}"], without.params[f"W{number}"])


def test_a_convolution_before_a_normalization_has_no_bias():
    """Its slope would be 0, and what rounding leaves of it Adam would make steps of."""
    for name in NORMALIZED:
        for _, layer in all_layers(SMALL[name]().layers):
            if isinstance(layer, Convolution):
                assert list(layer.params) == ["W"]


@pytest.mark.parametrize("kind", [VGG, Inception, ResNet])
def test_they_start_with_hes_recipe_from_the_generator(kind):
    network = kind(rng=3)
    for key, value in network.params.items():
        if key.startswith("W") and value.size > 2000:
            fan_in = value[0].size if value.ndim == 4 else len(value)
            assert value.std() == pytest.approx((2 / fan_in) ** 0.5, rel=0.1), key
        elif not key.startswith("W"):
            assert (value == (1 if key.startswith("gamma") else 0)).all(), key
    same, other = kind(rng=np.random.default_rng(3)), kind(rng=4)
    assert np.array_equal(network.params["W2"], same.params["W2"]) and not np.array_equal(
        network.params["W2"], other.params["W2"]
    )


@pytest.mark.parametrize("kind", [VGG, Inception, ResNet])
@pytest.mark.parametrize("dim", [(1, 28, 28), (3, 17, 12), (1, 8, 8)])
def test_they_take_other_images(kind, dim):
    network, x = kind(dim, rng=0), np.random.default_rng(0).random((3, *dim), np.float32)
    assert network.predict(x).shape == (3, 10) and network.predict(x).dtype == np.float32
    assert np.isfinite(network.loss_and_gradient(x, np.array([0, 4, 9]))[0])


@pytest.mark.parametrize("name", ["VGG", "Inception", "ResNet", "DeepConvNet"])
def test_they_are_found_in_helpers_networks(name):
    assert getattr(networks, name).__name__ == name and name in networks.__all__


# ---------------------------------------------------------------- gradients


def error_along(network, x, t, name, rng, h=1e-6):
    """The relative difference between a slope along one random direction of a parameter, by gradient and by two losses."""
    network = copy.deepcopy(network)
    direction = rng.standard_normal(network.params[name].shape)
    own = float(np.sum(copy.deepcopy(network).gradient(x, t)[name] * direction))
    before, losses = network.params[name].copy(), []
    for sign in (1, -1):
        network.params[name][...] = before + sign * h * direction
        losses.append(copy.deepcopy(network).loss_and_gradient(x, t)[0])
    measured = (losses[0] - losses[1]) / (2 * h)
    rounding = 20 * np.finfo(float).eps * abs(losses[0]) / h
    return 0.0 if abs(own - measured) <= rounding else abs(own - measured) / (abs(own) + abs(measured))


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("piece", [None, 3])
def test_gradient_along_random_directions(name, piece):
    """All parameters, one direction each: every entry of each of them would take minutes."""
    network, rng = make(name, piece, weight_decay=0.01), np.random.default_rng(8)
    errors = {key: error_along(network, inputs(), T, key, rng) for key in network.params}
    assert max(errors.values()) <= 1e-7, errors
    gradient = network.gradient(inputs(), T)  # a beta whose ReLU lets everything through is taken off by the next normalization
    assert all(np.abs(value).max() > 1e-6 for key, value in gradient.items() if not key.startswith("beta"))


def test_every_entry_of_a_small_one():
    network = ResNet((1, 5, 4), (1, 1), 3, 0, filters=(2, 3), dtype=np.float64)
    x = np.random.default_rng(1).standard_normal((6, 1, 5, 4))
    errors = gradient_check(network, x, np.arange(6) % 3, h=1e-6)
    assert max(errors.values()) <= 1e-7, errors


def test_the_directions_find_a_broken_block():
    class Forgets(Residual):
        def backward(self, dout):
            return self.layers[0].backward(dout)

    network, rng = make("ResNet"), np.random.default_rng(8)
    block = network.layers[3]
    network.layers[3] = Forgets(block.layers[0])
    assert error_along(network, inputs(), T, "W1", rng) > 1e-3 and error_along(network, inputs(), T, "W3", rng) <= 1e-7


# ---------------------------------------------------------------- pieces, dtypes, files


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("piece", [2, 50])
def test_pieces_give_what_the_whole_batch_gives(name, piece):
    whole, cut = make(name), make(name, piece)
    (loss, gradient), (again, other) = (network.loss_and_gradient(inputs(), T) for network in (whole, cut))
    assert again == pytest.approx(loss, abs=1e-12)
    for key, value in gradient.items():
        np.testing.assert_allclose(other[key], value, rtol=0, atol=1e-11)
    for key, value in whole.state.items():
        np.testing.assert_allclose(cut.state[key], value, rtol=0, atol=1e-11)
    np.testing.assert_allclose(cut.predict(inputs()), whole.predict(inputs()), rtol=0, atol=1e-11)


@pytest.mark.parametrize("name", SMALL)
def test_results_do_not_depend_on_the_number_of_threads(name, monkeypatch):
    results = []
    for count in (1, 2, 3, 8):
        monkeypatch.setattr(threads, "THREADS", count)
        network, optimizer = make(name, 3, dtype=np.float32, **({"dropout": 0.3} if "VGG" in name else {})), Adam(0.01)
        for seed in range(3):
            optimizer.update(network.params, network.gradient(inputs(10, seed, np.float32), np.arange(10) % K))
        values = (*network.params.values(), *network.state.values(), network.predict(inputs(dtype=np.float32)))
        results.append([value.tobytes() for value in values])
    assert all(result == results[0] for result in results[1:])


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays(name, dtype):
    network, x = make(name, 3, dtype=dtype), inputs(dtype=dtype)
    values = [network.predict(x), *network.gradient(x, T).values(), *network.state.values()]
    assert {value.dtype for value in values} == {np.dtype(dtype)}
    other = network.astype(np.float64)
    assert {value.dtype for value in (*other.params.values(), *other.state.values())} == {np.dtype(np.float64)}
    assert other.config["dtype"] == "float64" and network.config["dtype"] == np.dtype(dtype).name


@pytest.mark.parametrize("name", SMALL)
def test_description_weights_and_state_come_back(name, tmp_path):
    network, optimizer = make(name, dtype=np.float32, weight_decay=0.01), Adam(0.01)
    x = inputs(dtype=np.float32)
    for _ in range(3):
        optimizer.update(network.params, network.gradient(x, T))
    again = from_json(to_json(network), rng=9)
    assert type(again) is type(network) and to_json(again) == to_json(network)
    assert getattr(again, "depth", 0) == getattr(network, "depth", 0)
    save_weights(tmp_path / "w.npz", network)
    load_weights(tmp_path / "w.npz", again)
    again.piece = network.piece
    assert np.array_equal(again.predict(x), network.predict(x))
    assert all(np.array_equal(again.state[key], value) for key, value in network.state.items())
    assert bool(network.state) == (name in NORMALIZED)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: VGG((28, 28)), r"input_dim must be \(channels, height, width\)"),
        (lambda: VGG(blocks=(16, 32)), "pairs of whole numbers"),
        (lambda: VGG(blocks=()), "pairs of whole numbers"),
        (lambda: VGG(blocks=((2, 0),)), "pairs of whole numbers"),
        (lambda: VGG(blocks=((2, 16, 3),)), "pairs of whole numbers"),
        (lambda: VGG((1, 3, 3)), "does not fit into images"),
        (lambda: VGG(hidden_size=0), "a number of units"),
        (lambda: VGG(dropout=1), "share that is dropped"),
        (lambda: Inception(blocks=((1, 24),)), "a multiple of 16"),
        (lambda: Inception((1, 3, 3)), "does not fit into images"),
        (lambda: Inception(stem=0), "a number of filters"),
        (lambda: ResNet(blocks=(2, 2)), r"an entry for each stage, but they are \[2, 2\] and \[16, 32, 64\]"),
        (lambda: ResNet(blocks=(2, 0, 2)), "blocks must be whole numbers"),
        (lambda: ResNet(blocks=2), "blocks must be whole numbers"),
        (lambda: ResNet(filters=(16, 2.5, 3)), "filters must be whole numbers"),
        (lambda: ResNet(output_size=0), "a number of units"),
        (lambda: ResNet(dtype=int), "floats"),
        (lambda: ResNet(weight_decay=-1), "weight_decay"),
    ],
)
def test_settings_that_are_refused(call, message):
    with pytest.raises((ValueError, TypeError), match=message):
        call()


# ---------------------------------------------------------------- training


@pytest.mark.parametrize(
    "network",
    [
        lambda: VGG((1, 8, 8), ((2, 8), (2, 16)), rng=0, dropout=0.2),
        lambda: ResNet((1, 8, 8), (1, 1), rng=0, filters=(8, 16)),
        lambda: Inception((1, 8, 8), ((1, 16), (1, 32)), rng=0, stem=8),
    ],
)
def test_they_learn_the_bundled_digits(network):
    digits, network = load_digits(), network()
    shaped = {name: getattr(digits, name).reshape(-1, 1, 8, 8) for name in ("x_train", "x_val", "x_test")}
    data = types.SimpleNamespace(**shaped, t_train=digits.t_train, t_val=digits.t_val, t_test=digits.t_test)
    history = fit(network, Adam(0.003), data, iterations=200, every=100, rng=0, progress=False)
    assert history.val_accuracy[-1] >= 0.93  # with the running means, which must have followed


# ---------------------------------------------------------------- PyTorch


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("piece", [None, 3])
def test_pytorch_agrees(name, piece, record_property):
    """Scores, loss, every slope, the running means after two steps, and the answers that they give."""
    torch = pytest.importorskip("torch")
    network, largest = make(name, piece), 0.0
    twins = [Twin(torch, layer) for layer in network.layers]
    params = [value for twin in twins for value in twin.params]

    def scores(x):
        x = torch.tensor(x)
        for twin in twins:
            x = twin(x)
        return x

    for seed in range(2):
        x = inputs(seed=seed)
        loss, gradient = network.loss_and_gradient(x, T)
        expected = torch.nn.functional.cross_entropy(scores(x), torch.tensor(T))
        slopes = torch.autograd.grad(expected, params)
        largest = max(largest, abs(loss - expected.item()))
        for (key, mine), other in zip(gradient.items(), slopes, strict=True):
            largest = max(largest, np.abs(mine - other.numpy()).max())
            np.testing.assert_allclose(mine, other.numpy(), rtol=0, atol=1e-10, err_msg=key)
    ours = [layer for _, layer in all_layers(network.layers) if layer.state]
    running = [pair for twin in twins for pair in twin.running]
    for layer, (mean, variance) in zip(ours, running, strict=True):
        n = layer.rows.size // len(mean) if piece is None else None
        largest = max(largest, np.abs(layer.state["mean"] - mean.numpy()).max())
        np.testing.assert_allclose(layer.state["mean"], mean.numpy(), rtol=0, atol=1e-10)
        if n:  # the start's share, 0.81, is the same for both; the batches' is n / (n - 1) times ours
            known = (layer.state["variance"] - 0.81) * n / (n - 1) + 0.81
            np.testing.assert_allclose(known, variance.numpy(), rtol=0, atol=1e-10)
        variance[:] = torch.tensor(layer.state["variance"])
    for twin in twins:
        twin.train(False)
    with torch.no_grad():
        expected = scores(inputs(seed=9)).numpy()
    np.testing.assert_allclose(network.predict(inputs(seed=9)), expected, rtol=0, atol=1e-8)
    record_property("largest difference", largest)
    print(f"{name}, piece {piece}: largest difference {largest:.1e}")
