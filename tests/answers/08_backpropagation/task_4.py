#: tests · finding bugs in a loss layer: in place, labels for one-hot rows, the local slope 1/T, a forgotten dout

#: right · takes 1 off at the right class, in a copy
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), t
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        dx = self.y.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dx * dout / (len(self.t) * self.T)

#: right · row by row
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        self.y, self.t, total = [], t, 0.0
        for row, label in zip(scores, t):
            powers = np.exp((row - max(row)) / self.T)
            self.y.append(powers / sum(powers))
            total += (max(row) - row[label]) / self.T + np.log(sum(powers))
        return total / len(t)

    def backward(self, dout=1.0):
        return [[dout / self.T / len(self.t) * (p - (k == label)) for k, p in enumerate(row)] for row, label in zip(self.y, self.t)]

#: right · the slope prepared on the way forward
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        N, K = scores.shape
        z = scores / self.T
        top = z.max(axis=1)
        log_sum = top + np.log(np.sum(np.exp(z.T - top), axis=0))
        self.slope = np.exp(z.T - log_sum).T
        self.slope[np.arange(N), t] -= 1
        self.slope /= N * self.T
        return np.mean(log_sum - z[np.arange(N), t])

    def backward(self, dout=1.0):
        return dout * self.slope

#: wrong · as given · names "in place"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        scores -= scores.max(axis=1, keepdims=True)
        shifted = scores / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), t
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return (self.y - self.t) / len(self.t)

#: wrong · all mended but the writing in place · names "in place"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        scores -= scores.max(axis=1, keepdims=True)
        shifted = scores / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · all mended but the labels · names "could not be broadcast"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), t
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · the labels as a column · names "t has to be one-hot"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), t
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return dout * (self.y - self.t[:, None]) / len(self.t) / self.T

#: wrong · the labels as a column, and no T · names "y minus class numbers"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), t
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return dout * (self.y - self.t[:, None]) / len(self.t)

#: wrong · labels stretched only where N equals K, passes the visible test · names "as many samples as classes"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), t
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        t = self.t if len(self.t) == self.y.shape[1] else np.eye(self.y.shape[1])[self.t]
        return dout * (self.y - t) / len(self.t) / self.T

#: wrong · all mended but the temperature · names "that node has a local slope, too"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t)

#: wrong · times the temperature · names "it does not multiply it"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) * self.T

#: wrong · the temperature twice · names "once too often"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T**2

#: wrong · all mended but dout · names "dout, the slope that arrives, is missing"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return (self.y - self.t) / len(self.t) / self.T

#: wrong · neither dout nor T · names "and a factor for the temperature"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return (self.y - self.t) / len(self.t)

#: wrong · not divided by N · names "number of samples is missing"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / self.T

#: wrong · divided by K · names "not of classes"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / self.y.shape[1] / self.T

#: wrong · sign · names "sign is turned round"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.t - self.y) / len(self.t) / self.T

#: wrong · t not subtracted · names "t is not subtracted"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * self.y / len(self.t) / self.T

#: wrong · changes what it kept · names "changed what forward had kept"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), t
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        self.y[np.arange(len(self.t)), self.t] -= 1
        return dout * self.y / len(self.t) / self.T

#: wrong · T left out of the loss · names "temperature changes nothing"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True))
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · times T in the loss · names "do not multiply"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) * self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · sum over the samples · names "sum over the samples"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · bits · names "in bits"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t) / np.log(2)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · mean over all entries · names "how many numbers there are"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.mean(self.t * log_y)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · softmax without T on the way back · names "belongs into this softmax"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(scores - scores.max(axis=1, keepdims=True)) / np.exp(scores - scores.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · T of 2 hard-wired, passes the visible test · names "not by self.T"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / 2

#: wrong · no shift, passes the visible test · names "nan or inf"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = scores / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · shift by the largest of all, passes the visible test
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max()) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · keeps y for all layers together, passes the visible test
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        TemperedLoss.y, TemperedLoss.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · needs a dout, passes the visible test
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · no return · names "return"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        dx = dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · zeros
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        shifted = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.sum(self.t * log_y) / len(t)

    def backward(self, dout=1.0):
        return np.zeros(self.y.shape)

#: wrong · divided by dout · names "do not divide"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        z = scores / self.T
        z = z - z.max(axis=1, keepdims=True)
        log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return (self.y - self.t) / len(self.t) / self.T / dout

#: wrong · the number of entries · names "not of all scores"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        z = scores / self.T
        z = z - z.max(axis=1, keepdims=True)
        log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / self.T / self.y.size

#: wrong · logarithm of the rounded probability · names "inside the logarithm"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        z = scores / self.T
        z = z - z.max(axis=1, keepdims=True)
        self.y = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        self.t = np.eye(scores.shape[1])[t]
        return -np.mean(np.log(self.y[np.arange(len(t)), t] + 1e-7))

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · the mean over axis 0 in the softmax · names "along a row"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        z = scores / self.T
        z = z - z.max(axis=0, keepdims=True)
        log_y = z - np.log(np.exp(z).sum(axis=0, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.t) / self.T

#: wrong · only the right class gets a slope · names "every class gets a slope"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        z = scores / self.T
        z = z - z.max(axis=1, keepdims=True)
        log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return -dout * self.t * (1 - self.y) / len(self.t) / self.T

#: wrong · the slope of log y alone: −1 / y at the right class · names "softmax is a node"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        z = scores / self.T
        z = z - z.max(axis=1, keepdims=True)
        log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[t]
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return -dout * self.t / self.y / len(self.t) / self.T

#: wrong · the one-hot table transposed · names "mirror images"
class TemperedLoss:
    def __init__(self, T):
        self.T = T

    def forward(self, scores, t):
        z = (scores - scores.max(axis=1, keepdims=True)) / self.T
        log_y = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.y, self.t = np.exp(log_y), np.eye(scores.shape[1])[:, t]
        return -np.mean(log_y[np.arange(len(t)), t])

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / (len(self.y) * self.T)
