"""Convolution and pooling against plain loops, central differences and, where it is installed, PyTorch; broken copies.

Sizes are odd and all different, biases are not zero, kernels are not symmetric, windows overlap.
"""

import numpy as np
import pytest

from helpers.convolution import AveragePooling, Convolution, MaxPooling, OneProduct, col2im, im2col
from helpers.fast import threads
from helpers.fast.shifts import Columns, Shifts, images, pixels_first, taps
from helpers.fast.threads import in_pieces
from helpers.fast.winograd import Winograd
from helpers.gradient import layer_gradient_check

RIGHT, WRONG = 1e-7, 1e-3


def numbers(*shape, seed=0, dtype=np.float64):
    return np.random.default_rng(seed).standard_normal(shape).astype(dtype)


def loops(x, W, b, stride=(1, 1), pad=(0, 0)):
    """Convolution as seven loops."""
    (N, C, H, Wd), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H + 2 * pad[0] - FH) // stride[0] + 1, (Wd + 2 * pad[1] - FW) // stride[1] + 1
    y = np.zeros((N, FN, OH, OW))
    for n in range(N):
        for f in range(FN):
            for i in range(OH):
                for j in range(OW):
                    y[n, f, i, j] = b[f]
                    for c in range(C):
                        for u in range(FH):
                            for v in range(FW):
                                row, column = i * stride[0] + u - pad[0], j * stride[1] + v - pad[1]
                                if 0 <= row < H and 0 <= column < Wd:
                                    y[n, f, i, j] += x[n, c, row, column] * W[f, c, u, v]
    return y


def pool_loops(x, pool, stride, pad, how):
    """Pooling window by window; how gets the pixels of a window, without the padding."""
    N, C, H, W = x.shape
    OH, OW = (H + 2 * pad[0] - pool[0]) // stride[0] + 1, (W + 2 * pad[1] - pool[1]) // stride[1] + 1
    y = np.zeros((N, C, OH, OW))
    for n, c, i, j in np.ndindex(y.shape):
        top, left = i * stride[0] - pad[0], j * stride[1] - pad[1]
        y[n, c, i, j] = how(x[n, c, max(top, 0) : top + pool[0], max(left, 0) : left + pool[1]])
    return y


def random_case(seed):
    """x, W, b, stride, pad with everything drawn; every other kernel is 3×3 at stride 1."""
    rng = np.random.default_rng(seed)
    N, C, FN = rng.integers(1, 4), rng.integers(1, 7), rng.integers(1, 5)
    kernel, stride, pad = rng.integers(1, 5, 2), rng.integers(1, 4, 2), rng.integers(0, 4, 2)
    if seed % 2:
        kernel[:], stride[:] = 3, 1
    size = np.maximum(1, kernel - 2 * pad) + rng.integers(0, 9, 2)
    x, W, b = rng.standard_normal((N, C, *size)), rng.standard_normal((FN, C, *kernel)), rng.standard_normal(FN)
    return x, W, b, tuple(stride.tolist()), tuple(pad.tolist())


# One of each way: (x's shape, W's shape, stride, pad). Square kernels, so that a transposed one runs and is wrong.
CASES = {
    "Winograd": ((2, 5, 6, 9), (4, 5, 3, 3), (1, 1), (1, 2)),
    "Shifts": ((2, 5, 6, 9), (4, 5, 2, 2), (1, 2), (1, 2)),
    "Shifts, stride over 3×3": ((2, 4, 7, 9), (5, 4, 3, 3), (2, 3), (2, 1)),
    "Columns": ((3, 2, 6, 7), (4, 2, 3, 3), (2, 1), (0, 1)),
}


def layer_of(case, kind=Convolution, dtype=np.float64):
    _, shape, stride, pad = CASES[case]
    return kind(numbers(*shape, seed=1, dtype=dtype), numbers(shape[0], seed=2, dtype=dtype) + 2, stride, pad)


def value_error(layer, x):
    y, right = layer.forward(x), loops(x, *layer.params.values(), layer.stride, layer.pad)
    return np.abs(y - right).max() if y.shape == right.shape else np.inf


def gradient_error(layer, x):
    return max(layer_gradient_check(layer, x, np.random.default_rng(5)).values())


# ---------------------------------------------------------------- right values and gradients


@pytest.mark.parametrize("seed", range(60))
def test_every_way_gives_what_seven_loops_give(seed):
    x, W, b, stride, pad = random_case(seed)
    right = loops(x, W, b, stride, pad)
    layer = Convolution(W, b, stride, pad)
    ways = [layer, OneProduct(stride, pad), Shifts(stride, pad), Columns(stride, pad)]
    if W.shape[2:] == (3, 3) and stride == (1, 1):
        ways.append(Winograd(pad))
    dout, slopes = numbers(*right.shape, seed=seed + 1), []
    for way in ways:
        y = way.forward(x) if way is layer else way.forward(x, W, b)
        np.testing.assert_allclose(y, right, rtol=0, atol=1e-11)
        if way is layer:
            dx = layer.backward(dout)
            slopes.append([layer.grads["W"], layer.grads["b"], dx])
        else:
            slopes.append(way.backward(dout))
            assert way.backward(dout, need_dx=False)[2] is None
    for one in slopes:
        for mine, first, shape in zip(one, slopes[0], (W.shape, b.shape, x.shape), strict=True):
            assert mine.shape == shape
            np.testing.assert_allclose(mine, first, rtol=0, atol=1e-10)


@pytest.mark.parametrize("seed", range(60))
def test_columns_and_one_product_give_it_too(seed):
    x, W, b, stride, pad = random_case(seed)
    right = loops(x, W, b, stride, pad)
    cols = im2col(x, *W.shape[2:], stride, pad)
    N, FN, OH, OW = right.shape
    assert cols.shape == (N * OH * OW, W[0].size)
    y = (cols @ W.reshape(FN, -1).T + b).reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)
    np.testing.assert_allclose(y, right, rtol=0, atol=1e-11)
    q = numbers(*cols.shape, seed=seed + 1)  # the adjoint: <im2col x, q> = <x, col2im q>
    assert np.sum(cols * q) == pytest.approx(np.sum(x * col2im(q, x.shape, *W.shape[2:], stride, pad)))


@pytest.mark.parametrize("seed", range(20))
def test_gradient(seed):
    x, W, b, stride, pad = random_case(seed)
    assert gradient_error(Convolution(W, b, stride, pad), x) <= RIGHT


@pytest.mark.parametrize("case", CASES)
def test_the_cases_are_what_they_are_called_and_right(case):
    layer, x = layer_of(case), numbers(*CASES[case][0])
    assert value_error(layer, x) < 1e-11
    assert gradient_error(layer, x) <= RIGHT
    assert type(layer.way).__name__ == case.split(",")[0]


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("kind", [MaxPooling, AveragePooling])
def test_pooling(kind, seed):
    rng = np.random.default_rng(seed)
    pool, stride = rng.integers(1, 4, 2), tuple(rng.integers(1, 4, 2).tolist())
    pad = tuple(rng.integers(0, pool).tolist())
    x = rng.standard_normal((rng.integers(1, 3), rng.integers(1, 4), *(pool + rng.integers(0, 5, 2)))) - 3
    layer = kind(*pool.tolist(), stride, pad)
    how = np.max if kind is MaxPooling else lambda window: window.sum() / pool.prod()
    np.testing.assert_allclose(layer.forward(x), pool_loops(x, pool, stride, pad, how), rtol=0, atol=1e-14)
    assert gradient_error(layer, x) <= RIGHT


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("images_in_batch", [0, 3])
def test_the_fast_ways_equal_the_readable_ones(images_in_batch, seed, dtype):
    """Convolution and both poolings, odd sizes, strides and paddings; a batch of no images too, which gives no outputs."""
    x, W, b, stride, pad = random_case(seed)
    x, W, b = np.repeat(x[:1], images_in_batch, axis=0).astype(dtype), W.astype(dtype), b.astype(dtype)
    pool, pool_pad = tuple(np.minimum(W.shape[2:], x.shape[2:])), tuple(p % k for p, k in zip(pad, W.shape[2:], strict=True))
    pool_pad = tuple(min(p, k - 1) for p, k in zip(pool_pad, pool, strict=True))
    for make in (
        lambda: Convolution(W, b, stride, pad),
        lambda: MaxPooling(*pool, stride, pool_pad),
        lambda: AveragePooling(*pool, stride, pool_pad),
    ):
        fast, plain = make(), make()
        plain.fast = False
        y, right = fast.forward(x), plain.forward(x)
        assert type(fast.way) is not type(plain.way)
        dout = numbers(*right.shape, seed=seed, dtype=dtype)
        pairs = [(y, right), (fast.backward(dout), plain.backward(dout))]
        pairs += [(fast.grads[key], plain.grads[key]) for key in plain.grads]
        for mine, theirs in pairs:
            assert mine.shape == theirs.shape and mine.dtype == theirs.dtype == dtype
            tolerance = (1e-12 if dtype is np.float64 else 1e-5) * max(1, np.abs(theirs).max(initial=0))
            np.testing.assert_allclose(mine, theirs, rtol=0, atol=10 * tolerance)


@pytest.mark.parametrize("case", CASES)
def test_the_readable_way_passes_the_gradient_check_too(case):
    layer = layer_of(case)
    layer.fast = False
    assert value_error(layer, numbers(*CASES[case][0])) < 1e-11
    assert gradient_error(layer, numbers(*CASES[case][0])) <= RIGHT
    assert type(layer.way) is OneProduct


@pytest.mark.parametrize("case", CASES)
def test_no_images_give_no_outputs_and_slopes_of_zero(case):
    """As Affine and Flatten do; only a loss has no mean of nothing. Winograd alone used to fail."""
    layer, x = layer_of(case), numbers(*CASES[case][0])[:0]
    y = layer.forward(x)
    assert y.shape == (0, *layer.forward(numbers(*CASES[case][0])).shape[1:])
    layer.forward(x)
    assert layer.backward(y).shape == x.shape
    assert layer.grads["W"].shape == layer.params["W"].shape and not layer.grads["W"].any() and not layer.grads["b"].any()


def test_book_example_is_a_cross_correlation():
    x = np.array([[1.0, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]])[None, None]
    W = np.array([[2.0, 0, 1], [0, 1, 2], [1, 0, 2]])[None, None]
    assert Convolution(W, np.zeros(1)).forward(x)[0, 0].round(12).tolist() == [[15, 16], [6, 15]]
    assert Convolution(W, np.full(1, 3.0)).forward(x)[0, 0].round(12).tolist() == [[18, 19], [9, 18]]
    assert Convolution(W, np.zeros(1), pad=1).forward(x).shape == (1, 1, 4, 4)
    for way in (Winograd((0, 0)), Shifts((1, 1), (0, 0)), Columns((1, 1), (0, 0))):
        assert way.forward(x, W, np.zeros(1))[0, 0].round(12).tolist() == [[15, 16], [6, 15]]


def test_im2col_by_hand():
    assert im2col(numbers(1, 3, 7, 7), 5, 5).shape == (9, 75)
    assert im2col(numbers(10, 3, 7, 7), 5, 5).shape == (90, 75)
    x = np.arange(2 * 2 * 3 * 4.0).reshape(2, 2, 3, 4)
    cols = im2col(x, 2, 3)
    assert cols[0].tolist() == [0, 1, 2, 4, 5, 6, 12, 13, 14, 16, 17, 18]  # channel 0's field, then channel 1's
    assert cols[1].tolist() == (cols[0] + 1).tolist()  # one to the right
    assert cols[2].tolist() == (cols[0] + 4).tolist()  # one down
    assert cols[4].tolist() == (cols[0] + 24).tolist()  # the next image
    assert im2col(x, 2, 3, pad=1)[0].tolist() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 12, 13]


def test_col2im_is_not_the_inverse_of_im2col():
    ones = np.ones((1, 1, 4, 4))
    counts = col2im(im2col(ones, 3, 3), ones.shape, 3, 3)
    assert counts[0, 0].tolist() == [[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]


def test_max_pooling_by_hand():
    x = np.array([[1.0, 2, 1, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 4, 0, 1]])[None, None]
    layer = MaxPooling(2, 2)
    assert layer.forward(x)[0, 0].tolist() == [[2, 3], [4, 2]]
    dx = layer.backward(np.array([[[[10.0, 20], [30, 40]]]]))
    assert dx[0, 0].tolist() == [[0, 10, 0, 0], [0, 0, 0, 20], [0, 0, 0, 40], [0, 30, 0, 0]]
    assert AveragePooling(2, 2).forward(x)[0, 0].tolist() == [[1, 1.5], [2.25, 1]]


@pytest.mark.parametrize("stride", [None, 1])
def test_a_tie_has_one_winner(stride):
    layer, x = MaxPooling(2, 3, stride), np.zeros((2, 3, 5, 7))
    dout = np.abs(numbers(*layer.forward(x).shape)) + 1
    dx = layer.backward(dout)
    assert dx.sum() == pytest.approx(dout.sum())
    if stride is None:
        assert np.array_equal(dx[:, :, :4:2, :6:3], dout)  # the first of each window
        assert np.count_nonzero(dx) == dout.size


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_padding_never_wins(dtype):
    layer, x = MaxPooling(3, 3, 2, 1), np.full((1, 2, 5, 5), -7, dtype)
    assert (layer.forward(x) == -7).all()
    assert layer.backward(np.ones((1, 2, 3, 3), dtype)).sum() == 18


# ---------------------------------------------------------------- broken convolutions


class Bent(Convolution):
    """Convolves rightly, with another kernel or another image."""

    def bent(self, x, W, b):
        return x, W, b

    def forward(self, x, training=False):
        self.out = super().forward(x).shape
        return self.way.forward(*self.bent(x, *self.params.values()))


class FlippedKernel(Bent):
    def bent(self, x, W, b):
        return x, W[:, :, ::-1, ::-1], b


class TransposedKernel(Bent):
    def bent(self, x, W, b):
        return x, W.swapaxes(2, 3), b


class ChannelOrder(Bent):
    def bent(self, x, W, b):
        return x, W[:, ::-1], b


class FilterOrder(Bent):
    def bent(self, x, W, b):
        return x, W[::-1], b


class KernelReshapedChannelsLast(Bent):
    def bent(self, x, W, b):
        FN, C, FH, FW = W.shape
        return x, W.reshape(FN, FH, FW, C).transpose(0, 3, 1, 2), b


class BiasInsideTheSum(Bent):
    def bent(self, x, W, b):
        return x, W, b * W[0].size


class NoBias(Bent):
    def bent(self, x, W, b):
        return x, W, 0 * b


class OneBiasForAll(Bent):
    def bent(self, x, W, b):
        return x, W, np.full_like(b, b[0])


class ImageTurned(Bent):
    def bent(self, x, W, b):
        return x[:, :, ::-1], W, b


class StrideIgnored(Bent):
    def forward(self, x, training=False):
        _, _, OH, OW = super().forward(x).shape
        return Convolution(*self.params.values(), 1, self.pad).forward(x)[:, :, :OH, :OW]


class PaddedAtTheEndOnly(Bent):
    def forward(self, x, training=False):
        super().forward(x)
        more = np.pad(x, [(0, 0), (0, 0), (0, 2 * self.pad[0]), (0, 2 * self.pad[1])])
        return Convolution(*self.params.values(), self.stride).forward(more)


class PaddedWithTheEdge(Bent):
    def forward(self, x, training=False):
        super().forward(x)
        more = np.pad(x, [(0, 0), (0, 0), (self.pad[0],) * 2, (self.pad[1],) * 2], mode="edge")
        return Convolution(*self.params.values(), self.stride).forward(more)


class PadIgnored(Bent):
    def forward(self, x, training=False):
        super().forward(x)
        return Convolution(*self.params.values(), self.stride).forward(x)


class ReshapedWithoutTranspose(Bent):
    def forward(self, x, training=False):
        y = super().forward(x)
        return y.transpose(0, 2, 3, 1).reshape(y.shape)


class OutputTransposed(Bent):
    def forward(self, x, training=False):
        y = super().forward(x)
        return y.swapaxes(2, 3).reshape(y.shape)


class WGradientFlipped(Convolution):
    def _backward(self, dout, need_dx):
        dx = super()._backward(dout, need_dx)
        self.grads["W"] = self.grads["W"][:, :, ::-1, ::-1]
        return dx


class WGradientTransposed(Convolution):
    def _backward(self, dout, need_dx):
        dx = super()._backward(dout, need_dx)
        self.grads["W"] = self.grads["W"].swapaxes(2, 3)
        return dx


class WGradientMean(Convolution):
    def _backward(self, dout, need_dx):
        dx = super()._backward(dout, need_dx)
        self.grads["W"] = self.grads["W"] / len(dout)
        return dx


class BGradientMean(Convolution):
    def _backward(self, dout, need_dx):
        dx = super()._backward(dout, need_dx)
        self.grads["b"] = dout.mean(axis=(0, 2, 3))
        return dx


class BGradientOfImagesOnly(Convolution):
    def _backward(self, dout, need_dx):
        dx = super()._backward(dout, need_dx)
        self.grads["b"] = dout.sum(axis=0)[:, 0, 0]
        return dx


class NoGradients(Convolution):
    def _backward(self, dout, need_dx):
        before = dict(self.grads)
        dx = super()._backward(dout, need_dx)
        self.grads = before
        return dx


class GradientsAddUp(Convolution):
    def _backward(self, dout, need_dx):
        before = self.grads["W"] + 1
        dx = super()._backward(dout, need_dx)
        self.grads["W"] = self.grads["W"] + before
        return dx


class XGradientWithKernelNotTurned(Convolution):
    def _backward(self, dout, need_dx):
        super()._backward(dout, need_dx)
        kept = dict(self.grads)
        turned = FlippedKernel(*self.params.values(), self.stride, self.pad)
        turned.forward(np.zeros((len(dout), *self.x_shape)))
        dx = turned.backward(dout)
        self.grads = kept
        return dx

    def forward(self, x, training=False):
        self.x_shape = x.shape[1:]
        return super().forward(x)


class XGradientWithoutOverlaps(Convolution):
    """col2im with = in place of +=."""

    def forward(self, x, training=False):
        self.x = x
        return super().forward(x)

    def _backward(self, dout, need_dx):
        super()._backward(dout, need_dx)
        W = self.params["W"]
        FN, C, *kernel = W.shape
        fields = (dout.transpose(0, 2, 3, 1).reshape(-1, FN) @ W.reshape(FN, -1)).reshape(len(dout), *dout.shape[2:], C, *kernel)
        dx = np.zeros_like(self.x)
        for (i, j), (rows, columns), met in taps(self.x.shape[2:], kernel, self.stride, self.pad):
            dx[:, :, *met] = fields.transpose(0, 3, 4, 5, 1, 2)[:, :, i, j, rows, columns]
        return dx


class XGradientOtherChannels(Convolution):
    def _backward(self, dout, need_dx):
        return super()._backward(dout, need_dx)[:, ::-1]


class XGradientForgottenForTheSecondImage(Convolution):
    def _backward(self, dout, need_dx):
        dx = super()._backward(dout, need_dx).copy()
        dx[1:] = 0
        return dx


WRONG_VALUES = [
    FlippedKernel,
    TransposedKernel,
    ChannelOrder,
    FilterOrder,
    KernelReshapedChannelsLast,
    BiasInsideTheSum,
    NoBias,
    OneBiasForAll,
    ImageTurned,
    PaddedAtTheEndOnly,
    PaddedWithTheEdge,
    PadIgnored,
    ReshapedWithoutTranspose,
    OutputTransposed,
]
WRONG_GRADIENTS = [
    WGradientFlipped,
    WGradientTransposed,
    WGradientMean,
    BGradientMean,
    BGradientOfImagesOnly,
    NoGradients,
    GradientsAddUp,
    XGradientWithKernelNotTurned,
    XGradientWithoutOverlaps,
    XGradientOtherChannels,
    XGradientForgottenForTheSecondImage,
]


@pytest.mark.parametrize("broken", WRONG_VALUES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("case", CASES)
def test_broken_convolution_gives_other_values(broken, case):
    assert value_error(layer_of(case, broken), numbers(*CASES[case][0])) > WRONG


@pytest.mark.parametrize("case", [case for case in CASES if case != "Winograd"])
def test_ignored_stride_gives_other_values(case):
    assert value_error(layer_of(case, StrideIgnored), numbers(*CASES[case][0])) > WRONG


@pytest.mark.parametrize("broken", WRONG_GRADIENTS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("case", CASES)
def test_broken_convolution_fails_the_gradient_check(broken, case):
    assert gradient_error(layer_of(case, broken), numbers(*CASES[case][0])) > WRONG


def test_forgotten_overlaps_are_hidden_where_windows_do_not_overlap():
    x = numbers(2, 5, 6, 4)
    assert gradient_error(XGradientWithoutOverlaps(numbers(3, 5, 2, 2), numbers(3), stride=2), x) <= RIGHT
    assert gradient_error(XGradientWithoutOverlaps(numbers(3, 5, 2, 2), numbers(3), stride=(1, 2)), x) > WRONG


# ---------------------------------------------------------------- broken poolings


class ZeroPadded(MaxPooling):
    def forward(self, x, training=False):
        right = super().forward(x)
        return np.maximum(right, 0) if any(self.pad) else right


class Keeping(MaxPooling):
    def forward(self, x, training=False):
        y = super().forward(x)
        self.x, self.y = pixels_first(x), pixels_first(y)
        return y


class AllWinners(Keeping):
    def backward(self, dout):
        dout, dx = self.way._start_back(dout)
        for _, reached, met in self.way.taps:
            dx[met] += dout[reached] * (self.x[met] == self.y[reached])
        return images(dx)


class WinnersShare(Keeping):
    def backward(self, dout):
        dout, dx = self.way._start_back(dout)
        count = np.zeros_like(self.y)
        for _, reached, met in self.way.taps:
            count[reached] += self.x[met] == self.y[reached]
        for _, reached, met in self.way.taps:
            dx[met] += (dout / count)[reached] * (self.x[met] == self.y[reached])
        return images(dx)


class EveryPixel(Keeping):
    def backward(self, dout):
        dout, dx = self.way._start_back(dout)
        for _, reached, met in self.way.taps:
            dx[met] += dout[reached]
        return images(dx)


class LastWindowOnly(Keeping):
    def backward(self, dout):
        dout, dx = self.way._start_back(dout)
        for _, reached, met in self.way.taps:
            won = dout[reached] * (self.x[met] == self.y[reached])
            dx[met] = np.where(won != 0, won, dx[met])
        return images(dx)


class WindowTurned(MaxPooling):
    def __init__(self, pool_h, pool_w, stride, pad):
        super().__init__(pool_w, pool_h, stride, pad)


class PoolStrideIgnored(MaxPooling):
    def __init__(self, pool_h, pool_w, stride, pad):
        super().__init__(pool_h, pool_w, None, pad)


class Smallest(MaxPooling):
    def forward(self, x, training=False):
        return -super().forward(-x)


class NotDivided(AveragePooling):
    def backward(self, dout):
        return super().backward(dout) * 6


class DividedByPixelsThere(AveragePooling):
    def forward(self, x, training=False):
        return super().forward(x) / AveragePooling(*self.pool, self.stride, self.pad).forward(np.ones_like(x))


def pooling_faults(kind):
    """Which of the tests find something wrong with it."""
    layer, x, found = kind(2, 3, (1, 2), (1, 1)), numbers(2, 3, 6, 9) - 1, []
    how = np.max if isinstance(layer, MaxPooling) else lambda window: window.sum() / 6
    y, right = layer.forward(x), pool_loops(x, (2, 3), (1, 2), (1, 1), how)
    if y.shape != right.shape or np.abs(y - right).max() > WRONG:
        found.append("value")
    if gradient_error(layer, x) > WRONG:
        found.append("gradient")
    tied = kind(2, 3, (2, 3), (0, 0))
    dout = np.ones(tied.forward(np.zeros((1, 2, 4, 9))).shape)
    if isinstance(layer, MaxPooling) and np.count_nonzero(tied.backward(dout)) != dout.size:
        found.append("tie")
    return found


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (MaxPooling, []),
        (AveragePooling, []),
        (ZeroPadded, ["value", "gradient"]),
        (AllWinners, ["tie"]),
        (WinnersShare, ["tie"]),
        (EveryPixel, ["gradient", "tie"]),
        (LastWindowOnly, ["gradient", "tie"]),
        (WindowTurned, ["value"]),
        (PoolStrideIgnored, ["value"]),
        (Smallest, ["value"]),
        (NotDivided, ["gradient"]),
        (DividedByPixelsThere, ["value", "gradient"]),
    ],
)
def test_broken_poolings_are_found(kind, found):
    assert set(found) <= set(pooling_faults(kind))
    assert bool(found) == bool(pooling_faults(kind))


# ---------------------------------------------------------------- PyTorch


@pytest.mark.parametrize("seed", range(20))
def test_pytorch_agrees(seed):
    torch = pytest.importorskip("torch")
    x, W, b, stride, pad = random_case(seed)
    layer = Convolution(W, b, stride, pad)
    y = layer.forward(x)
    tensors = [torch.tensor(value, requires_grad=True) for value in (x, W, b)]
    theirs = torch.nn.functional.conv2d(*tensors, stride=stride, padding=pad)
    dout = numbers(*y.shape, seed=seed)
    theirs.backward(torch.tensor(dout))
    ours = [y, layer.backward(dout), layer.grads["W"], layer.grads["b"]]
    for mine, other in zip(ours, [theirs.detach(), *(tensor.grad for tensor in tensors)], strict=True):
        np.testing.assert_allclose(mine, other.numpy(), rtol=0, atol=1e-10)


@pytest.mark.parametrize("kind", [MaxPooling, AveragePooling])
@pytest.mark.parametrize(
    ("pool", "stride", "pad"), [((2, 2), (2, 2), (0, 0)), ((3, 2), (2, 1), (1, 1)), ((2, 3), (3, 2), (0, 1))]
)
def test_pytorch_pools_alike(kind, pool, stride, pad):
    torch = pytest.importorskip("torch")
    x = numbers(2, 3, 7, 8) - 2
    layer, their = kind(*pool, stride, pad), {MaxPooling: "max_pool2d", AveragePooling: "avg_pool2d"}[kind]
    y, tensor = layer.forward(x), torch.tensor(x, requires_grad=True)
    theirs = getattr(torch.nn.functional, their)(tensor, pool, stride, pad)
    dout = numbers(*y.shape, seed=3)
    theirs.backward(torch.tensor(dout))
    np.testing.assert_allclose(y, theirs.detach().numpy(), rtol=0, atol=1e-12)
    np.testing.assert_allclose(layer.backward(dout), tensor.grad.numpy(), rtol=0, atol=1e-12)


# ---------------------------------------------------------------- nothing else is changed


LAYERS = {case: (lambda case=case, dtype=np.float64: layer_of(case, dtype=dtype), CASES[case][0]) for case in CASES} | {
    "MaxPooling": (lambda dtype=None: MaxPooling(2, 3, 1, (1, 2)), (2, 3, 5, 7)),
    "AveragePooling": (lambda dtype=None: AveragePooling(2, 3, 1, (1, 2)), (2, 3, 5, 7)),
}


def as_seen(x, layout):
    """The same images, lying otherwise in memory; not to be written to."""
    if layout == "pixels first":
        x = np.ascontiguousarray(x.transpose(2, 3, 0, 1)).transpose(2, 3, 0, 1)
    if layout == "a slice of every other":
        x = np.repeat(x, 2, axis=0)[::2]
    x.flags.writeable = False
    return x


@pytest.mark.parametrize("layout", ["plain", "pixels first", "a slice of every other"])
@pytest.mark.parametrize("name", LAYERS)
def test_memory_makes_no_difference_and_nothing_is_written_to(name, layout):
    make, shape = LAYERS[name]
    layer, x = make(), as_seen(numbers(*shape), layout)
    for value in layer.params.values():
        value.flags.writeable = False
    y = layer.forward(x)
    first, dout = y.copy(), as_seen(numbers(*y.shape, seed=8), layout)
    dx = layer.backward(dout)
    gradients = {key: value.copy() for key, value in layer.grads.items()}
    plain = make()
    assert np.array_equal(plain.forward(numbers(*shape)), y)
    assert np.array_equal(plain.backward(numbers(*y.shape, seed=8)), dx)
    assert np.array_equal(layer.forward(x), first)  # and twice is as good as once
    assert np.array_equal(layer.backward(dout), dx)
    assert np.array_equal(y, first)
    assert not any(np.shares_memory(x, given) for given in (y, dx))
    for key, value in gradients.items():
        assert np.array_equal(layer.grads[key], value)
        assert np.array_equal(plain.grads[key], value)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", LAYERS)
def test_dtype_stays(name, dtype):
    make, shape = LAYERS[name]
    layer, x = make(dtype=dtype), numbers(*shape, dtype=dtype)
    y = layer.forward(x)
    assert y.dtype == layer.backward(y).dtype == dtype
    assert all(value.dtype == dtype for value in layer.grads.values())
    cols = im2col(x, 2, 2)
    assert cols.dtype == col2im(cols, x.shape, 2, 2).dtype == dtype


def test_float32_is_as_good_as_float32_can_be():
    layer, single = layer_of("Winograd"), layer_of("Winograd", dtype=np.float32)
    x = numbers(*CASES["Winograd"][0])
    y = single.forward(x.astype(np.float32))
    assert np.linalg.norm(y - layer.forward(x)) / np.linalg.norm(y) < 3e-6


@pytest.mark.parametrize("case", CASES)
def test_backward_params_gives_the_same_gradients_without_dx(case):
    one, other, x = layer_of(case), layer_of(case), numbers(*CASES[case][0])
    dout = numbers(*one.forward(x).shape)
    other.forward(x)
    one.backward(dout)
    assert other.backward_params(dout) is None
    for name in ("W", "b"):
        assert np.array_equal(one.grads[name], other.grads[name])


def test_layer_holds_the_very_arrays_it_was_given():
    W, b = numbers(4, 5, 3, 3), numbers(4)
    layer, x = Convolution(W, b, pad=1), numbers(2, 5, 6, 7)
    before = layer.forward(x)
    W += 1
    assert layer.params["W"] is W
    assert not np.allclose(layer.forward(x), before)


@pytest.mark.parametrize("pad", [(0, 0), (1, 2), (5, 18)])
@pytest.mark.parametrize("size", [(17, 35), (19, 3), (4, 33)])
def test_winograd_joins_its_blocks_rightly(size, pad):
    x, W, b = numbers(2, 4, *size), numbers(3, 4, 3, 3, seed=1), numbers(3, seed=2)
    one, other = Winograd(pad), Shifts((1, 1), pad)
    y = one.forward(x, W, b)
    np.testing.assert_allclose(y, other.forward(x, W, b), rtol=0, atol=1e-11)
    dout = numbers(*y.shape, seed=3)
    assert len(one.blocks) > 1
    for mine, right in zip(one.backward(dout), other.backward(dout), strict=True):
        np.testing.assert_allclose(mine, right, rtol=0, atol=1e-10)


# ---------------------------------------------------------------- errors


@pytest.mark.parametrize("name", LAYERS)
def test_integers_are_refused(name):
    make, shape = LAYERS[name]
    with pytest.raises(TypeError, match=r"x must be an array of floats, but its dtype is int64.*astype"):
        make().forward(np.ones(shape, dtype=np.int64))
    with pytest.raises(TypeError, match="floats"):
        im2col(np.ones(shape, dtype=np.int64), 2, 2)


def test_integer_weights_are_refused():
    with pytest.raises(TypeError, match="W must be an array of floats"):
        Convolution(np.ones((2, 3, 3, 3), dtype=int), np.zeros(2))


@pytest.mark.parametrize(("W", "b"), [((2, 3, 3), 2), ((2, 3, 3, 3), 3), ((2, 3, 3, 3), (2, 1))])
def test_weights_that_do_not_fit_are_refused(W, b):
    with pytest.raises(ValueError, match=r"W must have shape \(FN, C, FH, FW\) and b \(FN,\)"):
        Convolution(np.ones(W), np.ones(b))


@pytest.mark.parametrize(
    ("shape", "cause"),
    [
        ((2, 8, 9, 5), r"looks like \(N, H, W, C\): use x.transpose\(0, 3, 1, 2\)"),
        ((2, 4, 8, 9), "channels of two neighbouring layers"),
        ((5, 8, 9), r"single image \(C, H, W\): use x\[None\]"),
        ((2, 360), "flatten=False"),
        ((), "has shape"),
    ],
)
def test_wrong_images_name_what_came_what_was_expected_and_why(shape, cause):
    with pytest.raises(ValueError, match=cause) as error:
        layer_of("Winograd").forward(np.ones(shape))
    assert "images are (N, 5, H, W)" in str(error.value)
    assert str(shape) in str(error.value)
    for call in (MaxPooling(2, 2).forward, AveragePooling(2, 2).forward, lambda x: im2col(x, 2, 2)):
        if len(shape) != 4:
            with pytest.raises(ValueError, match=r"images are \(N, C, H, W\)"):
                call(np.ones(shape))


@pytest.mark.parametrize(
    "call",
    [
        Convolution(numbers(2, 3, 5, 2), numbers(2), pad=(1, 0)).forward,
        MaxPooling(5, 2, pad=(1, 0)).forward,
        lambda x: im2col(x, 5, 2, pad=(1, 0)),
        lambda x: col2im(np.ones((1, 1)), x.shape, 5, 2, pad=(1, 0)),
    ],
)
def test_kernel_larger_than_the_padded_image(call):
    with pytest.raises(ValueError, match=r"window of \(5, 2\) does not fit into images of \(2, 9\) with padding \(1, 0\)"):
        call(np.ones((1, 3, 2, 9)))


@pytest.mark.parametrize("options", [{"stride": 0}, {"stride": 1.5}, {"pad": -1}, {"stride": (1, 2, 3)}, {"pad": (0, 0.5)}])
def test_strides_and_paddings_are_whole_numbers(options):
    with pytest.raises(ValueError, match=next(iter(options))):
        Convolution(np.ones((2, 3, 3, 3)), np.ones(2), **options)
    with pytest.raises(ValueError, match=next(iter(options))):
        MaxPooling(2, 2, **options)
    with pytest.raises(ValueError, match=next(iter(options))):
        im2col(np.ones((1, 3, 3, 3)), 2, 2, **options)


def test_a_window_of_padding_only_is_refused():
    with pytest.raises(ValueError, match="smaller than the window"):
        MaxPooling(2, 2, pad=2)
    with pytest.raises(ValueError, match="pool_h, pool_w"):
        MaxPooling(0, 2)


@pytest.mark.parametrize("name", LAYERS)
def test_dout_of_another_shape_is_refused(name):
    make, shape = LAYERS[name]
    layer = make()
    with pytest.raises(RuntimeError, match="backward was called before forward"):
        layer.backward(np.ones(shape))
    y = layer.forward(numbers(*shape))
    with pytest.raises(ValueError, match="dout must have shape"):
        layer.backward(np.ones(y.shape[1:]))
    with pytest.raises(ValueError, match="cols must have shape"):
        col2im(np.ones((3, 4)), shape, 2, 2)


# ---------------------------------------------------------------- pieces on threads


def convolve_in_pieces(x, layer, size=4):
    def work(part):
        own = Convolution(*layer.params.values(), layer.stride, layer.pad)
        y = own.forward(x[part])
        return own.backward(y), own.grads["W"]

    done = in_pieces(work, len(x), size)
    return np.concatenate([dx for dx, _ in done]), sum(dW for _, dW in done)


@pytest.mark.parametrize("case", CASES)
def test_results_do_not_depend_on_the_number_of_threads(case, monkeypatch):
    x, layer, results = numbers(19, *CASES[case][0][1:], dtype=np.float32), layer_of(case, dtype=np.float32), []
    for count in (1, 2, 3, 8):
        monkeypatch.setattr(threads, "THREADS", count)
        results.append(convolve_in_pieces(x, layer))
    for dx, dW in results[1:]:
        assert np.array_equal(dx, results[0][0])
        assert np.array_equal(dW, results[0][1])
    layer.forward(x)
    np.testing.assert_allclose(results[0][0], layer.backward(layer.forward(x)), rtol=0, atol=1e-2)
    np.testing.assert_allclose(results[0][1], layer.grads["W"], rtol=1e-3, atol=1e-2)
