"""Networks: gradients against central differences, names, shapes, dtypes, and what they refuse."""

import math

import numpy as np
import pytest

from helpers.blocks import Sequential
from helpers.functions import one_hot
from helpers.gradient import gradient_check, layer_gradient_check
from helpers.initializers import normal
from helpers.layers import Affine, Flatten, Layer, Relu, Sigmoid, SoftmaxWithLoss, SquaredErrorWithLoss, Tanh
from helpers.networks import MultiLayerNet, Network, TwoLayerNet
from helpers.optimizers import SGD

N, D, K = 7, 5, 3
T = np.array([2, 0, 1, 1, 2, 0, 1])
NETWORKS = {"two": lambda **o: TwoLayerNet(D, 6, K, 0, **o), "five": lambda **o: MultiLayerNet([D, 8, 6, 4, K], 0, **o)}


def inputs(dtype=np.float64):
    return np.random.default_rng(11).standard_normal((N, D)).astype(dtype)


def with_biases(network):
    """Biases away from 0, so that a mistake with them shows and nothing lies on ReLU's kink."""
    rng = np.random.default_rng(12)
    for name, value in network.params.items():
        if name.startswith("b"):
            value[...] = rng.uniform(0.1, 0.4, value.shape) * rng.choice([-1, 1], value.shape)
    return network


@pytest.mark.parametrize("size", NETWORKS)
@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
@pytest.mark.parametrize("loss", ["softmax", "squared_error"])
@pytest.mark.parametrize("t", [T, one_hot(T, K)], ids=["labels", "one-hot"])
def test_gradient(size, activation, loss, t):
    network = with_biases(NETWORKS[size](activation=activation, loss=loss, dtype=np.float64))
    errors = gradient_check(network, inputs(), t)
    assert list(errors) == list(network.params)
    assert max(errors.values()) <= 1e-7, errors
    assert all(np.abs(value).max() > 0 for value in network.gradient(inputs(), t).values())


class MeanForB(Affine):
    def backward_params(self, dout):
        super().backward_params(dout)
        self.grads["b"] = dout.mean(axis=0)


class HalfRelu(Relu):
    def backward(self, dout):
        return super().backward(dout) / 2


class StaleSigmoid(Sigmoid):
    def backward(self, dout):
        return dout * self.y


def middle_of_three(affine=Affine, relu=Relu, sigmoid=Sigmoid):
    rng = np.random.default_rng(2)

    def make(kind, inputs, outputs):
        return kind(rng.standard_normal((inputs, outputs)), rng.uniform(0.2, 0.5, outputs))

    return Network([make(Affine, D, 6), relu(), make(affine, 6, 4), sigmoid(), make(Affine, 4, K)])


def test_gradient_check_names_the_broken_layer():
    assert max(gradient_check(middle_of_three(), inputs(), T).values()) <= 1e-7
    errors = gradient_check(middle_of_three(affine=MeanForB), inputs(), T)
    assert [name for name, error in errors.items() if error > 1e-3] == ["b2"]
    assert max(error for name, error in errors.items() if name != "b2") <= 1e-7


def test_gradient_check_shows_everything_below_a_broken_activation():
    errors = gradient_check(middle_of_three(relu=HalfRelu), inputs(), T)
    assert [name for name, error in errors.items() if error > 1e-3] == ["W1", "b1"]
    errors = gradient_check(middle_of_three(sigmoid=StaleSigmoid), inputs(), T)
    assert [name for name, error in errors.items() if error > 1e-3] == ["W1", "b1", "W2", "b2"]


def test_gradient_on_images_that_a_flatten_layer_takes():
    rng = np.random.default_rng(0)
    network = Network(
        [Flatten(), Affine(rng.standard_normal((12, 5)), rng.standard_normal(5)), Tanh()]
        + [Affine(rng.standard_normal((5, K)), rng.standard_normal(K))]
    )
    assert list(network.params) == ["W1", "b1", "W2", "b2"]
    assert max(gradient_check(network, rng.standard_normal((N, 2, 3, 2)), T).values()) <= 1e-7


def test_a_single_affine_layer():
    network = Network([Affine(np.zeros((D, K)), np.zeros(K))])
    assert network.loss(inputs(), T) == pytest.approx(math.log(K))
    assert max(gradient_check(network, inputs(), T).values()) <= 1e-7


def test_names_count_each_kind_of_parameter():
    class NoBias(Layer):
        def __init__(self, W):
            super().__init__(W=W)

    rng = np.random.default_rng(0)
    first = Affine(rng.random((D, 4)), rng.random(4))
    network = Network([first, NoBias(rng.random((4, 4))), Affine(rng.random((4, K)), rng.random(K))])
    assert len(network.params) == 5  # none hides another
    assert network.params["W1"] is first.params["W"]


def test_names_shapes_and_order():
    network = MultiLayerNet([784, 256, 128, 64, 10], 0)
    assert list(network.params) == ["W1", "b1", "W2", "b2", "W3", "b3", "W4", "b4"]
    assert [value.shape for value in network.params.values()] == [
        *[(784, 256), (256,), (256, 128), (128,), (128, 64), (64,), (64, 10), (10,)]
    ]
    assert [type(layer) for layer in network.layers] == [Affine, Relu] * 3 + [Affine]
    assert isinstance(network.loss_layer, SoftmaxWithLoss)
    gradient = network.gradient(np.zeros((2, 784), np.float32), np.array([1, 2]))
    assert {name: g.shape for name, g in gradient.items()} == {name: p.shape for name, p in network.params.items()}
    assert sum(value.size for value in TwoLayerNet(784, 50, 10).params.values()) == 39_760


def test_the_last_layer_is_affine_so_that_scores_can_be_negative():
    for activation in ("relu", "sigmoid", "tanh"):
        network = NETWORKS["five"](activation=activation)
        network.params["b4"][...] = -50
        assert network.predict(inputs(np.float32)).max() < 0


def test_activation_loss_and_initializer_are_those_asked_for():
    network = TwoLayerNet(400, 300, 10, 0, activation="tanh", loss="squared_error")
    assert [type(layer) for layer in network.layers] == [Affine, Tanh, Affine]
    assert isinstance(network.loss_layer, SquaredErrorWithLoss)
    assert network.params["W1"].std() == pytest.approx(400**-0.5, rel=0.02)  # Xavier's
    assert TwoLayerNet(400, 300, 10, 0).params["W1"].std() == pytest.approx((2 / 400) ** 0.5, rel=0.02)  # He's
    assert TwoLayerNet(400, 300, 10, 0, initializer=normal(0.01)).params["W1"].std() == pytest.approx(0.01, rel=0.02)
    assert not any(network.params[name].any() for name in ("b1", "b2"))


def test_predict_by_hand():
    network = TwoLayerNet(2, 3, 2, 0, dtype=np.float64)
    network.params["W1"][...] = [[1, 0, -1], [2, 1, 0]]
    network.params["b1"][...] = [0, -1, 0.5]
    network.params["W2"][...] = [[1, 2], [0, 1], [3, -1]]
    network.params["b2"][...] = [0.5, 0]
    # hidden: (1 + 4, 2 - 1, -1 + 0.5 -> 0), then (-1, -1, 1.5) -> (0, 0, 1.5)
    assert network.predict(np.array([[1.0, 2.0], [-1.0, 0.0]])).tolist() == [[5.5, 11], [5, -1.5]]
    assert network.accuracy(np.array([[1.0, 2.0], [-1.0, 0.0]]), np.array([1, 1])) == 0.5


def test_the_generator_decides_the_weights_and_a_seed_will_do():
    one, same, seed, other = (
        MultiLayerNet([D, 6, K], rng).params["W1"]
        for rng in (np.random.default_rng(5), np.random.default_rng(5), 5, np.random.default_rng(6))
    )
    assert np.array_equal(one, same)
    assert np.array_equal(one, seed)
    assert not np.array_equal(one, other)
    rng = np.random.default_rng(5)
    MultiLayerNet([D, 6, K], rng)
    assert rng.random() != np.random.default_rng(5).random()  # the Generator itself was used, not a copy
    assert not np.array_equal(TwoLayerNet(D, 6, K).params["W1"], TwoLayerNet(D, 6, K).params["W1"])


def test_updating_in_place_changes_the_network():
    network, x = NETWORKS["two"](), inputs(np.float32)
    before, loss = network.predict(x), network.loss(x, T)
    SGD(0.1).update(network.params, network.gradient(x, T))
    assert not np.allclose(network.predict(x), before)
    assert network.loss(x, T) < loss


def test_putting_a_new_array_into_the_dictionary_changes_nothing():
    """The trap beside it, as the docstring of Network says."""
    network, x = NETWORKS["two"](), inputs(np.float32)
    before = network.predict(x)
    network.params["W1"] = network.params["W1"] - 1
    assert np.array_equal(network.predict(x), before)


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
@pytest.mark.parametrize("loss", ["softmax", "squared_error"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays_through_a_whole_step(activation, loss, dtype):
    network, x = NETWORKS["five"](activation=activation, loss=loss, dtype=dtype), inputs(dtype)
    assert network.predict(x).dtype == dtype
    gradient = network.gradient(x, T)
    assert {g.dtype for g in gradient.values()} == {np.dtype(dtype)}
    SGD(np.float64(0.1)).update(network.params, gradient)
    assert {p.dtype for p in network.params.values()} == {np.dtype(dtype)}


def test_nothing_given_is_changed_and_twice_is_as_good_as_once():
    network, x, t = NETWORKS["five"](), inputs(np.float32), T.copy()
    x.flags.writeable = t.flags.writeable = False
    loss, gradient = network.loss_and_gradient(x, t)
    gradient = {name: value.copy() for name, value in gradient.items()}
    again, gradient_again = network.loss_and_gradient(x, t)
    assert again == loss == network.loss(x, t)
    for name, value in gradient.items():
        assert np.array_equal(value, gradient_again[name])
    assert network.accuracy(x, t) == network.accuracy(x, t)


def test_astype_copies():
    network = NETWORKS["two"]()
    double = network.astype(np.float64)
    assert {p.dtype for p in double.params.values()} == {np.dtype(np.float64)}
    double.params["W1"] += 1
    assert not np.allclose(double.predict(inputs()), network.predict(inputs(np.float32)), atol=1e-3)
    assert network.params["W1"].dtype == np.float32
    assert double.config["dtype"] == "float64"
    assert network.config["dtype"] == "float32"


def test_accuracy_in_pieces():
    network, x = NETWORKS["two"](), inputs(np.float32)
    right = network.predict(x).argmax(axis=1)
    t = right.copy()
    t[:2] = (t[:2] + 1) % K
    for pieces in (1, 2, 3, N, 1000):
        assert network.accuracy(x, t, batch_size=pieces) == pytest.approx(5 / 7)
        assert network.accuracy(x, one_hot(t, K), batch_size=pieces) == pytest.approx(5 / 7)
    assert isinstance(network.accuracy(x, t), float)


@pytest.mark.parametrize("t", [T[:, None], T[:-1], one_hot(T, K + 1), T.astype(float), T + 1])
def test_accuracy_refuses_labels_that_do_not_fit(t):
    """A column (N, 1) against (N,) would be stretched to (N, N); as one-hot it would be all zeros."""
    with pytest.raises((ValueError, TypeError), match=r"label|length"):
        NETWORKS["two"]().accuracy(inputs(np.float32), t)


def test_accuracy_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least 1"):
        NETWORKS["two"]().accuracy(np.ones((0, D), np.float32), np.ones(0, int))


@pytest.mark.parametrize(
    "sizes", [[784], [], [784, 0, 10], [784, 50.5, 10], [784, -3, 10], [784, None, 10], [784, "50", 10], 784, [784, np.inf, 10]]
)
def test_sizes_that_are_none(sizes):
    with pytest.raises(ValueError, match="sizes must be two or more whole numbers"):
        MultiLayerNet(sizes)


def test_unknown_names_list_the_known_ones():
    with pytest.raises(ValueError, match="activation must be one of relu, sigmoid, tanh, not 'gelu'"):
        TwoLayerNet(D, 4, K, activation="gelu")
    with pytest.raises(ValueError, match="loss must be one of softmax, squared_error"):
        TwoLayerNet(D, 4, K, loss="hinge")
    with pytest.raises(TypeError, match="floats"):
        TwoLayerNet(D, 4, K, dtype=int)
    with pytest.raises(ValueError, match="at least one layer"):
        Network([])


def test_inputs_that_do_not_fit():
    network = NETWORKS["two"]()
    with pytest.raises(TypeError, match="uint8"):
        network.predict(np.zeros((N, D), dtype=np.uint8))
    with pytest.raises(ValueError, match="single sample"):
        network.predict(np.zeros(D, np.float32))
    with pytest.raises(ValueError, match="images"):
        network.predict(np.zeros((N, 1, D, 1), np.float32))
    for call in (network.loss, network.gradient, network.accuracy):
        with pytest.raises(ValueError, match="have 7 and 6. Usual cause: images and labels taken with different indices"):
            call(inputs(np.float32), T[:-1])


@pytest.mark.parametrize("loss", ["softmax", "squared_error"])
def test_weight_decay_is_part_of_the_loss_and_of_its_gradient(loss):
    plain, decayed = (with_biases(NETWORKS["five"](loss=loss, dtype=np.float64, weight_decay=decay)) for decay in (0.0, 0.3))
    weights = [value for name, value in plain.params.items() if name.startswith("W")]
    penalty = 0.15 * sum((W**2).sum() for W in weights)
    assert decayed.penalty() == pytest.approx(penalty) and plain.penalty() == 0
    for samples in (2, N):  # whatever the batch
        x, t = inputs()[:samples], T[:samples]
        assert decayed.loss(x, t) == pytest.approx(plain.loss(x, t) + penalty)
        without, with_decay = plain.gradient(x, t), decayed.gradient(x, t)
        for name, value in plain.params.items():
            assert np.allclose(with_decay[name] - without[name], 0.3 * value if name.startswith("W") else 0)
    assert max(gradient_check(decayed, inputs(), T).values()) <= 1e-7
    assert decayed.loss_and_gradient(inputs(), T)[0] == decayed.loss(inputs(), T)


@pytest.mark.parametrize("piece", [None, 3])
def test_weight_decay_keeps_dtype_and_the_layers_hold_the_same_gradients(piece):
    network = NETWORKS["two"](weight_decay=np.float64(0.5))
    network.piece = piece
    gradient = network.gradient(inputs(np.float32), T)
    assert {value.dtype for value in gradient.values()} == {np.dtype(np.float32)}
    assert gradient["W1"] is network.layers[0].grads["W"] and gradient["b2"] is network.layers[2].grads["b"]
    assert network.astype(np.float64).weight_decay == network.config["weight_decay"] == 0.5
    assert TwoLayerNet(D, 4, K).weight_decay == 0 and Network([Relu()], weight_decay=0.1).weight_decay == 0.1


@pytest.mark.parametrize("decay", [-1e-4, float("nan"), float("inf"), None, "0.1"])
def test_weight_decay_that_is_none(decay):
    with pytest.raises(ValueError, match="weight_decay must be 0 or a positive number"):
        TwoLayerNet(D, 4, K, weight_decay=decay)


# ---------------------------------------------------------------- a layer stands in a network once


def affine(inputs, outputs, seed=0):
    rng = np.random.default_rng(seed)
    return Affine(rng.standard_normal((inputs, outputs)), rng.uniform(0.2, 0.5, outputs))


def chain(*layers):
    """Layers one after the other, as one layer."""
    return Sequential(layers)


def test_a_layer_object_in_two_places_is_refused():
    """It used to train, with the gradient of the last use only: 93.7 % where 97.7 % were to be had."""
    relu, square = Relu(), affine(D, D)
    with pytest.raises(ValueError, match=r"layers\[1\] and layers\[3\] are the same Relu object.*Make an object for each place"):
        Network([affine(D, 4), relu, affine(4, 4), relu, affine(4, K)])
    with pytest.raises(ValueError, match=r"layers\[0\] and layers\[1\] are the same Affine object"):
        Network([square] * 2)
    with pytest.raises(ValueError, match=r"layers\[0\]\.layers\[1\] and layers\[1\] are the same Relu"):
        Network([chain(affine(D, 4), relu), relu])
    with pytest.raises(ValueError, match=r"layers\[0\]\.layers\[0\] and layers\[1\]\.layers\[0\]\.layers\[0\]"):
        Network([chain(square), chain(chain(square))])
    with pytest.raises(ValueError, match="loss_layer are the same"):
        loss = SoftmaxWithLoss()
        Network([affine(D, K), loss], loss)


def test_a_layer_that_is_put_in_a_second_time_later_is_refused_too():
    network = Network([affine(D, D), Relu(), affine(D, K)])
    network.layers.insert(1, network.layers[0])
    with pytest.raises(ValueError, match=r"layers\[0\] and layers\[1\] are the same Affine"):
        network.loss_and_gradient(inputs(), T)


@pytest.mark.parametrize("piece", [None, 3])
def test_a_layer_that_is_put_in_later_is_trained(piece):
    """The gradient used to be that of the layer which is no longer there."""
    network = Network([affine(D, D), Tanh(), affine(D, K)])
    network.piece = piece
    old, network.layers[0] = network.layers[0], affine(D, D, seed=3)
    gradient = network.gradient(inputs(), T)
    assert network.params["W1"] is network.layers[0].params["W"] and gradient["W1"] is network.layers[0].grads["W"]
    assert not old.grads["W"].any()
    assert max(gradient_check(network, inputs(), T).values()) <= 1e-7


def test_what_is_no_layer_is_refused():
    with pytest.raises(TypeError, match=r"layers\[1\] must be a layer, .* but it is the class Relu: write Relu\(\)"):
        Network([affine(D, 4), Relu, affine(4, K)])
    with pytest.raises(TypeError, match=r"layers\[0\] must be a layer.*it is a Network"):
        Network([Network([affine(D, 4)])])
    with pytest.raises(TypeError, match="loss_layer must be a layer.*the class SoftmaxWithLoss"):
        Network([affine(D, K)], SoftmaxWithLoss)


@pytest.mark.parametrize("piece", [None, 3])
def test_layers_within_layers_count_on_in_the_same_row(piece):
    inner, last = chain(affine(4, 6), Tanh(), chain(affine(6, 4))), affine(4, K)
    network = Network([affine(D, 4), inner, Sigmoid(), last])
    network.piece = piece
    assert list(network.params) == ["W1", "b1", "W2", "b2", "W3", "b3", "W4", "b4"]
    assert network.params["W3"] is inner.layers[2].layers[0].params["W"] and network.params["W4"] is last.params["W"]
    assert max(gradient_check(network, inputs(), T).values()) <= 1e-7
    gradient = network.gradient(inputs(), T)
    assert gradient["W2"] is inner.layers[0].grads["W"]
    assert {value.dtype for value in network.astype(np.float32).params.values()} == {np.dtype(np.float32)}
    errors = layer_gradient_check(inner, np.random.default_rng(0).standard_normal((N, 4)), np.random.default_rng(1))
    assert list(errors) == ["x", "W1", "b1", "W2", "b2"] and max(errors.values()) <= 1e-7


def test_a_network_that_begins_with_layers_within_layers():
    """The way back stops at the first layer that learns, and that may stand inside one."""
    network = Network([Flatten(), chain(affine(D, 4), Relu()), affine(4, K)])
    assert max(gradient_check(network, inputs().reshape(N, 1, D, 1), T).values()) <= 1e-7


# ---------------------------------------------------------------- what comes in, and what is no answer


@pytest.mark.parametrize("piece", [None, 3])
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_accuracy_refuses_scores_that_are_not_finite(bad, piece):
    """It used to give the share of class 0 for images that are all nan."""
    network, x = NETWORKS["two"](), inputs(np.float32)
    network.piece = piece
    network.params["b2"][...] = [0, 0, bad]
    with pytest.raises(ValueError, match=r"scores must be finite, but 7 of 21 are nan or infinite"):
        network.accuracy(x, T)


def test_accuracy_of_images_that_hold_one_nan():
    x = inputs(np.float32)
    x[5, 1] = np.nan
    with pytest.raises(ValueError, match=r"but 3 of 6 are nan or infinite.*np.isfinite\(x\)"):
        NETWORKS["two"]().accuracy(x, T, batch_size=2)


@pytest.mark.parametrize("size", [-1, 0, None, 2.5, "3", float("nan"), float("inf"), [2]])
def test_batch_sizes_that_are_none(size):
    """-1 used to give 0.0."""
    with pytest.raises(ValueError, match="batch_size must be a whole number from 1 up, not"):
        NETWORKS["two"]().accuracy(inputs(np.float32), T, batch_size=size)


@pytest.mark.parametrize("piece", [-1, 0, 2.5, "3"])
def test_pieces_that_are_none(piece):
    network = NETWORKS["two"]()
    network.piece = piece
    for call in (network.predict, lambda x: network.gradient(x, T)):
        with pytest.raises(ValueError, match="piece must be a whole number from 1 up"):
            call(inputs(np.float32))


def test_scores_that_are_no_table():
    with pytest.raises(ValueError, match=r"scores must have shape \(N, K\), one row per sample, but they have shape \(7, 5, 1\)"):
        Network([Relu()]).accuracy(inputs()[:, :, None], T)


class Labelled:
    """What matters of a pandas Series or DataFrame: a number in brackets is a row's label, not its place."""

    def __init__(self, values, labels):
        self.values, self.labels = values, list(labels)

    def __len__(self):
        return len(self.values)

    def __array__(self, dtype=None, copy=None):
        return np.array(self.values, dtype=dtype)

    def __getitem__(self, wanted):
        if isinstance(wanted, slice):
            return Labelled(self.values[wanted], self.labels[wanted])
        return np.array([self.values[self.labels.index(label)] for label in wanted])


@pytest.mark.parametrize("piece", [None, 2])
def test_what_is_indexed_by_labels_is_taken_by_place(piece):
    network, x, order = NETWORKS["two"](dtype=np.float64), inputs(), np.random.default_rng(3).permutation(N)
    network.piece = piece
    given_x, given_t = Labelled(x[order], order), Labelled(T[order], order)
    assert network.loss(given_x, given_t) == network.loss(x[order], T[order])
    assert network.accuracy(given_x, given_t, batch_size=2) == network.accuracy(x[order], T[order], batch_size=2)
    assert np.array_equal(network.gradient(given_x, given_t)["W1"], network.gradient(x[order], T[order])["W1"])
    assert np.array_equal(network.predict(given_x), network.predict(x[order]))
    for kind in (list, tuple):
        assert network.loss(kind(x.tolist()), kind(T.tolist())) == network.loss(x, T)
        assert network.loss(x, np.array(T, object)) == network.loss(x, T)  # whole numbers in a column of objects


@pytest.mark.parametrize("piece", [None, 2])
def test_tables_of_pandas_and_lists_are_taken_by_place(piece):
    """A shuffled Series is indexed by its labels: plain slices of it would be other samples."""
    pandas = pytest.importorskip("pandas")
    network, x = NETWORKS["two"](dtype=np.float64), inputs()
    network.piece = piece
    order = np.random.default_rng(3).permutation(N)
    frame, series = pandas.DataFrame(x).iloc[order], pandas.Series(T).iloc[order]
    right = network.loss(x[order], T[order]), network.accuracy(x[order], T[order], batch_size=2)
    gradient = network.gradient(x[order], T[order])
    for given_x, given_t in (
        (frame, series),
        (frame, series.astype("Int64")),
        (x[order].tolist(), T[order].tolist()),
        (frame, pandas.get_dummies(series)),
    ):
        assert network.loss(given_x, given_t) == right[0]
        assert network.accuracy(given_x, given_t, batch_size=2) == right[1]
        assert np.array_equal(network.gradient(given_x, given_t)["W1"], gradient["W1"])
        assert np.array_equal(network.predict(given_x), network.predict(x[order]))


@pytest.mark.parametrize(
    ("t", "kind", "message"),
    [
        (T.astype(float), TypeError, r"float64\. They are whole numbers, so t\.astype\(int\) is right"),
        (T + 0.5, TypeError, "SquaredErrorWithLoss"),
        (T.astype(str), TypeError, r"digits written as text.*t\.astype\(int\)"),
        (np.array(["cat", "dog", "cat", "cow", "cow", "dog", "cat"]), TypeError, r"names, such as cat: np\.unique"),
        (T == 1, TypeError, r"bool\. Use t\.astype\(int\)"),
        ([None, *T[1:]], TypeError, "object"),
        (np.where(T == 1, np.nan, T), TypeError, "3 of them are nan: labels are missing"),
        (3, ValueError, "have 7 and none"),
        ([[0, 1], *T[1:]], ValueError, "t is no array of numbers: its rows differ"),
    ],
)
@pytest.mark.parametrize("method", ["loss", "gradient", "accuracy"])
def test_labels_that_are_no_class_numbers_name_the_usual_cause(method, t, kind, message):
    with pytest.raises(kind, match=message):
        getattr(NETWORKS["two"](), method)(inputs(np.float32), t)


XOR = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]], np.float32)


@pytest.mark.parametrize("t", [np.array([0, 1, 1, 0]), np.array([[0], [1], [1], [0]]), np.array([0, 0, 0, 0])])
def test_one_output_is_told_what_to_do(t):
    """It used to say that each row of one-hot labels must hold a single 1, or, where all targets are 0, to be all right."""
    network = MultiLayerNet([2, 4, 1], 0)
    for method in (network.loss, network.gradient, network.accuracy):
        with pytest.raises(ValueError, match=r'one score per sample.*loss="squared_error".*predict\(x\) > 0\.5'):
            method(XOR, t)


def test_one_output_learns_with_the_loss_that_the_message_names():
    network = MultiLayerNet([2, 8, 1], 3, activation="tanh", loss="squared_error")
    for _ in range(1500):
        SGD(0.3).update(network.params, network.gradient(XOR, np.array([[0], [1], [1], [0]])))
    assert (network.predict(XOR) > 0.5).ravel().tolist() == [False, True, True, False]
