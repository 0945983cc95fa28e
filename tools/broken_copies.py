"""Thirty broken copies of sound networks and programs, each with one mistake of a kind that was published or is often made.

BROKEN: {what is wrong: function that returns a helpers.checkup.Case}
"""

import numpy as np
from sound_networks import chain, digits, pictures, sgd, table, with_parts

from helpers.blocks import Residual
from helpers.checkup import Case
from helpers.convolution import Convolution, MaxPooling
from helpers.datasets import load_digits
from helpers.functions import sigmoid
from helpers.initializers import he, normal
from helpers.layers import Affine, BatchNormalization, Dropout, Flatten, Relu, Sigmoid, SoftmaxWithLoss, Tanh
from helpers.networks import MultiLayerNet, Network, TwoLayerNet


def replaced(kind, place, layer_kind=Affine, sizes=(64, 40, 10)):
    """A build function: a chain whose layer_kind number place (-1: the last) is of another kind with the same parameters."""

    def build(rng):
        layers = chain(rng, *sizes)
        places = [number for number, layer in enumerate(layers) if isinstance(layer, layer_kind)]
        layers[places[place]] = kind(*layers[places[place]].params.values())
        return Network(layers)

    return table(build)


class OneBias(Affine):  # db = np.sum(error), over units too
    def backward_params(self, dout):
        super().backward_params(dout)
        self.grads["b"] = np.full_like(self.params["b"], dout.sum())


class MeanBias(Affine):
    def backward_params(self, dout):
        super().backward_params(dout)
        self.grads["b"] = dout.mean(axis=0)


class NotTransposed(Affine):
    def backward(self, dout):
        self.backward_params(dout)
        return dout @ self.params["W"]


class SteppedRelu(Relu):  # asks the output, which is never below 0
    def backward(self, dout):
        return dout * (self.positive >= 0)


class ReluInPlace(Relu):
    def backward(self, dout):
        dout[~self.positive] = 0
        return dout


class SigmoidTwice(Sigmoid):  # the slope's formula for x, given y
    def backward(self, dout):
        return dout * sigmoid(self.y) * (1 - sigmoid(self.y))


class TanhNotSquared(Tanh):
    def backward(self, dout):
        return dout * (1 - self.y)


class DropoutPassed(Dropout):  # the way back knows nothing of the mask
    def backward(self, dout):
        return dout


class HalfNormalization(BatchNormalization):  # mean and spread are taken for constants on the way back
    def backward(self, dout):
        super().backward(dout)
        return dout * self.params["gamma"] * self.inverse


class ForgetfulNormalization(BatchNormalization):  # the running means never move
    def forward(self, x, training=False):
        kept = {name: value.copy() for name, value in self.state.items()}
        y = super().forward(x, training)
        self.state.update(kept)
        return y


class ScrambledConvolution(Convolution):  # channels and places mixed up: a reshape where a transpose was due
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads["W"] = self.grads["W"].transpose(0, 1, 3, 2).copy()
        return dx

    def backward_params(self, dout):
        self.backward(dout)


class SumLoss(SoftmaxWithLoss):
    def forward(self, scores, t):
        return super().forward(scores, t) * len(scores)

    def backward(self, dout=1.0):
        return super().backward(dout) * len(self.y)


class NotDivided(SoftmaxWithLoss):
    def backward(self, dout=1.0):
        return super().backward(dout) * len(self.y)


class WrongAxis(SoftmaxWithLoss):  # probabilities of a column sum to 1, not those of a row
    def forward(self, scores, t):
        powers = np.exp(scores - scores.max(axis=0))
        self.y, self.t = powers / powers.sum(axis=0), np.array(t)
        return float(-np.mean(np.log(self.y[np.arange(len(t)), self.t] + 1e-7)))


class Unstable(SoftmaxWithLoss):
    def forward(self, scores, t):
        powers = np.exp(scores)
        self.y, self.t = powers / powers.sum(axis=1, keepdims=True), np.array(t)
        return float(-np.mean(np.log(self.y[np.arange(len(t)), self.t])))


class TargetAlone(SoftmaxWithLoss):  # sigmoid outputs, and only the right one counts
    def forward(self, scores, t):
        self.y, self.t = sigmoid(scores), np.array(t)
        return float(-np.mean(np.log(self.y[np.arange(len(t)), self.t] + 1e-7)))

    def backward(self, dout=1.0):
        slopes, rows = np.zeros_like(self.y), np.arange(len(self.y))
        slopes[rows, self.t] = (self.y[rows, self.t] - 1) * dout / len(self.y)
        return slopes


class Accumulating(TwoLayerNet):
    total = None

    def gradient(self, x, t):
        new = super().gradient(x, t)
        self.total = new if self.total is None else {name: self.total[name] + new[name] for name in new}
        return {name: value.copy() for name, value in self.total.items()}


class DecayApart(TwoLayerNet):  # weight decay in the gradient, and none in the loss
    def loss_and_gradient(self, x, t):
        loss, gradient = super().loss_and_gradient(x, t)
        return loss, gradient | {name: value + 0.01 * self.params[name] for name, value in gradient.items() if name[0] == "W"}


class FixedMean(TwoLayerNet):  # divides by the rows of the whole table, not by those of the batch
    def loss_and_gradient(self, x, t):
        loss, gradient = super().loss_and_gradient(x, t)
        return loss, {name: value * (len(x) / 1197) for name, value in gradient.items()}


class Forgotten(MultiLayerNet):  # a layer in the middle is passed over
    def loss_and_gradient(self, x, t):
        loss, gradient = super().loss_and_gradient(x, t)
        return loss, gradient | {"W2": np.zeros_like(gradient["W2"])}


class Forwards(MultiLayerNet):  # the way back begins at the wrong end; equal widths hide it
    def walk(self, x, t, share=1.0):
        loss = self.loss_layer.forward(self.forward(x, training=True), t)
        dout = self.loss_layer.backward()
        self.layers[-1].backward_params(dout)
        last = self.layers[-1]
        dout = dout @ last.params["W"].T
        for layer in self.layers[1:-1]:
            dout = layer.backward(dout)
        self.layers[0].backward_params(dout)
        return loss, {name: layer.grads[key] for name, (layer, key) in self._places.items()}


def loop(rule, lr, steps=300):
    """A training with a rule of its own: rule(parameter, slope, memory, lr), which changes the parameter in place."""

    def train(network, x, t, rng):
        losses, memory = [], {name: np.zeros_like(value) for name, value in network.params.items()}
        for _ in range(steps):
            rows = rng.choice(len(x), 100)
            losses.append(network.loss(x[rows], t[rows]))
            for name, slope in network.gradient(x[rows], t[rows]).items():
                rule(network.params[name], slope, memory[name], lr)
        return losses

    return train


def downhill(p, g, v, lr):
    p -= lr * g


def uphill(p, g, v, lr):
    p += lr * g


def wrong_adagrad(p, g, h, lr):
    h += g * g
    p -= lr * h / (np.sqrt(h) + 1e-7)


def momentum_up(p, g, v, lr):
    v *= 0.9
    v += lr * g
    p += v


def rebinding(network, x, t, rng):
    losses = []
    for _ in range(300):
        rows = rng.choice(len(x), 100)
        losses.append(network.loss(x[rows], t[rows]))
        for name, slope in network.gradient(x[rows], t[rows]).items():
            network.params[name] = network.params[name] - 0.1 * slope
    return losses


def mismatched(network, x, t, rng):
    """Shuffles the pictures and leaves the labels where they are."""
    return sgd()(network, rng.permutation(x), t, rng)


def relu_at_the_end(rng):
    return Network([*chain(rng, 64, 50, 10), Relu()])


def zeros(rng):
    network = MultiLayerNet([64, 50, 50, 10], rng)
    for value in network.params.values():
        value[...] = 0
    return network


def normalized(kind):
    return lambda rng: Network(
        chain(rng, 64, 50, 50, 10, before=lambda size: [kind(np.ones(size, np.float32), np.zeros(size, np.float32))])
    )


def in_place_beside_a_skip(rng):
    body = [ReluInPlace(), Affine(he((50, 50), rng), np.zeros(50, np.float32)), ReluInPlace()]
    first, last = (Affine(he(size, rng), np.zeros(size[1], np.float32)) for size in ((64, 50), (50, 10)))
    return Network([first, Residual(body), last])


def scrambled(rng):
    first = ScrambledConvolution(he((8, 1, 3, 3), rng), np.zeros(8, np.float32), 1, 1)
    return Network([first, Relu(), MaxPooling(2, 2), Flatten(), Affine(he((128, 10), rng), np.zeros(10, np.float32))])


def with_loss(kind, **data):
    def make():
        def build(rng):
            return Network(chain(rng, 64, 50, 10), kind())

        return Case(build, digits(**data))

    return make


def small(rng):
    return TwoLayerNet(64, 50, 10, rng)


def data_case(change, evaluate=None):
    """A sound network on data that change(data) has spoilt: it returns the arrays that are other ones."""

    def make():
        data = load_digits()
        return Case(small, with_parts(data, **change(data)), evaluate=evaluate)

    return make


def by_class(data):
    x, t = np.concatenate([data.x_train, data.x_val]), np.concatenate([data.t_train, data.t_val])
    rows = np.argsort(t, kind="stable")
    return {"x_train": x[rows[:1197]], "t_train": t[rows[:1197]], "x_val": x[rows[1197:]], "t_val": t[rows[1197:]]}


def own_evaluation(network, data):
    return network.accuracy(data.x_train, data.t_train)


BROKEN = {
    "output bias summed over units too": replaced(OneBias, -1),
    "hidden bias summed over units too": replaced(OneBias, 0),
    "bias slope is a mean": replaced(MeanBias, 0),
    "W instead of W transposed": replaced(NotTransposed, 1, sizes=(64, 40, 40, 10)),
    "ReLU's slope from output >= 0": replaced(SteppedRelu, 0, Relu),
    "ReLU in place beside a skip": table(in_place_beside_a_skip),
    "sigmoid's slope from the wrong number": table(lambda rng: Network(chain(rng, 64, 50, 10, between=SigmoidTwice))),
    "tanh's slope without the square": table(lambda rng: Network(chain(rng, 64, 50, 10, between=TanhNotSquared))),
    "dropout forgets its mask": table(lambda rng: Network(chain(rng, 64, 50, 10, before=lambda _: [DropoutPassed(0.5, rng)]))),
    "normalization's statistics as constants": table(normalized(HalfNormalization)),
    "running means never move": table(normalized(ForgetfulNormalization)),
    "kernel slopes transposed": pictures(scrambled),
    "loss is a sum": with_loss(SumLoss),
    "gradient not divided by the batch": with_loss(NotDivided),
    "softmax along the wrong axis": with_loss(WrongAxis),
    "only the right output counts": with_loss(TargetAlone),
    "softmax overflows on raw pixels": lambda: Case(
        lambda rng: Network(chain(rng, 64, 50, 10), Unstable()),
        digits(**{name: 255 * getattr(load_digits(), name) for name in ("x_train", "x_val")}),
    ),
    "slopes are added up from step to step": table(lambda rng: Accumulating(64, 50, 10, rng), loop(downhill, 0.1)),
    "decay in the gradient alone": table(lambda rng: DecayApart(64, 50, 10, rng)),
    "divides by the whole table's rows": table(lambda rng: FixedMean(64, 50, 10, rng)),
    "a layer gets no slope": table(lambda rng: Forgotten([64, 50, 50, 10], rng)),
    "walks back from the wrong end": table(lambda rng: Forwards([64, 50, 50, 50, 10], rng)),
    "ReLU before the softmax": table(relu_at_the_end, sgd(0.1)),
    "all zeros at the start": table(zeros),
    "weights of spread 1": table(lambda rng: MultiLayerNet([64, 100, 100, 10], rng, initializer=normal(1.0))),
    "six sigmoid layers": table(lambda rng: MultiLayerNet([64, *[50] * 6, 10], rng, activation="sigmoid"), sgd(0.1)),
    "new arrays instead of changed ones": table(small, rebinding),
    "step uphill": table(small, loop(uphill, 0.1)),
    "AdaGrad without the slope": table(small, loop(wrong_adagrad, 0.1)),
    "momentum uphill": table(small, loop(momentum_up, 0.01)),
    "rate a thousand times too small": table(small, sgd(1e-4)),
    "rate a hundred times too large": table(small, sgd(10.0)),
    "pictures shuffled without their labels": table(small, mismatched),
    "validation labels in another order": data_case(lambda data: {"t_val": np.roll(data.t_val, 1)}),
    "validation pictures among the others": data_case(
        lambda data: {
            "x_train": np.concatenate([data.x_train, data.x_val]),
            "t_train": np.concatenate([data.t_train, data.t_val]),
        }
    ),
    "parts cut by class": data_case(by_class),
    "validation part in another unit": data_case(lambda data: {"x_val": 16 * data.x_val}),
    "validation pictures on their side": data_case(
        lambda data: {"x_val": data.x_val.reshape(-1, 8, 8).transpose(0, 2, 1).reshape(-1, 64).copy()}
    ),
    "whole numbers as pixels": data_case(
        lambda data: {name: (16 * getattr(data, name)).astype(np.uint8) for name in ("x_train", "x_val")}
    ),
    "accuracy measured on what was learned": data_case(lambda data: {}, own_evaluation),
}
