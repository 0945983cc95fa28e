"""Any layer of this course made of PyTorch's functions, with the same numbers: what the two give can then be compared."""

from helpers import blocks, convolution, layers, normalization


class Twin:
    """Call it with a tensor, as often as the layer's forward is called with training=True, or training=False.

    params: tensors, in the order of the layer's places. running: [(mean, variance)] of its batch normalizations, where a start's
    variance is 1 and a batch's is n / (n - 1) times ours, as is PyTorch's way.
    """

    def __init__(self, torch, layer):
        self.torch, self.layer, self.training = torch, layer, True
        self.own = {key: torch.tensor(value, requires_grad=True) for key, value in layer.params.items()}
        self.state = {key: torch.tensor(value) for key, value in layer.state.items()}
        self.inner = [Twin(torch, part) for part in layer.layers]

    @property
    def params(self):
        return [*self.own.values(), *(value for part in self.inner for value in part.params)]

    @property
    def running(self):
        return [tuple(self.state.values())] * bool(self.state) + [pair for part in self.inner for pair in part.running]

    def train(self, training):
        self.training = training
        for part in self.inner:
            part.train(training)

    def __call__(self, x):
        layer, own, functional = self.layer, self.own, self.torch.nn.functional
        match layer:
            case blocks.Sequential():
                for part in self.inner:
                    x = part(x)
                return x
            case blocks.Residual():
                return self.inner[0](x) + (self.inner[1](x) if len(self.inner) > 1 else x)
            case blocks.Branches():
                return self.torch.cat([way(x) for way in self.inner], dim=1)
            case convolution.Convolution():
                return functional.conv2d(x, own["W"], own.get("b"), stride=layer.stride, padding=layer.pad)
            case convolution.MaxPooling():
                return functional.max_pool2d(x, layer.pool, layer.stride, layer.pad)
            case convolution.GlobalAveragePooling():
                return functional.adaptive_avg_pool2d(x, 1).flatten(1)
            case normalization.BatchNormalization():
                running, share = self.state.values(), 1 - layer.momentum
                return functional.batch_norm(x, *running, own["gamma"], own["beta"], self.training, share, layer.eps)
            case layers.Affine():
                return functional.linear(x, own["W"].T, own["b"])
            case layers.Relu():
                return functional.relu(x)
            case layers.Tanh():
                return self.torch.tanh(x)
            case layers.Flatten():
                return x.flatten(1)
            case layers.Dropout(ratio=0.0):
                return x
        raise TypeError(f"no twin for a {type(layer).__name__}")
