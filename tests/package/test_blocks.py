"""Sequential, Residual, Branches and GlobalAveragePooling: alone, nested, in networks and in pieces; against PyTorch."""

import copy

import numpy as np
import pytest
from pytorch_twin import Twin

from helpers.blocks import Branches, Residual, Sequential
from helpers.convolution import Convolution, GlobalAveragePooling, MaxPooling
from helpers.fast import threads
from helpers.gradient import gradient_check, layer_gradient_check
from helpers.layers import Affine, BatchNormalization, Dropout, Flatten, Layer, Relu, Tanh
from helpers.network import Network
from helpers.optimizers import SGD

N, K = 5, 3
T = np.array([2, 0, 1, 1, 2])


def numbers(*shape, seed=0, dtype=np.float64):
    return np.random.default_rng(seed).standard_normal(shape).astype(dtype)


def convolution(channels, filters, size=3, stride=1, pad=None, seed=1, dtype=np.float64, bias=True):
    kernel = (size, size) if np.ndim(size) == 0 else size
    pad = tuple(k // 2 for k in kernel) if pad is None else pad
    b = numbers(filters, seed=seed + 50, dtype=dtype) if bias else None
    return Convolution(numbers(filters, channels, *kernel, seed=seed, dtype=dtype) / 3, b, stride, pad)


def normalization(channels, dtype=np.float64):
    rng = np.random.default_rng(channels)
    return BatchNormalization(rng.uniform(0.5, 2, channels).astype(dtype), rng.uniform(-1, 1, channels).astype(dtype))


def affine(inputs, outputs, seed=1, dtype=np.float64):
    return Affine(numbers(inputs, outputs, seed=seed, dtype=dtype), numbers(outputs, seed=seed + 1, dtype=dtype))


def identity_block(c=3, dtype=np.float64, **options):
    return Residual([convolution(c, 4, dtype=dtype), Tanh(), convolution(4, c, (1, 3), seed=2, dtype=dtype)], **options)


def strided_block(dtype=np.float64):
    body = [convolution(3, 4, stride=(2, 1), bias=False, dtype=dtype), normalization(4, dtype), Tanh()]
    body += [convolution(4, 5, seed=2, bias=False, dtype=dtype), normalization(5, dtype)]
    return Residual(body, [convolution(3, 5, 1, (2, 1), seed=3, bias=False, dtype=dtype), normalization(5, dtype)])


def inception(dtype=np.float64):
    ways = [convolution(3, 2, 1, dtype=dtype)]
    ways += [[convolution(3, 4, 1, seed=2, dtype=dtype), Tanh(), convolution(4, 3, seed=3, dtype=dtype), normalization(3, dtype)]]
    ways += [Sequential([convolution(3, 1, 5, seed=4, dtype=dtype)])]
    return Branches([*ways, [MaxPooling(3, 3, 1, 1), convolution(3, 4, 1, seed=5, dtype=dtype)]])


def nested(dtype=np.float64):
    outer = Residual([Residual(Sequential([convolution(3, 3, dtype=dtype)])), Tanh(), inception(dtype)], convolution(3, 10, 1))
    outer.astype(dtype)
    return Sequential([outer, Branches([identity_block(10, dtype), strided_or_same(10, dtype)])])


def strided_or_same(channels, dtype):
    return Residual(convolution(channels, 2, seed=8, dtype=dtype), convolution(channels, 2, 1, seed=9, dtype=dtype))


BLOCKS = {
    "sequential": lambda dtype=np.float64: Sequential([convolution(3, 4, dtype=dtype), Tanh(), convolution(4, 2, dtype=dtype)]),
    "identity": lambda dtype=np.float64: identity_block(dtype=dtype),
    "strided": strided_block,
    "inception": inception,
    "nested": nested,
    "global average": lambda dtype=np.float64: GlobalAveragePooling(),
    "no bias": lambda dtype=np.float64: convolution(3, 2, (2, 3), (1, 2), bias=False, dtype=dtype),
}
CHANNELS = {"sequential": 2, "identity": 3, "strided": 5, "inception": 10, "nested": 12, "global average": 3, "no bias": 2}
IMAGES = (3, 7, 4)


# ---------------------------------------------------------------- forward, by hand


def test_sequential_is_one_after_the_other():
    first, second, x = affine(4, 3), affine(3, 2, 7), numbers(5, 4)
    assert np.array_equal(Sequential([first, Tanh(), second]).forward(x), second.forward(Tanh().forward(first.forward(x))))


def test_residual_adds_its_input_or_the_shortcuts_output():
    body, other, x = affine(4, 4), affine(4, 4, 7), numbers(5, 4)
    assert np.array_equal(Residual(body).forward(x), body.forward(x) + x)
    assert np.array_equal(Residual(body, other).forward(x), body.forward(x) + other.forward(x))


def test_nothing_follows_the_sum():
    zero = Affine(np.zeros((3, 3)), np.zeros(3))
    assert np.array_equal(Residual(zero).forward(-np.ones((2, 3))), -np.ones((2, 3)))


def test_branches_stand_one_behind_the_other_in_channels():
    one, other, x = convolution(3, 2, 1), convolution(3, 4, seed=4), numbers(2, 3, 5, 6)
    y = Branches([one, [other, Relu()]]).forward(x)
    assert y.shape == (2, 6, 5, 6)
    assert np.array_equal(y[:, :2], one.forward(x)) and np.array_equal(y[:, 2:], Relu().forward(other.forward(x)))
    assert Branches([affine(4, 2), affine(4, 3)]).forward(numbers(5, 4)).shape == (5, 5)


def test_global_average_pooling_is_the_mean_of_each_channel():
    x = numbers(2, 3, 4, 5)
    expected = [[x[n, c].sum() / 20 for c in range(3)] for n in range(2)]
    np.testing.assert_allclose(GlobalAveragePooling().forward(x), expected, rtol=0, atol=1e-14)
    layer = GlobalAveragePooling()
    layer.forward(x)
    assert np.array_equal(layer.backward(np.full((2, 3), 40.0)), np.full(x.shape, 2.0))


def test_blocks_hand_pixels_first_memory_on():
    x = np.ascontiguousarray(numbers(N, *IMAGES).transpose(2, 3, 0, 1)).transpose(2, 3, 0, 1)
    for name in ("sequential", "identity", "strided", "inception", "nested"):
        block = BLOCKS[name]()
        y = block.forward(x, training=True)
        dx = block.backward(y)
        assert y.transpose(2, 3, 0, 1).flags.c_contiguous and dx.transpose(2, 3, 0, 1).flags.c_contiguous, name


# ---------------------------------------------------------------- gradients


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("training", [True, False])
def test_gradient(name, training):
    errors = layer_gradient_check(BLOCKS[name](), numbers(2, *IMAGES), np.random.default_rng(1), training=training, h=1e-6)
    assert max(errors.values()) <= 1e-7, errors


def in_network(block, piece=None, dtype=np.float64, channels=3, first=False):
    layers = [block, GlobalAveragePooling(), affine(channels, K, dtype=dtype)]
    network = Network(layers if first else [convolution(3, 3, seed=6, dtype=dtype), Tanh(), *layers])
    network.piece = piece
    return network


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("name", ["identity", "strided", "inception"])
def test_gradient_in_a_network(name, first):
    """As the first layer a block is asked for its parameters' slopes only."""
    network = in_network(BLOCKS[name](), 2, channels=CHANNELS[name], first=first)
    errors = gradient_check(network, numbers(N, *IMAGES), T, h=1e-6)
    assert list(errors) == list(network.params) and max(errors.values()) <= 1e-7, errors


def parameter_slopes(block, x, dout, only):
    block.forward(x, training=True)
    given = block.backward_params(dout) if only else block.backward(dout)
    assert not only or given is None
    return {name: layer.grads[key] for name, (layer, key) in block.places().items()}


@pytest.mark.parametrize("name", BLOCKS)
def test_backward_params_gives_the_same_slopes(name):
    block, x = BLOCKS[name](), numbers(N, *IMAGES)
    dout = numbers(*block.forward(x).shape, seed=3)
    both, alone = parameter_slopes(block, x, dout, False), parameter_slopes(BLOCKS[name](), x, dout, True)
    assert both.keys() == alone.keys()
    for key in both:
        np.testing.assert_allclose(alone[key], both[key], rtol=0, atol=1e-12)


def test_backward_params_asks_no_layer_for_what_nobody_needs():
    class Refuses(Tanh):
        def backward(self, dout):
            raise AssertionError("nobody needs this slope")

    block = Sequential([Refuses(), Branches([[Refuses(), affine(3, 3)], Refuses()])])
    block.forward(numbers(2, 3))
    with pytest.raises(AssertionError):
        block.backward(np.ones((2, 6)))
    block = Sequential([Refuses(), affine(3, 3), Tanh()])
    block.forward(numbers(2, 3))
    block.backward_params(np.ones((2, 3)))
    block = Sequential([Refuses()])
    block.forward(numbers(2, 3)), block.backward_params(np.ones((2, 3)))


class ForgetsTheSkip(Residual):
    def backward(self, dout):
        return self.layers[0].backward(dout)


class ForgetsTheBody(Residual):
    def backward(self, dout):
        self.layers[0].backward(dout)
        return dout


class MixesTheWays(Branches):
    """Takes the parts of dout in the other order."""

    def _parts(self, dout):
        middle = dout.shape[1] // 2
        return zip(self.layers, (dout[:, middle:], dout[:, :middle]), strict=True)


class TakesOneWay(Branches):
    def backward(self, dout):
        return [way.backward(part) for way, part in self._parts(dout)][0]


class SumsThePixels(GlobalAveragePooling):
    def backward(self, dout):
        return super().backward(dout) * self.shape[2]


BROKEN = {
    "forgets the skip": (lambda: ForgetsTheSkip(convolution(3, 3)), {"x"}),
    "forgets the body": (lambda: ForgetsTheBody(convolution(3, 3)), {"x"}),
    "mixes the ways": (lambda: MixesTheWays([convolution(3, 2), convolution(3, 2, seed=2)]), {"x", "W1", "b1", "W2", "b2"}),
    "takes one way": (lambda: TakesOneWay([convolution(3, 2), convolution(3, 2, seed=2)]), {"x"}),
    "sums the pixels": (SumsThePixels, {"x"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_copies_are_found(name):
    make, wrong = BROKEN[name]
    errors = layer_gradient_check(make(), numbers(2, *IMAGES), np.random.default_rng(1))
    assert {key for key, error in errors.items() if error > 1e-3} == wrong, errors


def test_the_check_of_a_network_finds_a_forgotten_skip():
    errors = gradient_check(in_network(ForgetsTheSkip(convolution(3, 3))), numbers(N, *IMAGES), T)
    assert errors["W1"] > 1e-3 and max(errors[name] for name in ("W2", "b2", "W3", "b3")) <= 1e-7


# ---------------------------------------------------------------- names, workers, pieces


def test_names_count_on_in_the_order_of_the_layers():
    network = Network([convolution(3, 3), strided_block(), inception(), GlobalAveragePooling(), affine(10, K)])
    assert " ".join(network.params) == (
        "W1 b1 W2 gamma1 beta1 W3 gamma2 beta2 W4 gamma3 beta3 "  # the body first, then the shortcut
        "W5 b2 W6 b3 W7 b4 gamma4 beta4 W8 b5 W9 b6 W10 b7"
    )
    assert network.params["W4"].shape == (5, 3, 1, 1) and list(network.state)[-2:] == ["mean4", "variance4"]
    network.params["W4"][...] = 7
    assert (network.layers[1].layers[1].layers[0].params["W"] == 7).all()


@pytest.mark.parametrize("name", ["identity", "strided", "inception", "nested"])
@pytest.mark.parametrize("piece", [1, 2, 50])
def test_pieces_give_what_the_whole_batch_gives(name, piece):
    whole, cut = (in_network(BLOCKS[name](), size, channels=CHANNELS[name]) for size in (None, piece))
    x = numbers(N, *IMAGES)
    (loss, gradient), (again, other) = (network.loss_and_gradient(x, T) for network in (whole, cut))
    assert again == pytest.approx(loss, abs=1e-12)
    for key, value in gradient.items():
        np.testing.assert_allclose(other[key], value, rtol=0, atol=1e-12)
    for key, value in whole.state.items():
        np.testing.assert_allclose(cut.state[key], value, rtol=0, atol=1e-12)
    np.testing.assert_allclose(cut.predict(x), whole.predict(x), rtol=0, atol=1e-12)


@pytest.mark.parametrize("name", ["strided", "nested"])
def test_results_do_not_depend_on_the_number_of_threads(name, monkeypatch):
    results = []
    for count in (1, 2, 3, 8):
        monkeypatch.setattr(threads, "THREADS", count)
        network = in_network(BLOCKS[name](np.float32), 2, np.float32, CHANNELS[name])
        for seed in range(3):
            x = numbers(N, *IMAGES, seed=seed, dtype=np.float32)
            SGD(0.1).update(network.params, network.gradient(x, T))
        results.append([value.tobytes() for value in (*network.params.values(), *network.state.values(), network.predict(x))])
    assert all(result == results[0] for result in results[1:])


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays_and_astype_reaches_all(name, dtype):
    block, x = BLOCKS[name](dtype), numbers(N, *IMAGES, dtype=dtype)
    y = block.forward(x, training=True)
    dx = block.backward(y.copy())
    found = [y, dx, *(layer.grads[key] for layer, key in block.places().values())]
    assert {value.dtype for value in found} == {np.dtype(dtype)}
    other = copy.deepcopy(block)
    other.astype(np.float64)
    assert other.forward(x.astype(np.float64)).dtype == np.float64


def test_dropout_inside_a_block_learns_and_rests():
    block, x = Residual([Dropout(0.5, 0)]), numbers(8, 6)
    assert np.array_equal(block.forward(x), 2 * x)
    assert not np.array_equal(block.forward(x, training=True), 2 * x)


def test_nothing_that_is_given_is_changed():
    for name in BLOCKS:
        block, x = BLOCKS[name](), numbers(N, *IMAGES)
        x.flags.writeable = False
        y = block.forward(x, training=True)
        y[...] = 0  # the caller's own
        dout = numbers(*y.shape, seed=2)
        dout.flags.writeable = False
        block.backward(dout)[...] = 0
        assert not np.may_share_memory(x, y)


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: Residual(convolution(3, 6, stride=2)).forward(numbers(2, 3, 8, 8)),
            r"the body makes \(2, 6, 4, 4\) of x \(2, 3, 8, 8\), and without a shortcut x stays \(2, 3, 8, 8\).*"
            r"shortcut=Convolution\(W, b, stride=2\) with W of shape \(6, 3, 1, 1\)",
        ),
        (lambda: Residual(convolution(3, 3, pad=0)).forward(numbers(2, 3, 8, 8)), "all have pad=1"),
        (
            lambda: Residual(convolution(3, 6, stride=2), convolution(3, 6, 1)).forward(numbers(2, 3, 8, 8)),
            r"makes \(2, 6, 4, 4\) .* and the shortcut makes \(2, 6, 8, 8\) of it",
        ),
        (lambda: Residual(affine(4, 1)).forward(numbers(2, 4)), r"\(2, 1\) of x \(2, 4\).*such as an Affine"),
        (
            lambda: Branches([convolution(3, 2, 1), convolution(3, 2, pad=0)]).forward(numbers(2, 3, 8, 8)),
            r"make \(2, 2, 8, 8\), \(2, 2, 6, 6\) of x \(2, 3, 8, 8\).*pad=1 for a 3×3 window",
        ),
        (lambda: Branches([affine(3, 2), Flatten()]).forward(numbers(2, 3, 1, 1)), r"\(N, 3\)"),
        (lambda: Sequential([]), "at least one layer"),
        (lambda: Branches([]), "at least one way"),
        (lambda: Residual([]), "at least one layer"),
        (lambda: Residual(Relu), r"body must be a layer, .* the class Relu: write Relu\(\)"),
        (lambda: Residual(Relu(), "x"), "shortcut must be a layer, .* a str"),
        (lambda: Sequential([Relu(), None]), r"layers\[1\] must be a layer, .* a NoneType"),
        (lambda: Branches([Relu(), 3]), r"ways\[1\] must be a layer, .* an? int"),
        (lambda: Residual(Relu()).forward(np.ones((2, 3), int)), "floats"),
        (lambda: Branches([Relu()]).forward(np.ones((2, 3), int)), "floats"),
        (lambda: Residual(Relu()).backward(np.ones((2, 3))), "backward was called before forward"),
        (lambda: Branches([Relu()]).backward(np.ones((2, 3))), "backward was called before forward"),
        (lambda: GlobalAveragePooling().backward(np.ones((2, 3))), "backward was called before forward"),
        (lambda: GlobalAveragePooling().forward(np.ones((2, 3))), "images are"),
        (lambda: GlobalAveragePooling().forward(np.ones((2, 3, 0, 2))), "without pixels"),
    ],
)
def test_what_is_refused(call, message):
    with pytest.raises((ValueError, TypeError, RuntimeError), match=message):
        call()


@pytest.mark.parametrize("name", ["identity", "inception", "global average"])
def test_slopes_of_another_shape_are_refused(name):
    block = BLOCKS[name]()
    shape = block.forward(numbers(2, *IMAGES)).shape
    for step in [block.backward] + [block.backward_params]:
        with pytest.raises(ValueError, match="dout must have shape"):
            step(np.zeros((shape[0] + 1, *shape[1:])))


def test_a_layer_within_a_block_stands_in_one_place_only():
    relu = Relu()
    with pytest.raises(ValueError, match=r"layers\[0\] and layers\[1\].layers\[0\].layers\[0\] are the same Relu"):
        Network([relu, Residual([relu])])


def test_a_block_of_ones_own_layers_works():
    class Doubled(Layer):
        def forward(self, x, training=False):
            return x

        def backward(self, dout):
            return dout

    block, x = Residual(Doubled()), numbers(2, 3)
    assert np.array_equal(block.forward(x), 2 * x) and np.array_equal(block.backward(x), 2 * x)


# ---------------------------------------------------------------- PyTorch


@pytest.mark.parametrize("name", BLOCKS)
def test_pytorch_agrees(name):
    torch = pytest.importorskip("torch")
    block, x = BLOCKS[name](), numbers(N, *IMAGES)
    twin, tensor = Twin(torch, block), torch.tensor(x, requires_grad=True)
    y, expected = block.forward(x, training=True), twin(tensor)
    dout = numbers(*y.shape, seed=4)
    expected.backward(torch.tensor(dout))
    pairs = [(y, expected.detach()), (block.backward(dout), tensor.grad)]
    slopes = [layer.grads[key] for layer, key in block.places().values()]
    pairs += zip(slopes, [value.grad for value in twin.params], strict=True)
    for mine, other in pairs:
        np.testing.assert_allclose(mine, other.numpy(), rtol=0, atol=1e-10)
