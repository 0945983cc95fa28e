"""How far a network here and its twin in PyTorch or Keras are apart."""

import numpy as np

from helpers.frameworks import in_keras, in_torch
from helpers.frameworks.extra import need
from helpers.frameworks.reading import require_network
from helpers.layers import Dropout, SoftmaxWithLoss


def differences(network, x, t, framework="torch", dtype="float64"):
    """Carry a network over, and compare its scores at prediction and its gradient while training. Changes nothing of it.

    x: images (N, C, H, W) or a table (N, D). t: integer labels (N,). framework: "torch" or "keras". dtype: what both compute in.
    Returns {"scores": …, "gradient": …}: how long the difference of two arrays is, as a share of ours, for the scores and, the
    worst of all parameters, for the gradient of the mean cross-entropy. Dropout is left out, since no two programs draw the
    same lots, and so is weight decay, which is the optimizer's there. In float32 a number next to a kink (ReLU at 0, two equal
    pixels of a maximum) may fall on the other side, and a gradient is then 1e-3 apart or more; float64 tells such a case from a
    mistake. Raises MissingExtra where the framework is not installed, ValueError for another loss than softmax's.
    """
    require_network(network)
    if framework not in ("torch", "keras"):
        raise ValueError(f'framework must be "torch" or "keras", not {framework!r}.')
    if not isinstance(network.loss_layer, SoftmaxWithLoss):
        raise ValueError(f"only cross-entropy behind softmax is compared, not {type(network.loss_layer).__name__}.")
    torch, ours = need("torch"), _plain_copy(network, dtype)
    x, t = np.asarray(x).astype(dtype), np.asarray(t)
    twin, gradients = (in_torch if framework == "torch" else in_keras).carry(ours, dtype)
    run = _in_torch if framework == "torch" else _in_keras
    with torch.no_grad():
        scores = run(torch, twin, x, False).numpy()
    apart = {"scores": _apart(ours.predict(x), scores)}
    torch.nn.functional.cross_entropy(run(torch, twin, x, True), torch.tensor(t, dtype=torch.long)).backward()
    _, expected = ours.loss_and_gradient(x, t)
    apart["gradient"] = max(_apart(expected[name], gradient()) for name, gradient in gradients.items())
    return apart


def _plain_copy(network, dtype):
    """The network in this dtype, with neither dropout nor weight decay."""
    found = network.astype(dtype)
    found.weight_decay = 0.0
    for layer in found.all_layers():
        if isinstance(layer, Dropout):
            layer.ratio = 0.0
    return found


def _in_torch(torch, module, x, training):
    return module.train(training)(torch.tensor(x))


def _in_keras(torch, model, x, training):
    return model(torch.tensor(in_keras.as_keras_lays_it(x)), training=training)


def _apart(ours, theirs):
    """The length of the difference of two arrays, as a share of the first's."""
    if ours.shape != theirs.shape:
        raise ValueError(f"the shapes differ: {ours.shape} here, {theirs.shape} there.")
    return float(np.linalg.norm(ours.astype(np.float64) - theirs) / np.linalg.norm(ours.astype(np.float64)))
