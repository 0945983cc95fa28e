#: tests · a block that puts what its bodies make beside what came in: which channels each gets, and slopes that add where ways meet
#: right · one array of slopes, filled from behind
class Growing:
    def __init__(self, bodies):
        self.bodies = list(bodies)

    def forward(self, x, training=False):
        parts = [x]
        for body in self.bodies:
            parts.append(body.forward(np.concatenate(parts, axis=1), training))
        self.sizes = [part.shape[1] for part in parts]
        return np.concatenate(parts, axis=1)

    def backward(self, dout):
        d = dout.copy()
        ends = np.cumsum(self.sizes)
        for k in reversed(range(len(self.bodies))):
            d[:, : ends[k]] += self.bodies[k].backward(d[:, ends[k] : ends[k + 1]])
        return d[:, : ends[0]]

#: right · a block inside a block
class Growing:
    def __init__(self, bodies):
        self.front = Growing(bodies[:-1]) if bodies else None
        self.body = bodies[-1] if bodies else None

    def forward(self, x, training=False):
        if self.body is None:
            return x
        x = self.front.forward(x, training)
        self.channels = x.shape[1]
        return np.append(x, self.body.forward(x, training=training), axis=1)

    def backward(self, dout):
        if self.body is None:
            return dout
        rest, made = np.split(dout, [self.channels], axis=1)
        return self.front.backward(rest + self.body.backward(made))

#: right · lists of channels
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}

    def forward(self, x, training=False):
        self.made = [x.shape[1]]
        for body in self.bodies:
            new = body.forward(x, training=training)
            self.made.append(new.shape[1])
            x = np.hstack([x, new])
        return x

    def backward(self, dout):
        slopes = [dout[:, [c]] for c in range(dout.shape[1])]
        for body, made in zip(reversed(self.bodies), reversed(self.made)):
            back = body.backward(np.concatenate(slopes[len(slopes) - made :], axis=1))
            slopes = [slope + back[:, [c]] for c, slope in enumerate(slopes[: len(slopes) - made])]
        return np.concatenate(slopes, axis=1)

#: wrong · adds, as a residual block · names "are there by then"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = x + body.forward(x, training=training)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · what is made in front · names "not in front"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([body.forward(x, training=training), x], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · pictures put behind pictures · names "concatenation axis"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=0)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · along the columns · names "concatenation axis"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=3)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · bodies get x alone · names "are there by then"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        first = x
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(first, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · bodies get what the one before made · names "are there by then"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            made = body.forward(x if body is self.bodies[0] else made, training=training)
            x = np.concatenate([x, made], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · one after the other · names "are there by then"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = body.forward(x, training=training)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · x does not come out · names "x's own channels come out"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x[:, self.came[0] if self.came else 0 :]

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · only what the last body makes · names "all channels come out"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x[:, self.came[-1] if self.came else 0 :]

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · training is not handed on · names "hand on training=training"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · training is always True · names "hand on training=training"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=True)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · the way around is missing · names "brings back"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = np.concatenate([0 * dout[:, : self.came[0]], dout[:, self.came[0] : channels]], axis=1) + body.backward(dout[:, channels:])
        return dout

#: wrong · only the last body’s way back · names "first body's way is missing"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
            dout = dout[:, : self.came[0]]
            break
        return dout

#: wrong · no slopes from later bodies to earlier ones · names "slopes from it as well"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        dx = dout[:, : self.came[0]] if self.came else dout
        for body, start in zip(self.bodies, self.came):
            made = len(body.W)
            dx = dx + body.backward(dout[:, start : start + made])[:, : self.came[0]]
        return dx

#: wrong · the way around alone · names "around the bodies alone"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels]
        return dout

#: wrong · rest alone: body’s slopes do not count for x · names "a part for x"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            back = body.backward(dout[:, channels:])
            if body is not self.bodies[0]:
                back[:, : self.came[0]] = 0
            dout = dout[:, :channels] + back
        return dout

#: wrong · bodies from the first to the last · names "backward of Body"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies, self.came):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · slopes cut from the wrong end · names "split off the last channels"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            n = dout.shape[1] - channels
            dout = dout[:, n:] + body.backward(dout[:, :n])
        return dout

#: wrong · the whole of dout into each body · names "backward of Body"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout)
        return dout

#: wrong · mean of the two ways · names "no mean is taken"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = (dout[:, :channels] + body.backward(dout[:, channels:])) / 2
        return dout

#: wrong · mean at the end · names "they are no mean"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout / len(self.bodies) if self.bodies else dout

#: wrong · counts the last body twice · names "counts once, not twice"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            back = body.backward(dout[:, channels:])
            dout = dout[:, :channels] + (back if body is self.bodies[0] else 2 * back)
        return dout

#: wrong · difference · names "not subtracted"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] - body.backward(dout[:, channels:])
        return dout

#: wrong · product · names "not multiplied"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] * body.backward(dout[:, channels:])
        return dout

#: wrong · += into a view of dout · names "in place"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            rest = dout[:, :channels]
            rest += body.backward(dout[:, channels:])
            dout = rest
        return dout

#: right · += into what a body gave back, which is the caller’s
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            back = body.backward(dout[:, channels:])
            back += dout[:, :channels]
            dout = back
        return dout

#: wrong · channels kept by the class, right in the visible test · names "got slopes of shape"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        Growing.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · each body made as many channels as the first, right only when they do · names "backward of Body"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            channels = dout.shape[1] - 2
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · split into equal parts · names "got slopes of shape"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            channels = dout.shape[1] // 2
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · without bodies an error · names "Your code stopped with"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout[:, : self.came[0]]

#: wrong · without bodies y is nothing · names "without bodies"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        if self.bodies:
            return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · forward returns nothing · names "`return` missing"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · backward returns nothing · names "`return` missing"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])

#: wrong · backward returns all slopes · names "got slopes of shape"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = np.concatenate([dout[:, :channels] + body.backward(dout[:, channels:]), dout[:, channels:]], axis=1)
        return dout

#: wrong · float64 · names "it makes float64"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came, x = [], x.astype(float)
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in zip(self.bodies[::-1], self.came[::-1]):
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · backward uses up what forward kept · names "use up"
class Growing:
    def __init__(self, bodies):
        self.bodies = bodies

    def forward(self, x, training=False):
        self.came = []
        for body in self.bodies:
            self.came.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, channels in [(body, self.came.pop()) for body in reversed(self.bodies)]:
            dout = dout[:, :channels] + body.backward(dout[:, channels:])
        return dout

#: wrong · asks each body twice · names "more than once"
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}

    def forward(self, x, training=False):
        self.widths = []
        for body in self.bodies:
            self.widths.append(x.shape[1])
            made = body.forward(x, training).shape[1]
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, w in zip(self.bodies[::-1], self.widths[::-1]):
            dout = dout[:, :w] + body.backward(dout[:, w:])
        return dout

#: wrong · backward runs forward anew · names "more than once"
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}

    def forward(self, x, training=False):
        self.x = x
        for body in self.bodies:
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        x, widths = self.x, []
        for body in self.bodies:
            widths.append(x.shape[1])
            x = np.concatenate([x, body.forward(x)], axis=1)
        for body, w in zip(self.bodies[::-1], widths[::-1]):
            dout = dout[:, :w] + body.backward(dout[:, w:])
        return dout

#: wrong · channels of the first forward only, right in the visible test · names "another number in each forward"
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}
        self.widths = None

    def forward(self, x, training=False):
        widths = []
        for body in self.bodies:
            widths.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        if self.widths is None:
            self.widths = widths
        return x

    def backward(self, dout):
        for body, w in zip(self.bodies[::-1], self.widths[::-1]):
            dout = dout[:, :w] + body.backward(dout[:, w:])
        return dout

#: wrong · channels grow with each forward, right in the visible test · names "another number in each forward"
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}
        self.widths = []

    def forward(self, x, training=False):
        for body in self.bodies:
            self.widths.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for i in range(len(self.bodies) - 1, -1, -1):
            w = self.widths[i]
            dout = dout[:, :w] + self.bodies[i].backward(dout[:, w:])
        return dout

#: wrong · y is a buffer that is used again, right in the visible test · names "after another forward"
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}
        self.buffer = None

    def forward(self, x, training=False):
        self.widths, parts = [], [x]
        for body in self.bodies:
            so_far = np.concatenate(parts, axis=1)
            self.widths.append(so_far.shape[1])
            parts.append(body.forward(so_far, training=training))
        y = np.concatenate(parts, axis=1)
        if self.buffer is None or self.buffer.shape != y.shape or self.buffer.dtype != y.dtype:
            self.buffer = np.empty_like(y)
        self.buffer[...] = y
        return self.buffer

    def backward(self, dout):
        for body, w in zip(self.bodies[::-1], self.widths[::-1]):
            dout = dout[:, :w] + body.backward(dout[:, w:])
        return dout

#: wrong · turns the list of bodies round · names "list of bodies is changed"
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}

    def forward(self, x, training=False):
        self.widths = []
        for body in self.bodies:
            self.widths.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        self.bodies.reverse()
        for body, w in zip(self.bodies, self.widths[::-1]):
            dout = dout[:, :w] + body.backward(dout[:, w:])
        return dout

#: wrong · the skip is forgotten on the way back · names "way past the bodies"
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}

    def forward(self, x, training=False):
        self.widths = []
        for body in self.bodies:
            self.widths.append(x.shape[1])
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body, w in zip(self.bodies[::-1], self.widths[::-1]):
            dout = body.backward(dout[:, w:])
        return dout

#: wrong · for two bodies only, right in the visible test
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}

    def forward(self, x, training=False):
        self.c = x.shape[1]
        if len(self.bodies) == 0:
            return x
        a = self.bodies[0].forward(x, training=training)
        self.d = self.c + a.shape[1]
        xa = np.concatenate([x, a], axis=1)
        b = self.bodies[1].forward(xa, training=training)
        return np.concatenate([x, a, b], axis=1)

    def backward(self, dout):
        if len(self.bodies) == 0:
            return dout
        back = self.bodies[1].backward(dout[:, self.d:])
        rest = dout[:, :self.d] + back
        return rest[:, :self.c] + self.bodies[0].backward(rest[:, self.c:])

#: wrong · channels read off body.W, right in the visible test · names "has no attribute"
class Growing:
    def __init__(self, bodies):
        self.bodies, self.params, self.grads = bodies, {}, {}

    def forward(self, x, training=False):
        for body in self.bodies:
            x = np.concatenate([x, body.forward(x, training=training)], axis=1)
        return x

    def backward(self, dout):
        for body in reversed(self.bodies):
            w = body.W.shape[1]
            dout = dout[:, :w] + body.backward(dout[:, w:])
        return dout
