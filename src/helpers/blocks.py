"""Blocks: layers that are made of layers.

To a network a block is a layer like any other. Its parameters stand in the network's one row W1 b1 W2 …, in the order of
``layers``.
"""

import numpy as np

from helpers.checks import require_float, require_shape
from helpers.layer import Layer, numbered


class Sequential(Layer):
    """Layers one after the other, as one layer. layers: a list of them, the first one nearest to the input."""

    def __init__(self, layers):
        super().__init__()
        self.layers = tuple(_require_layer(f"layers[{number}]", layer) for number, layer in enumerate(layers))
        if not self.layers:
            raise ValueError("Sequential needs at least one layer.")

    def forward(self, x, training=False):
        for layer in self.layers:
            x = layer.forward(x, training=training)
        return x

    def backward(self, dout):
        """dout: the slope by the last layer's output. Returns the slope by the first one's input."""
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        return dout

    def backward_params(self, dout):
        first = next((number for number, layer in enumerate(self.layers) if numbered([layer])), None)
        if first is None:  # nothing is learned here
            return
        for layer in reversed(self.layers[first + 1 :]):
            dout = layer.backward(dout)
        self.layers[first].backward_params(dout)


class Residual(Layer):
    """y = body(x) + shortcut(x): the body only has to learn what is to be added to its input.

    body: a layer, or a list of layers. shortcut: None adds x as it is; where the body's output has another shape it must be a
    layer (or a list of them) that gives x that shape, mostly a 1×1 convolution with the body's stride. x: any shape.
    The body's parameters count first. Nothing follows the sum: where a ReLU belongs after it, as in He et al. 2015,
    it is the next layer, Residual([…]), Relu(); in the order of He et al. 2016 it stands inside the body.
    Source: He et al., 2015, arXiv:1512.03385; He et al., 2016, arXiv:1603.05027.
    """

    def __init__(self, body, shortcut=None):
        super().__init__()
        self.layers = (_as_layer("body", body), *([] if shortcut is None else [_as_layer("shortcut", shortcut)]))

    def forward(self, x, training=False):
        x = require_float("x", x)
        body, *shortcut = self.layers
        y = body.forward(x, training=training)
        skip = shortcut[0].forward(x, training=training) if shortcut else x
        if y.shape != skip.shape:
            brings = f"the shortcut makes {skip.shape} of it" if shortcut else f"without a shortcut x stays {x.shape}"
            raise ValueError(f"the body makes {y.shape} of x {x.shape}, and {brings}: these cannot be added. {_cure(x, y)}")
        self.out = y.shape
        return y + skip

    def backward(self, dout):
        """dout: the slope by the sum. Returns dx: x went two ways, so the two ways' slopes are added."""
        require_shape("dout", dout, self.kept("out"))
        body, *shortcut = self.layers
        return body.backward(dout) + (shortcut[0].backward(dout) if shortcut else dout)

    def backward_params(self, dout):
        require_shape("dout", dout, self.kept("out"))
        for layer in self.layers:
            layer.backward_params(dout)


def _cure(x, y):
    if x.ndim != 4 or y.ndim != 4:
        return "Give shortcut= a layer that brings x to the body's shape, such as an Affine."
    strides = [max(1, round(before / max(1, after))) for before, after in zip(x.shape[2:], y.shape[2:], strict=True)]
    stride = strides[0] if strides[0] == strides[1] else tuple(strides)
    return (
        f"Usual cure: shortcut=Convolution(W, b, stride={stride}) with W of shape ({y.shape[1]}, {x.shape[1]}, 1, 1), or a body "
        f"whose 3×3 convolutions all have pad=1."
    )


class Branches(Layer):
    """Several ways for the same input; what comes out of them is put one behind the other along the channels.

    ways: a list, each entry a layer or a list of layers. x: images (N, C, H, W). y: (N, C1 + C2 + …, OH, OW): all ways
    must give the same N, OH and OW, which padding sees to. Tables (N, D) become (N, D1 + D2 + …).
    Source: Szegedy et al., 2014, arXiv:1409.4842, section 4.
    """

    def __init__(self, ways):
        super().__init__()
        self.layers = tuple(_as_layer(f"ways[{number}]", way) for number, way in enumerate(ways))
        if not self.layers:
            raise ValueError("Branches needs at least one way.")

    def forward(self, x, training=False):
        x = require_float("x", x)
        parts = [way.forward(x, training=training) for way in self.layers]
        shapes = [part.shape for part in parts]
        if len({(shape[0], *shape[2:]) for shape in shapes}) > 1 or len(shapes[0]) < 2:
            raise ValueError(
                f"the ways make {', '.join(map(str, shapes))} of x {x.shape}: only the second number may differ. Usual cure: "
                f"pad=1 for a 3×3 window, pad=2 for a 5×5 one, none for 1×1, and the same stride everywhere."
            )
        self.ends = np.cumsum([shape[1] for shape in shapes]).tolist()
        self.out = (shapes[0][0], self.ends[-1], *shapes[0][2:])
        return np.concatenate(parts, axis=1)  # it lies in memory as the parts do

    def backward(self, dout):
        """dout: the shape of y. Returns dx: x went all ways, so the ways' slopes are added."""
        first, *others = (way.backward(part) for way, part in self._parts(dout))
        for other in others:
            first = first + other
        return first

    def backward_params(self, dout):
        for way, part in self._parts(dout):
            way.backward_params(part)

    def _parts(self, dout):
        """Each way, and the part of dout that is its own."""
        require_shape("dout", dout, self.kept("out"))
        return zip(self.layers, np.split(dout, self.ends[:-1], axis=1), strict=True)


def _as_layer(what, value):
    """A layer as it is, and a list of layers as one."""
    return Sequential(value) if isinstance(value, list | tuple) else _require_layer(what, value)


def _require_layer(what, value):
    if isinstance(value, type) or not hasattr(value, "backward"):
        came = f"the class {value.__name__}: write {value.__name__}()" if isinstance(value, type) else f"a {type(value).__name__}"
        raise TypeError(f"{what} must be a layer, an object with forward and backward, but it is {came}.")
    return value
