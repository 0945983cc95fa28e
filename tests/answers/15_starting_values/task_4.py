#: tests · batch normalization as a fixed map: its factor goes into W, per column or per filter, and all else into b

#: right · one factor
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: right · output by output
def folded(W, b, gamma, beta, mean, variance, eps):
    new_W, new_b = np.zeros(W.shape, np.result_type(W, gamma, np.float32)), []
    for m in range(len(b)):
        factor = gamma[m] / (variance[m] + eps) ** 0.5
        if W.ndim == 2:
            new_W[:, m] = factor * W[:, m]
        else:
            new_W[m] = factor * W[m]
        new_b.append(factor * b[m] - factor * mean[m] + beta[m])
    return [new_W, np.array(new_b, new_W.dtype)]

#: right · the last axis in front
def folded(W, b, gamma, beta, mean, variance, eps):
    r = np.sqrt(variance + eps)
    new = W * gamma / r if W.ndim == 2 else np.moveaxis(np.moveaxis(W, 0, -1) * gamma / r, -1, 0)
    return new, beta - gamma * (mean - b) / r

#: right · output by output, on copies
def folded(W, b, gamma, beta, mean, variance, eps):
    new_W, new_b = W.copy(), b.copy()
    for j in range(len(b)):
        root = np.sqrt(variance[j] + eps)
        if W.ndim == 2:
            new_W[:, j] = W[:, j] * gamma[j] / root
        else:
            new_W[j] = W[j] * gamma[j] / root
        new_b[j] = gamma[j] * (b[j] - mean[j]) / root + beta[j]
    return new_W, new_b

#: right · outputs moved to the end and back, float64 inside
def folded(W, b, gamma, beta, mean, variance, eps):
    kind = W.dtype
    W, b, gamma, beta, mean, variance = (
        np.array(a, float) for a in (W, b, gamma, beta, mean, variance)
    )
    bank = W.ndim > 2
    if bank:
        W = np.moveaxis(W, 0, -1)
    root = np.sqrt(np.add(variance, eps))
    W = np.divide(np.multiply(W, gamma), root)
    b = np.divide(np.multiply(np.subtract(b, mean), gamma), root) + beta
    if bank:
        W = np.moveaxis(W, -1, 0)
    return W.astype(kind), b.astype(kind)

#: wrong · W as it was · names "W has to change"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W.copy(), (b - mean) * scale + beta

#: wrong · no gamma · names "gamma is missing"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = 1 / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · the factor upside down · names "the root divides"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = np.sqrt(variance + eps) / gamma
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · gamma only · names "divide by the root"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma * np.ones(len(b))
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · no root · names "the root is missing"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / (variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · no eps · names "eps is missing"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · eps beside the root · names "eps belongs under the root"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / (np.sqrt(variance) + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · eps built in · names "eps is given"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + 1e-5)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · factor squared · names "there twice"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = (gamma / np.sqrt(variance + eps)) ** 2
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · the mean taken off W · names "goes into b, not into W"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return (W - (mean if W.ndim == 2 else mean[:, None, None, None])) * along, (b - mean) * scale + beta

#: wrong · beta added to W · names "beta is added to the sums"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along + (beta if W.ndim == 2 else beta[:, None, None, None]), (b - mean) * scale + beta

#: wrong · mean and variance exchanged · names "mean and variance are exchanged"
def folded(W, b, gamma, beta, variance, mean, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · gamma and beta exchanged · names "gamma and beta are exchanged"
def folded(W, b, beta, gamma, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · no beta · names "beta is missing"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale

#: wrong · no mean · names "the mean is missing"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, b * scale + beta

#: wrong · no old b · names "the old b is missing"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (0 * b - mean) * scale + beta

#: wrong · b not multiplied · names "the old b is multiplied"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, b - mean * scale + beta

#: wrong · the mean not multiplied · names "the mean is multiplied"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, b * scale - mean + beta

#: wrong · neither multiplied · names "neither b nor the mean"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, b - mean + beta

#: wrong · the mean added · names "the mean is subtracted"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b + mean) * scale + beta

#: wrong · beta multiplied · names "no factor for it"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean + beta) * scale

#: wrong · b as it was · names "b has to change"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, b.copy()

#: wrong · beta for b · names "that is beta alone"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, beta.copy()

#: wrong · b and mean exchanged · names "mean and b are exchanged"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (mean - b) * scale + beta

#: wrong · beta subtracted · names "beta is subtracted"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale - beta

#: wrong · b without gamma · names "gamma is missing"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) / np.sqrt(variance + eps) + beta

#: wrong · filters set against the columns · names "set against the last axis"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale
    return W * along, (b - mean) * scale + beta

#: wrong · a bank as it was · names "as a table does"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * (along if W.ndim == 2 else 1), (b - mean) * scale + beta

#: wrong · one factor for all filters · names "the factor of the first"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[0]
    return W * along, (b - mean) * scale + beta

#: wrong · filters set against the channels · names "set against axis 1"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else (scale[:, None, None] if len(b) == W.shape[1] else scale[:, None, None, None])
    return W * along, (b - mean) * scale + beta

#: wrong · the axis looked for by its length · names "set against axis 0"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale.reshape([-1 if a == W.shape.index(len(b)) else 1 for a in range(W.ndim)])
    return W * along, (b - mean) * scale + beta

#: wrong · a variance of 0 switched off · names "treated as any other"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = np.where(variance > 0, gamma / np.sqrt(variance + eps), 0).astype(W.dtype)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · b in front · names "in this order"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return (b - mean) * scale + beta, W * along

#: wrong · W alone · names "should return two arrays"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along

#: wrong · in place · names "changed its argument W"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    W *= along
    return W, (b - mean) * scale + beta

#: wrong · float64 made of float32 · names "should stay float32"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma.astype(float) / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, (b - mean) * scale + beta

#: wrong · b of another shape · names "should have the shape"
def folded(W, b, gamma, beta, mean, variance, eps):
    scale = gamma / np.sqrt(variance + eps)
    along = scale if W.ndim == 2 else scale[:, None, None, None]
    return W * along, ((b - mean) * scale + beta)[None, :]

#: wrong · float32 made of float64 · names "float64 should stay float64"
def folded(W, b, gamma, beta, mean, variance, eps):
    factor = gamma / np.sqrt(variance + eps)
    shaped = factor if W.ndim == 2 else factor.reshape(-1, 1, 1, 1)
    return (W * shaped).astype(np.float32), ((b - mean) * factor + beta).astype(np.float32)

#: wrong · a variance of 0 switched off in W only · names "as any other, in W, too"
def folded(W, b, gamma, beta, mean, variance, eps):
    factor = gamma / np.sqrt(variance + eps)
    safe = factor
    shaped = factor if W.ndim == 2 else factor.reshape(-1, 1, 1, 1)
    dead = variance == 0
    return W * np.where(dead if W.ndim == 2 else dead.reshape(-1, 1, 1, 1), 0, shaped), (
        b - mean
    ) * factor + beta

#: wrong · variance squared · names "it is a square already"
def folded(W, b, gamma, beta, mean, variance, eps):
    factor = gamma / np.sqrt(variance**2 + eps)
    shaped = factor if W.ndim == 2 else factor.reshape(-1, 1, 1, 1)
    return W * shaped, (b - mean) * factor + beta

#: wrong · the mean through W · names "W does not meet it"
def folded(W, b, gamma, beta, mean, variance, eps):
    factor = gamma / np.sqrt(variance + eps)
    shaped = factor if W.ndim == 2 else factor.reshape(-1, 1, 1, 1)
    return W * shaped, b * factor + beta - (W * shaped).sum(
        axis=0 if W.ndim == 2 else (1, 2, 3)
    ) * mean

#: wrong · eps as the smallest variance · names "added under the root"
def folded(W, b, gamma, beta, mean, variance, eps):
    factor = gamma / np.sqrt(np.maximum(variance, eps))
    shaped = factor if W.ndim == 2 else factor.reshape(-1, 1, 1, 1)
    return W * shaped, (b - mean) * factor + beta

#: wrong · a table's factor as a column · names "Which axis of W are the outputs"
def folded(W, b, gamma, beta, mean, variance, eps):
    factor = gamma / np.sqrt(variance + eps)
    shaped = factor[:, None] if W.ndim == 2 else factor.reshape(-1, 1, 1, 1)
    return W * shaped, (b - mean) * factor + beta

#: wrong · a largest factor, right in the visible test
def folded(W, b, gamma, beta, mean, variance, eps):
    factor = gamma / np.sqrt(variance + eps)
    factor = np.clip(factor, -100, 100)
    shaped = factor if W.ndim == 2 else factor.reshape(-1, 1, 1, 1)
    return W * shaped, (b - mean) * factor + beta
