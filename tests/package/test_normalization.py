"""Batch normalization: against its formula, the graph, central differences and PyTorch; pieces, state, prediction, refusals."""

import copy

import numpy as np
import pytest

from helpers.checkpoints import load_weights, save_weights
from helpers.convolution import Convolution, GlobalAveragePooling
from helpers.fast import threads
from helpers.gradient import gradient_check, layer_gradient_check
from helpers.layers import Affine, BatchNormalization, Relu, Tanh
from helpers.network import Network
from helpers.optimizers import SGD

C, K = 3, 4
SHAPES = {"table": (7, C), "images": (4, C, 5, 2), "one image": (1, C, 2, 3), "two samples": (2, C), "one pixel": (5, C, 1, 1)}
AXES = {2: 0, 4: (0, 2, 3)}


def numbers(shape, seed=0, dtype=np.float64, mean=0.7, std=2.0):
    return (mean + std * np.random.default_rng(seed).standard_normal(shape)).astype(dtype)


def layer_of(dtype=np.float64, features=C, kind=BatchNormalization, **options):
    rng = np.random.default_rng(features)
    return kind(rng.uniform(0.5, 2, features).astype(dtype), rng.uniform(-1, 1, features).astype(dtype), **options)


def per_feature(value, x):
    return value.reshape(1, -1, *[1] * (x.ndim - 2))


def pixels_first(x):
    """The same images, lying as (H, W, N, C) in memory, as a convolution hands them on."""
    return np.ascontiguousarray(x.transpose(2, 3, 0, 1)).transpose(2, 3, 0, 1)


# ---------------------------------------------------------------- forward


@pytest.mark.parametrize("shape", SHAPES)
def test_training_takes_the_batchs_own_mean_and_variance(shape):
    x, layer = numbers(SHAPES[shape]), layer_of()
    axes, given = AXES[x.ndim], x.copy()
    gamma, beta = layer.params.values()
    y = layer.forward(x, training=True)
    expected = (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + 1e-5)
    np.testing.assert_allclose(y, expected * per_feature(gamma, x) + per_feature(beta, x), rtol=0, atol=1e-12)
    np.testing.assert_allclose(y.mean(axes), beta, atol=1e-12)
    assert np.array_equal(x, given) and not np.may_share_memory(x, y)


def test_images_are_normalized_by_channel_and_not_by_pixel():
    x = numbers((6, C, 4, 5)) + np.linspace(0, 30, 5)  # more from left to right
    y = BatchNormalization(np.ones(C), np.zeros(C)).forward(x, training=True)
    assert (np.diff(y.mean(axis=(0, 1, 2))) > 0.3).all()  # and still so


@pytest.mark.parametrize("shape", ["table", "images"])
def test_running_mean_and_variance(shape):
    """The mean of squared distances, divided by n; momentum is the share of the old."""
    layer, mean, variance = layer_of(momentum=0.75), np.zeros(C), np.ones(C)
    held = layer.state["mean"]
    for seed in range(3):
        x = numbers(SHAPES[shape], seed)
        layer.forward(x, training=True)
        mean = 0.75 * mean + 0.25 * x.mean(AXES[x.ndim])
        variance = 0.75 * variance + 0.25 * x.var(AXES[x.ndim], ddof=0)
        np.testing.assert_allclose(layer.state["mean"], mean, rtol=0, atol=1e-13)
        np.testing.assert_allclose(layer.state["variance"], variance, rtol=0, atol=1e-13)
    assert layer.state["mean"] is held  # in place: whoever holds network.state sees it


@pytest.mark.parametrize("shape", ["table", "images"])
def test_prediction_takes_the_running_ones_and_changes_nothing(shape):
    layer, x = layer_of(), numbers(SHAPES[shape])
    layer.forward(x, training=True)
    state = copy.deepcopy(layer.state)
    y = layer.forward(x)
    expected = (x - per_feature(state["mean"], x)) / np.sqrt(per_feature(state["variance"], x) + 1e-5)
    expected = expected * per_feature(layer.params["gamma"], x) + per_feature(layer.params["beta"], x)
    np.testing.assert_allclose(y, expected, rtol=0, atol=1e-12)
    one_by_one = [layer.forward(x[i : i + 1]) for i in range(len(x))]
    np.testing.assert_allclose(np.concatenate(one_by_one), y, rtol=0, atol=1e-13)  # an answer hangs on its own sample alone
    assert all(np.array_equal(layer.state[name], state[name]) for name in state)
    assert layer.forward(x[:0]).shape == x[:0].shape


def test_a_large_mean_costs_no_accuracy():
    """The mean of squares minus the square of the mean would leave nothing of a spread of 1 beside 3000 in float32."""
    x = numbers((200, C, 4, 4), mean=3000, std=1, dtype=np.float32)
    network = Network([layer_of(np.float32), Relu(), GlobalAveragePooling()])
    for piece in (None, 30):
        network.piece = piece
        network.layers[0].state["variance"][...] = 0
        network.loss_and_gradient(x, np.arange(200) % C)
        exact = x.astype(np.float64).var(axis=(0, 2, 3))
        np.testing.assert_allclose(network.state["variance1"] / 0.1, exact, rtol=1e-3)


# ---------------------------------------------------------------- gradient


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("dout_lies", ["plain", "pixels first"])
def test_gradient(shape, training, dout_lies):
    """Of both kinds of forward step: in prediction, mean and variance are fixed numbers."""
    if dout_lies == "pixels first":
        if len(SHAPES[shape]) != 4:
            pytest.skip("a table has no pixels")

        class Turned(BatchNormalization):
            def backward(self, dout):
                return super().backward(pixels_first(dout))

    layer, x = layer_of(kind=BatchNormalization if dout_lies == "plain" else Turned), numbers(SHAPES[shape])
    layer.forward(numbers((9, C), 5), training=True)
    errors = layer_gradient_check(layer, x, np.random.default_rng(1), training=training)
    assert set(errors) == {"x", "gamma", "beta"} and max(errors.values()) <= 1e-7, errors


@pytest.mark.parametrize("shape", SHAPES)
def test_the_graph_gives_what_the_short_formula_gives(shape):
    layer, x = layer_of(), numbers(SHAPES[shape])
    dout = numbers(layer.forward(x, training=True).shape, 3)
    short = [layer.backward(dout), *layer.grads.values()]
    graph = [layer.backward_by_graph(dout), *layer.grads.values()]
    for one, other in zip(short, graph, strict=True):
        np.testing.assert_allclose(one, other, rtol=0, atol=1e-12)
    assert max(np.abs(value).max() for value in short) > 0.1 or shape == "two samples"


class ForgetsTheMean(BatchNormalization):
    """Takes the batch's mean for a fixed number on the way back, the slip that is made most often."""

    def backward(self, dout):
        full = super().backward(dout)
        return full + per_feature(self.params["gamma"] * self.inverse * dout.mean(AXES[dout.ndim]), dout)


class ForgetsBoth(BatchNormalization):
    def backward(self, dout):
        super().backward(dout)
        return dout * per_feature(self.params["gamma"] * self.inverse, dout)


class MeansForSums(BatchNormalization):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads["beta"] = dout.mean(AXES[dout.ndim])
        return dx


@pytest.mark.parametrize(("kind", "wrong"), [(ForgetsTheMean, {"x"}), (ForgetsBoth, {"x"}), (MeansForSums, {"beta"})])
@pytest.mark.parametrize("shape", ["table", "images"])
def test_broken_copies_are_found(kind, wrong, shape):
    errors = layer_gradient_check(layer_of(kind=kind), numbers(SHAPES[shape]), np.random.default_rng(1), training=True)
    assert {name for name, error in errors.items() if error > 1e-3} == wrong, errors


def test_the_layers_check_leaves_state_as_it_was():
    layer = layer_of()
    layer_gradient_check(layer, numbers((6, C)), np.random.default_rng(0), training=True)
    assert not layer.state["mean"].any() and (layer.state["variance"] == 1).all()


def affine(inputs, outputs, dtype=np.float64):
    return Affine(numbers((inputs, outputs), 1, dtype), numbers(outputs, 2, dtype))


def table_network(dtype=np.float64, piece=None, kind=BatchNormalization):
    layers = [affine(5, 6, dtype), layer_of(dtype, 6, kind), Tanh(), layer_of(dtype, 6), affine(6, K, dtype)]
    return in_pieces(Network(layers), piece)


def image_network(dtype=np.float64, piece=None):
    first, second = numbers((3, 2, 3, 3), 1, dtype, 0), numbers((4, 3, 2, 3), 2, dtype, 0)
    layers = [layer_of(dtype, 2), Convolution(first, None, 1, 1), layer_of(dtype), Tanh(), Convolution(second, None)]
    return in_pieces(Network([*layers, layer_of(dtype, 4), GlobalAveragePooling()]), piece)


def in_pieces(network, piece):
    network.piece = piece
    return network


NETWORKS = {"table": (table_network, (5,)), "images": (image_network, (2, 5, 4))}
N = 11
T = np.arange(N) % K


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("piece", [None, 4])
def test_gradient_in_a_network(name, piece):
    """The check compares with the loss while learning: that at prediction is another number."""
    make, shape = NETWORKS[name]
    network, x = make(piece=piece), numbers((N, *shape))
    errors = gradient_check(network, x, T)
    assert max(errors.values()) <= 1e-7, errors
    assert not network.state["mean1"].any()  # the check worked on copies
    assert abs(network.loss(x, T) - network.loss_and_gradient(x, T)[0]) > 0.01


def test_the_check_of_a_network_finds_a_broken_one():
    errors = gradient_check(table_network(kind=ForgetsBoth), numbers((N, 5)), T)
    assert errors["W1"] > 1e-3 and max(errors[name] for name in ("gamma1", "beta1", "W2")) <= 1e-7


# ---------------------------------------------------------------- pieces, threads


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("piece", [1, 2, 4, 10, 50])
def test_pieces_give_what_the_whole_batch_gives(name, piece):
    make, shape = NETWORKS[name]
    whole, cut = make(), make(piece=piece)
    for seed in range(2):
        x = numbers((N, *shape), seed)
        (loss, gradient), (again, other) = (network.loss_and_gradient(x, T) for network in (whole, cut))
        assert again == pytest.approx(loss, abs=1e-12)
        for key, value in gradient.items():
            np.testing.assert_allclose(other[key], value, rtol=0, atol=1e-12)
    for key, value in whole.state.items():
        np.testing.assert_allclose(cut.state[key], value, rtol=0, atol=1e-12)
    np.testing.assert_allclose(cut.predict(x), whole.predict(x), rtol=0, atol=1e-12)


@pytest.mark.parametrize("name", NETWORKS)
def test_results_do_not_depend_on_the_number_of_threads(name, monkeypatch):
    """To the last bit, over several steps: parameters, running means, answers."""
    results, (make, shape) = [], NETWORKS[name]
    for count in (1, 2, 3, 8):
        monkeypatch.setattr(threads, "THREADS", count)
        network = make(np.float32, 2)
        for seed in range(3):
            SGD(0.1).update(network.params, network.gradient(numbers((N, *shape), seed, np.float32), T))
        values = [*network.params.values(), *network.state.values(), network.predict(numbers((N, *shape), 0, np.float32))]
        results.append([value.tobytes() for value in values])
    assert all(result == results[0] for result in results[1:])


# ---------------------------------------------------------------- dtypes, names, files


@pytest.mark.parametrize("shape", ["table", "images"])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("training", [True, False])
def test_dtype_stays(shape, dtype, training):
    layer, x = layer_of(dtype), numbers(SHAPES[shape], dtype=dtype)
    y = layer.forward(x, training=training)
    dx = layer.backward(y.copy())
    assert {value.dtype for value in (y, dx, *layer.grads.values(), *layer.state.values())} == {np.dtype(dtype)}


def test_half_precision_has_room_for_squares_and_eps():
    x = np.array([[300, 0], [-300, 0], [300, 1e-3], [-300, 1e-3]], np.float16)  # 300² is more than float16 can hold
    y = BatchNormalization(np.ones(2, np.float16), np.zeros(2, np.float16)).forward(x, training=True)
    spread = x[:, 1].astype(float).std()
    expected = [[1, -1], [-1, -1], [1, 1], [-1, 1]] * np.array([1, spread / np.sqrt(spread**2 + 1e-5)])
    np.testing.assert_allclose(y.astype(float), expected, rtol=2e-3)


def test_images_that_lie_pixels_first_come_out_so():
    x, layer = pixels_first(numbers((4, C, 5, 2))), layer_of()
    y = layer.forward(x, training=True)
    assert y.transpose(2, 3, 0, 1).flags.c_contiguous and layer.backward(y).transpose(2, 3, 0, 1).flags.c_contiguous
    np.testing.assert_allclose(y, layer.forward(np.ascontiguousarray(x), training=True), rtol=0, atol=1e-13)


def test_names_files_and_decay(tmp_path):
    network = image_network()
    assert list(network.params) == ["gamma1", "beta1", "W1", "gamma2", "beta2", "W2", "gamma3", "beta3"]
    assert list(network.state) == ["mean1", "variance1", "mean2", "variance2", "mean3", "variance3"]
    x, other = numbers((N, 2, 5, 4)), image_network()
    for _ in range(3):
        SGD(0.1).update(network.params, network.gradient(x, T))
    save_weights(tmp_path / "w.npz", network)
    load_weights(tmp_path / "w.npz", other)
    assert np.array_equal(other.predict(x), network.predict(x))
    single = network.astype(np.float32)
    assert single.state["mean1"].dtype == np.float32 and network.state["mean1"].dtype == np.float64
    np.testing.assert_allclose(single.predict(x.astype(np.float32)), network.predict(x), atol=1e-4)


def test_weight_decay_leaves_gamma_and_beta_alone():
    plain, decaying, x = table_network(), table_network(), numbers((N, 5))
    decaying.weight_decay = 0.5
    before, after = plain.gradient(x, T), decaying.gradient(x, T)
    moved = {name for name in before if not np.array_equal(before[name], after[name])}
    assert moved == {"W1", "W2"}
    assert decaying.penalty() == pytest.approx(0.25 * sum((plain.params[name] ** 2).sum() for name in ("W1", "W2")))


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("shape", [(1, C), (1, C, 1, 1), (0, C), (0, C, 2, 2)])
def test_a_single_number_a_feature_is_no_batch(shape):
    layer = layer_of()
    with pytest.raises(ValueError, match=rf"at least two numbers a feature, but this batch brings {shape[0]}: .*predict\(x\)"):
        layer.forward(np.zeros(shape), training=True)
    assert not layer.state["mean"].any()


@pytest.mark.parametrize("piece", [None, 1, 5])
def test_a_batch_of_one_sample_is_refused_in_a_network_too(piece):
    network = table_network(piece=piece)
    with pytest.raises(ValueError, match="the last mini-batch of an epoch"):
        network.gradient(numbers((1, 5)), T[:1])
    assert np.isfinite(network.gradient(numbers((2, 5)), T[:2])["W1"]).all()  # pieces of one are fine: they meet


def test_constant_features_come_out_as_beta():
    layer = layer_of()
    y = layer.forward(np.full((5, C), 3.3), training=True)
    np.testing.assert_allclose(y, np.tile(layer.params["beta"], (5, 1)), atol=1e-10)
    assert np.isfinite(layer.backward(numbers((5, C)))).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: BatchNormalization(np.ones(3), np.ones(4)), r"shape \(C,\), but gamma is \(3,\) and beta is \(4,\)"),
        (lambda: BatchNormalization(np.ones((3, 1)), np.ones((3, 1))), r"shape \(C,\)"),
        (lambda: BatchNormalization(np.ones(0), np.ones(0)), r"shape \(C,\)"),
        (lambda: BatchNormalization(np.ones(3, int), np.ones(3)), "floats"),
        (lambda: layer_of(momentum=1), "share of the old running mean"),
        (lambda: layer_of(momentum=-0.1), "share of the old running mean"),
        (lambda: layer_of(momentum="0.9"), "share of the old running mean"),
        (lambda: layer_of(eps=0), "eps must be a positive number"),
        (lambda: layer_of().forward(np.zeros((4, C + 1))), rf"\(N, {C}\)"),
        (lambda: layer_of().forward(np.zeros((4, 5, 6, C))), r"\(N, H, W, C\)"),
        (lambda: layer_of().forward(np.zeros((4, C, 2))), rf"\(N, {C}\)"),
        (lambda: layer_of().forward(np.zeros((4, C), int)), "floats"),
        (lambda: layer_of().backward(np.zeros((4, C))), "backward was called before forward"),
        (lambda: layer_of().backward_by_graph(np.zeros((4, C))), "backward was called before forward"),
    ],
)
def test_what_is_refused(call, message):
    with pytest.raises((ValueError, TypeError, RuntimeError), match=message):
        call()


def test_the_graph_is_that_of_training():
    layer = layer_of()
    layer.forward(numbers((4, C)))
    with pytest.raises(RuntimeError, match=r"forward\(x, training=True\)"):
        layer.backward_by_graph(np.ones((4, C)))


def test_slopes_of_another_shape_are_refused():
    layer = layer_of()
    layer.forward(numbers((4, C, 2, 2)), training=True)
    for step in (layer.backward, layer.backward_params, layer.backward_by_graph):
        with pytest.raises(ValueError, match=r"dout must have shape \(4, 3, 2, 2\)"):
            step(np.zeros((4, C, 2, 1)))


# ---------------------------------------------------------------- PyTorch


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("training", [True, False])
def test_pytorch_agrees(shape, training):
    """Its momentum is 1 - ours, and its running variance takes n / (n - 1) times the batch's."""
    torch = pytest.importorskip("torch")
    layer, x = layer_of(momentum=0.8, eps=1e-3), numbers(SHAPES[shape])
    theirs = (torch.nn.BatchNorm2d if x.ndim == 4 else torch.nn.BatchNorm1d)(C, eps=1e-3, momentum=0.2).double()
    n = x.size // C
    with torch.no_grad():
        theirs.weight[:], theirs.bias[:] = map(torch.tensor, layer.params.values())
    layer.forward(x, training=True), theirs(torch.tensor(x))
    ours = (layer.state["variance"] - 0.8) * n / (n - 1) + 0.8  # the start, 1, is no batch's
    np.testing.assert_allclose(layer.state["mean"], theirs.running_mean, rtol=0, atol=1e-12)
    np.testing.assert_allclose(ours, theirs.running_var, rtol=0, atol=1e-12)
    theirs.running_var[:] = torch.tensor(layer.state["variance"])
    theirs.train(training)
    tensor = torch.tensor(x, requires_grad=True)
    y, expected = layer.forward(x, training=training), theirs(tensor)
    dout = numbers(y.shape, 3)
    expected.backward(torch.tensor(dout))
    pairs = [(y, expected.detach()), (layer.backward(dout), tensor.grad)]
    pairs += [(layer.grads["gamma"], theirs.weight.grad), (layer.grads["beta"], theirs.bias.grad)]
    for mine, other in pairs:
        np.testing.assert_allclose(mine, other, rtol=0, atol=1e-10)
