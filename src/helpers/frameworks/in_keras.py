"""A network of this course in Keras, with the same weights.

What differs there: images are (N, H, W, C), kernels (FH, FW, C, FN), and Flatten goes through an image pixel by pixel, so that
the rows of the next dense layer change places. Batch normalization counts momentum as this course does.
Source: Keras's documentation, layers.
"""

import itertools

import numpy as np

from helpers.blocks import Branches, Residual, Sequential
from helpers.convolution import AveragePooling, Convolution, GlobalAveragePooling, MaxPooling
from helpers.frameworks.extra import need
from helpers.frameworks.reading import dtype_of, input_dim_of, require_network, unknown
from helpers.layers import Affine, BatchNormalization, Dropout, Flatten, Relu, Sigmoid, Tanh

ACTIVATIONS = {Relu: "relu", Sigmoid: "sigmoid", Tanh: "tanh"}


def to_keras(network, dtype=None, *, input_dim=None):
    """The network as a keras.Model: from images (N, H, W, C), or tables (N, D), to the same scores.

    network: as for to_torch. input_dim: the shape of a sample *here*, (C, H, W) or (D,); the networks of helpers.networks know
    it. dtype: "float32" or "float64", or None for the network's own; with PyTorch behind it, Keras computes some products of
    float64 in float32. Weights and running means are copies. The loss is not part of it: compile with
    SparseCategoricalCrossentropy(from_logits=True). Raises MissingExtra without Keras, TypeError for a layer that it does not
    know, ValueError for a padding that Keras has not.
    """
    return carry(network, dtype, input_dim)[0]


def carry(network, dtype=None, input_dim=None):
    """to_keras's model, and {name of a parameter here: function that returns the gradient there, laid out as here}."""
    require_network(network)
    keras, dtype = need("keras"), dtype_of(network, dtype)
    dim = input_dim_of(network, input_dim)
    maker = _Maker(keras, dtype)
    start = keras.Input((*dim[1:], dim[0]), dtype=dtype)
    model = keras.Model(start, maker.chain(network.layers, start))
    gradients = {}
    for name, value in network.params.items():
        variable, back = maker.places[id(value)]
        gradients[name] = lambda variable=variable, back=back: back(variable.value.grad.detach().numpy())
    return model, gradients


def as_keras_lays_it(x):
    """Images (N, C, H, W) as (N, H, W, C); tables as they are."""
    return np.ascontiguousarray(x.transpose(0, 2, 3, 1)) if x.ndim == 4 else x


class _Maker:
    """Makes Keras's layers of ours, and calls them on what comes out of the layer before."""

    def __init__(self, keras, dtype):
        self.keras, self.layers, self.dtype = keras, keras.layers, dtype
        self.counts, self.rows, self.places = itertools.count(1), {}, {}

    def chain(self, layers, x):
        for number, layer in enumerate(layers):
            if type(layer) is Flatten and len(x.shape) == 4:
                x = self.before_flatten(layers[number + 1 :], x)
            x = self.called(layer, x)
        return x

    def before_flatten(self, following, x):
        """Flatten gives another order here. The next dense layer's rows follow it; where there is none, the axes go back."""
        H, W, C = x.shape[1:]
        nearest = next((layer for layer in following if type(layer) not in (*ACTIVATIONS, Dropout)), None)
        if type(nearest) is Affine:
            self.rows[id(nearest)] = np.arange(C * H * W).reshape(C, H, W).transpose(1, 2, 0).ravel()
            return x
        return self.made("Permute", (3, 1, 2))(x)

    def called(self, layer, x):
        kind = type(layer)  # exactly this class: a subclass may do something else
        if kind is Affine:
            return self.dense(layer, x)
        if kind is Convolution:
            return self.convolution(layer, x)
        if kind is BatchNormalization:
            return self.normalization(layer, x)
        if kind in (MaxPooling, AveragePooling):
            return self.pooling(layer, x)
        if kind is GlobalAveragePooling:
            return self.made("GlobalAveragePooling2D")(x)
        if kind is Flatten:
            return self.made("Flatten")(x)
        if kind in ACTIVATIONS:
            return self.made("Activation", ACTIVATIONS[kind])(x)
        if kind is Dropout:
            return self.made("Dropout", layer.ratio)(x)
        if kind is Sequential:
            return self.chain(layer.layers, x)
        if kind is Residual:
            body, *shortcut = layer.layers
            return self.made("Add")([self.chain([body], x), self.chain(shortcut, x)])
        if kind is Branches:
            return self.made("Concatenate", axis=-1)([self.chain([way], x) for way in layer.layers])
        raise unknown(layer, "Keras")

    def made(self, kind, *arguments, **options):
        """A layer of Keras, with a name of its own in this model: several models can then be compared by eye."""
        name = f"{kind.lower()}_{next(self.counts)}"
        return getattr(self.layers, kind)(*arguments, dtype=self.dtype, name=name, **options)

    def filled(self, made, x, own, weights, backs):
        """Call a new layer, which gives it its arrays, and put ours in. backs: from its gradients' layout to ours."""
        y = made(x)
        made.set_weights(weights)
        for value, variable, back in zip(own, made.trainable_weights, backs, strict=True):
            self.places[id(value)] = variable, back
        return y

    def dense(self, layer, x):
        W, b = layer.params.values()
        order = self.rows.get(id(layer), np.arange(len(W)))
        back = np.argsort(order)
        made = self.made("Dense", W.shape[1])
        return self.filled(made, x, (W, b), [W[order], b], [lambda grad: grad[back], _same])

    def convolution(self, layer, x):
        own = tuple(layer.params.values())
        W = own[0]
        x, padding = self.padded(layer, W.shape[2:], x)
        made = self.made("Conv2D", len(W), W.shape[2:], layer.stride, padding, use_bias=len(own) > 1)
        weights = [W.transpose(2, 3, 1, 0), *own[1:]]
        return self.filled(made, x, own, weights, [lambda grad: grad.transpose(3, 2, 0, 1), _same][: len(own)])

    def pooling(self, layer, x):
        largest = type(layer) is MaxPooling
        x, padding = self.padded(layer, layer.pool, x, zeros=not largest)
        return self.made("MaxPooling2D" if largest else "AveragePooling2D", layer.pool, layer.stride, padding)(x)

    def padded(self, layer, window, x, zeros=True):
        """x with our padding, and what is left for Keras to pad. Its own "same" is ours at stride 1 only."""
        is_same = layer.stride == (1, 1) and all(size == 2 * pad + 1 for pad, size in zip(layer.pad, window, strict=True))
        if layer.pad == (0, 0):
            return x, "valid"
        if is_same and type(layer) is not AveragePooling:  # whose mean leaves Keras's padding out
            return x, "same"
        if zeros:
            return self.made("ZeroPadding2D", layer.pad)(x), "valid"
        raise ValueError(
            f"Keras has no max pooling of {window} with stride {layer.stride} and pad {layer.pad}: it pads by zeros, or by "
            f'"same", which is ours only with stride 1 and pad = (window - 1) / 2.'
        )

    def normalization(self, layer, x):
        own, state = tuple(layer.params.values()), layer.state
        made = self.made("BatchNormalization", axis=-1, momentum=layer.momentum, epsilon=layer.eps)
        return self.filled(made, x, own, [*own, state["mean"], state["variance"]], [_same, _same])


def _same(grad):
    return grad
