"""SimpleConvNet and DeepConvNet: gradients, sizes, batches in pieces on threads, and what they refuse."""

import copy
import subprocess
import sys
import types

import numpy as np
import pytest

from helpers.checkpoints import from_json, load_weights, save_weights, to_json
from helpers.convolution import Convolution, MaxPooling
from helpers.datasets import load_digits
from helpers.fast import threads
from helpers.gradient import gradient_check
from helpers.layers import Affine, Dropout, Flatten, Relu
from helpers.networks import DeepConvNet, MultiLayerNet, Network, SimpleConvNet
from helpers.optimizers import Adam
from helpers.schedules import cosine
from helpers.training import fit

K = 4
T = np.array([2, 0, 3, 1, 1, 3, 0])


def simple(**options):
    settings = {"dtype": np.float64, "rng": 0} | options
    return SimpleConvNet((2, 8, 7), {"filter_num": 3, "filter_size": 3}, 5, K, **settings)


def deep(**options):
    settings = {"dtype": np.float64, "rng": 0, "filters": (2, 5, 4, 3, 5, 3), "dropout": 0.2} | options
    return DeepConvNet((2, 9, 8), 6, K, **settings)


NETWORKS = {"simple": (simple, (2, 8, 7)), "deep": (deep, (2, 9, 8))}


def with_biases(network):
    """Biases away from 0: at 0 every pixel of a plain background would lie on ReLU's kink."""
    rng = np.random.default_rng(12)
    for name, value in network.params.items():
        if name.startswith("b"):
            value[...] = rng.uniform(0.1, 0.4, value.shape)
    return network


def inputs(name, samples=7, dtype=np.float64, seed=5):
    return np.random.default_rng(seed).standard_normal((samples, *NETWORKS[name][1])).astype(dtype)


def make(name, piece=3, **options):
    network = with_biases(NETWORKS[name][0](**options))
    network.piece = piece
    return network


# ---------------------------------------------------------------- gradients


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("piece", [None, 3, 100])
def test_gradient(name, piece):
    """For DeepConvNet with dropout: the check holds the masks fixed."""
    network = make(name, piece, weight_decay=0.01)
    errors = gradient_check(network, inputs(name), T, h=1e-6)  # a larger step meets kinks of ReLU and ties of pooling
    assert list(errors) == list(network.params)
    assert max(errors.values()) <= 1e-7, errors
    assert all(np.abs(value).max() > 1e-6 for value in network.gradient(inputs(name), T).values())


def test_the_check_finds_a_broken_dropout():
    class Unscaled(Dropout):
        def backward(self, dout):
            return dout * (self.mask > 0)

    network = make("deep")
    place = next(i for i, layer in enumerate(network.layers) if isinstance(layer, Dropout))
    network.layers[place] = Unscaled(0.2, 0)
    errors = gradient_check(network, inputs("deep"), T, h=1e-6)
    assert errors["W7"] > 1e-3 and errors["W8"] <= 1e-7


def test_the_check_draws_nothing_from_the_networks_own_generator():
    network = make("deep", None)
    before = copy.deepcopy(network)
    gradient_check(network, inputs("deep"), T)
    one, other = (n.loss_and_gradient(inputs("deep"), T)[0] for n in (network, before))
    assert one == other


# ---------------------------------------------------------------- pieces


@pytest.mark.parametrize("name", NETWORKS)
def test_pieces_add_up_to_the_whole(name):
    options = {"dropout": 0.0} if name == "deep" else {}
    whole, x = make(name, None, weight_decay=0.01, **options), inputs(name)
    loss, gradient = whole.loss_and_gradient(x, T)
    for size in (1, 2, 3, 7, 50):
        network = make(name, size, weight_decay=0.01, **options)
        again, in_pieces = network.loss_and_gradient(x, T)
        assert again == pytest.approx(loss, abs=1e-12)
        for key, value in gradient.items():
            np.testing.assert_allclose(in_pieces[key], value, rtol=0, atol=1e-12)
        np.testing.assert_allclose(network.predict(x), whole.predict(x), rtol=0, atol=1e-12)
        assert network.loss(x, T) == pytest.approx(whole.loss(x, T), abs=1e-12)
        assert network.accuracy(x, T) == whole.accuracy(x, T)


@pytest.mark.parametrize("name", NETWORKS)
def test_results_do_not_depend_on_the_number_of_threads(name, monkeypatch):
    """To the last bit, with dropout too, over several steps."""
    results = []
    for count in (1, 2, 3, 8):
        monkeypatch.setattr(threads, "THREADS", count)
        network, optimizer, losses = make(name, dtype=np.float32), Adam(0.01), []
        for seed in range(4):
            x, t = inputs(name, 17, np.float32, seed), np.arange(17) % K
            loss, gradient = network.loss_and_gradient(x, t)
            optimizer.update(network.params, gradient)
            losses += [loss, network.accuracy(x, t), network.predict(x).tobytes()]
        results.append((losses, [value.tobytes() for value in network.params.values()]))
    assert all(result == results[0] for result in results[1:])


def test_measuring_changes_no_dropout_mask():
    one, other, x = make("deep"), make("deep"), inputs("deep")
    other.predict(x), other.accuracy(x, T), other.loss(x, T)
    assert one.loss_and_gradient(x, T)[0] == other.loss_and_gradient(x, T)[0]


def test_each_step_and_each_piece_has_a_dropout_mask_of_its_own():
    network, x = make("deep", 1, dropout=0.7), np.repeat(inputs("deep", 1), 40, axis=0)
    losses = {network.loss_and_gradient(x[i : i + 20], np.zeros(20, int))[0] for i in (0, 20)}
    assert len(losses) == 2
    masks = []
    workers = [network.worker(training=True) for _ in range(4)]
    for worker in workers:
        worker.forward(x, training=True)
        masks.append(next(layer.mask for layer in worker.layers if isinstance(layer, Dropout)))
    assert not any(np.array_equal(masks[0], mask) for mask in masks[1:])


@pytest.mark.parametrize("name", NETWORKS)
def test_layers_hold_the_batchs_gradients_afterwards(name):
    network = make(name)
    gradient = network.gradient(inputs(name), T)
    places = [(layer, key) for layer in network.layers for key in layer.params]
    for (layer, key), value in zip(places, gradient.values(), strict=True):
        assert layer.grads[key] is value


@pytest.mark.parametrize("name", NETWORKS)
def test_nothing_given_is_changed_and_twice_is_as_good_as_once(name):
    network, x, t = make(name, **({"dropout": 0} if name == "deep" else {})), inputs(name), T.copy()
    x.flags.writeable = t.flags.writeable = False
    loss, gradient = network.loss_and_gradient(x, t)
    kept = {key: value.copy() for key, value in gradient.items()}
    again, second = network.loss_and_gradient(x, t)
    assert loss == again == pytest.approx(network.loss(x, t))
    assert all(np.array_equal(kept[key], gradient[key]) and np.array_equal(kept[key], second[key]) for key in kept)


def test_a_table_network_can_be_worked_in_pieces_too():
    whole = MultiLayerNet([5, 6, K], 0, dtype=np.float64)
    cut = copy.deepcopy(whole)
    cut.piece = 2
    x = np.random.default_rng(0).standard_normal((7, 5))
    for key, value in whole.gradient(x, T).items():
        np.testing.assert_allclose(cut.gradient(x, T)[key], value, rtol=0, atol=1e-12)


def test_errors_of_a_piece_come_through():
    network, x = make("simple"), inputs("simple")
    for t in (T[:-1], np.append(T, 1)):
        with pytest.raises(ValueError, match=r"same length, at least 1, but they have 7 and [68]"):
            network.loss_and_gradient(x, t)
    with pytest.raises(ValueError, match="at least 1"):
        network.loss_and_gradient(x[:0], T[:0])
    with pytest.raises(ValueError, match="labels must lie in 0..3"):
        network.loss_and_gradient(x, T + 1)
    with pytest.raises(ValueError, match="flatten=False"):
        network.predict(x.reshape(len(x), -1))
    with pytest.raises(ValueError, match=r"\(N, H, W, C\)"):
        network.predict(x.transpose(0, 2, 3, 1))
    with pytest.raises(TypeError, match="floats"):
        network.predict(np.ones(x.shape, int))
    with pytest.raises(ValueError, match="the data set is another one"):
        network.predict(np.ones((3, 2, 12, 12)))


@pytest.mark.parametrize("name", NETWORKS)
def test_predicting_nothing_is_refused(name):
    with pytest.raises(ValueError, match="there are no samples"):
        make(name).predict(inputs(name, 0))


# ---------------------------------------------------------------- shapes and settings


def test_simple_conv_net_is_the_one_of_the_book():
    network = SimpleConvNet(rng=0)
    assert [type(layer) for layer in network.layers] == [Convolution, Relu, MaxPooling, Flatten, Affine, Relu, Affine]
    shapes = {name: value.shape for name, value in network.params.items()}
    assert shapes == {"W1": (30, 1, 5, 5), "b1": (30,), "W2": (4320, 100), "b2": (100,), "W3": (100, 10), "b3": (10,)}
    assert network.predict(np.zeros((2, 1, 28, 28), np.float32)).shape == (2, 10)


def test_deep_conv_net_is_the_one_of_the_book():
    network = DeepConvNet(rng=0)
    block = [Convolution, Relu] * 2 + [MaxPooling]
    assert [type(layer) for layer in network.layers] == block * 3 + [Flatten, Affine, Relu, Dropout, Affine]
    shapes = [value.shape for name, value in network.params.items() if name.startswith("W")]
    filters = [(16, 1), (16, 16), (32, 16), (32, 32), (64, 32), (64, 64)]
    assert shapes == [(*pair, 3, 3) for pair in filters] + [(1024, 50), (50, 10)]
    assert [layer.pad[0] for layer in network.layers if isinstance(layer, Convolution)] == [1, 1, 1, 2, 1, 1]
    assert list(network.params) == [f"{letter}{number}" for number in range(1, 9) for letter in "Wb"]
    assert network.layers[-2].ratio == 0.5


@pytest.mark.parametrize(
    ("input_dim", "conv_param", "inputs"),
    [
        ((1, 28, 28), {"filter_size": 4}, 30 * 12 * 12),  # 25 halves to 12: the last row and column are in no window
        ((1, 8, 8), {}, 30 * 2 * 2),
        ((3, 9, 12), {"filter_num": 4, "filter_size": 2, "stride": 2, "pad": 1}, 4 * 2 * 3),
        ((1, 28, 28), {"stride": 2}, 30 * 6 * 6),
        ((1, 27, 30), {"pad": 2}, 30 * 13 * 15),
    ],
)
def test_sizes_are_rounded_down(input_dim, conv_param, inputs):
    network = SimpleConvNet(input_dim, conv_param, 7, 5, 0)
    assert network.params["W2"].shape == (inputs, 7)
    x = np.random.default_rng(0).random((3, *input_dim), np.float32)
    assert network.predict(x).shape == (3, 5)
    assert all(value.shape == network.params[name].shape for name, value in network.gradient(x, np.array([0, 4, 2])).items())


@pytest.mark.parametrize("input_dim", [(1, 8, 8), (3, 32, 32), (1, 9, 17), (1, 4, 4)])
def test_deep_conv_net_takes_other_images(input_dim):
    network, x = DeepConvNet(input_dim, rng=0), np.random.default_rng(0).random((3, *input_dim), np.float32)
    assert network.predict(x).shape == (3, 10)
    assert np.isfinite(network.loss(x, np.array([0, 4, 9])))


def test_weights_start_with_hes_recipe_and_from_the_generator():
    network = DeepConvNet(rng=3)
    assert network.params["W4"].std() == pytest.approx((2 / (32 * 9)) ** 0.5, rel=0.03)
    assert network.params["W7"].std() == pytest.approx((2 / 1024) ** 0.5, rel=0.03)
    assert not any(value.any() for name, value in network.params.items() if name.startswith("b"))
    same, other = DeepConvNet(rng=np.random.default_rng(3)), DeepConvNet(rng=4)
    assert np.array_equal(network.params["W8"], same.params["W8"])
    assert not np.array_equal(network.params["W8"], other.params["W8"])
    assert np.array_equal(SimpleConvNet(rng=1).params["W1"], SimpleConvNet((1, 28, 28), {}, 100, 10, 1).params["W1"])


def test_the_loss_before_training_is_about_the_logarithm_of_the_classes():
    rng = np.random.default_rng(0)
    x, t = rng.random((100, 1, 28, 28), np.float32) * (rng.random((100, 1, 28, 28)) < 0.2).astype(np.float32), np.arange(100) % 10
    for network in (SimpleConvNet(rng=0), DeepConvNet(rng=0)):
        assert network.loss(x, t) == pytest.approx(np.log(10), abs=0.8)


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays(name, dtype):
    network, x = make(name, dtype=dtype, weight_decay=np.float64(0.1)), inputs(name, dtype=dtype)
    assert network.predict(x).dtype == dtype
    assert {value.dtype for value in network.gradient(x, T).values()} == {np.dtype(dtype)}
    twice = network.astype(np.float64)
    assert {value.dtype for value in twice.gradient(inputs(name), T).values()} == {np.dtype(np.float64)}
    assert twice.config["dtype"] == "float64" and network.params["W1"].dtype == dtype


@pytest.mark.parametrize("name", NETWORKS)
def test_file_description_and_copy(name, tmp_path):
    network, x = make(name, dtype=np.float32, weight_decay=0.01), inputs(name, dtype=np.float32)
    again = from_json(to_json(network), rng=9)
    assert type(again) is type(network) and to_json(again) == to_json(network)
    again.piece = network.piece
    assert not np.array_equal(again.params["W1"], network.params["W1"])
    save_weights(tmp_path / "w.npz", network)
    load_weights(tmp_path / "w.npz", again)
    other = copy.deepcopy(network)
    assert np.array_equal(again.predict(x), network.predict(x)) and np.array_equal(other.predict(x), network.predict(x))
    assert again.loss(x, T) == network.loss(x, T)
    other.params["W1"] += 1
    assert np.array_equal(again.params["W1"], network.params["W1"])


def test_settings_come_back_whole():
    network = from_json(to_json(SimpleConvNet((2, 9, 9), {"filter_num": np.int64(4)}, 6, 3, 0)))
    assert network.config["conv_param"] == {"filter_num": 4, "filter_size": 5, "pad": 0, "stride": 1}
    network = from_json(to_json(DeepConvNet((2, 9, 9), 6, 3, 0, filters=[2, 3], dropout=0.25)))
    assert network.config["filters"] == [2, 3] and network.layers[-2].ratio == 0.25


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: SimpleConvNet((28, 28)), r"input_dim must be \(channels, height, width\)"),
        (lambda: SimpleConvNet((1, 28, 0)), "a size in input_dim must be a whole number from 1"),
        (lambda: SimpleConvNet(conv_param={"filters": 3}), "names in conv_param must be one of filter_num"),
        (lambda: SimpleConvNet(conv_param={"filter_num": 0}), "filter_num must be a whole number from 1"),
        (lambda: SimpleConvNet(conv_param={"stride": 0}), "stride must be a whole number from 1"),
        (lambda: SimpleConvNet(conv_param={"pad": -1}), "pad must be a whole number from 0"),
        (lambda: SimpleConvNet((1, 4, 4)), "does not fit into images"),
        (lambda: SimpleConvNet((1, 5, 5)), "does not fit into images"),
        (lambda: SimpleConvNet(hidden_size=0), "a number of units must be a whole number from 1"),
        (lambda: SimpleConvNet(output_size=2.5), "a number of units"),
        (lambda: SimpleConvNet(dtype=int), "floats"),
        (lambda: DeepConvNet((1, 3, 3)), "does not fit into images"),
        (lambda: DeepConvNet(filters=(16, 16, 32)), "even number"),
        (lambda: DeepConvNet(filters=()), "even number"),
        (lambda: DeepConvNet(filters=(16, 0)), "a number of filters"),
        (lambda: DeepConvNet(dropout=1), "share that is dropped"),
        (lambda: DeepConvNet(weight_decay=-1), "weight_decay"),
    ],
)
def test_settings_that_are_refused(call, message):
    with pytest.raises((ValueError, TypeError), match=message):
        call()


# ---------------------------------------------------------------- training


def digits():
    data = load_digits()
    shaped = {name: getattr(data, name).reshape(-1, 1, 8, 8) for name in ("x_train", "x_val", "x_test")}
    return types.SimpleNamespace(**shaped, t_train=data.t_train, t_val=data.t_val, t_test=data.t_test)


@pytest.mark.parametrize("kind", [SimpleConvNet, DeepConvNet])
def test_fit_trains_them_on_the_bundled_digits(kind):
    data, network = digits(), kind((1, 8, 8), rng=0)
    optimizer = Adam(0.002)
    history = fit(
        *(network, optimizer, data), iterations=200, every=100, rng=0, progress=False, schedule=cosine(0.003, iterations=200)
    )
    assert history.val_accuracy[-1] >= 0.95
    assert optimizer.lr < 1e-5  # the schedule came to its end


def test_pieces_need_the_memory_of_a_few_only():
    """A worker is let go when its piece is done: 40 pieces must not need 40 times as much."""
    code = """
import resource, sys
import numpy as np
from helpers.fast import threads
from helpers.networks import SimpleConvNet
threads.THREADS = 2
network, x = SimpleConvNet(rng=0), np.zeros((2000, 1, 28, 28), np.float32)
network.predict(x[:100])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
network.predict(x)
network.loss_and_gradient(x, np.zeros(len(x), int))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / (1024 if sys.platform != "darwin" else 1024**2))
"""
    pytest.importorskip("resource")
    megabytes = float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
    assert megabytes < 250  # all 40 at once: about 1,200


def test_loose_layers_work_as_one_batch():
    assert Network([Relu()]).piece is None
