#: tests · a slope for every output by every input, in the right row and column; that a view changes with its array

#: right · entry by entry, in its own copy
def slope_table(f, x, h=1e-5):
    x = x.copy()
    table = np.zeros((len(f(x)), len(x)))
    for d in range(len(x)):
        before = x[d]
        x[d] = before + h
        above = f(x).copy()
        x[d] = before - h
        below = f(x).copy()
        x[d] = before
        for m in range(len(above)):
            table[m, d] = (above[m] - below[m]) / (2 * h)
    return table

#: right · unit arrows, a list of rows transposed
def slope_table(f, x, h=1e-5):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))]).T

#: right · the lesson's gradient for each output, as nested lists
def slope_table(f, x, h=1e-5):
    x = x.copy()
    return [numerical_gradient(lambda z: f(z)[m], x, h).tolist() for m in range(len(f(x)))]

#: wrong · forward · names "forward differences"
def slope_table(f, x, h=1e-5):
    here = f(x.copy())
    return np.array([(f(x + h * e) - here) / h for e in np.eye(len(x))]).T

#: wrong · backward · names "backwards"
def slope_table(f, x, h=1e-5):
    here = f(x.copy())
    return np.array([(here - f(x - h * e)) / h for e in np.eye(len(x))]).T

#: wrong · divided by h · names "2h apart"
def slope_table(f, x, h=1e-5):
    return np.array([(f(x + h * e) - f(x - h * e)) / h for e in np.eye(len(x))]).T

#: wrong · half a slope · names "divides by 2h"
def slope_table(f, x, h=1e-5):
    here = f(x.copy())
    return np.array([(f(x + h * e) - here) / (2 * h) for e in np.eye(len(x))]).T

#: wrong · transposed · names "transposed"
def slope_table(f, x, h=1e-5):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))])

#: wrong · reshaped for transposed · names "rows of the wrong length"
def slope_table(f, x, h=1e-5):
    rows = np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))])
    return rows.reshape(rows.shape[::-1])

#: wrong · not put back · names "put back"
def slope_table(f, x, h=1e-5):
    x, columns = x.copy(), []
    for d in range(len(x)):
        x[d] += h
        above = f(x).copy()
        x[d] -= 2 * h
        columns.append((above - f(x)) / (2 * h))
    return np.array(columns).T

#: wrong · forward and not put back · names "both sides are needed"
def slope_table(f, x, h=1e-5):
    x, columns = x.copy(), []
    for d in range(len(x)):
        here = f(x).copy()
        x[d] += h
        columns.append((f(x) - here) / h)
    return np.array(columns).T

#: wrong · forward from the first place, not put back · names "still in it"
def slope_table(f, x, h=1e-5):
    x, columns = x.copy(), []
    here = f(x).copy()
    for d in range(len(x)):
        x[d] += h
        columns.append((f(x) - here) / h)
    return np.array(columns).T

#: wrong · in place, never put back · names "in place"
def slope_table(f, x, h=1e-5):
    columns = []
    for d in range(len(x)):
        x[d] += h
        above = f(x).copy()
        x[d] -= 2 * h
        columns.append((above - f(x)) / (2 * h))
    return np.array(columns).T

#: wrong · put back with rounding errors left · names "in place"
def slope_table(f, x, h=1e-5):
    table = np.zeros((len(f(x)), len(x)))
    for d in range(len(x)):
        x[d] += h
        above = f(x).copy()
        x[d] -= 2 * h
        table[:, d] = (above - f(x)) / (2 * h)
        x[d] += h
    return table

#: wrong · the lesson's loop, with views · names "is a view"
def slope_table(f, x, h=1e-5):
    table = np.zeros((len(f(x)), len(x)))
    for d in range(len(x)):
        before = x[d]
        x[d] = before + h
        above = f(x)
        x[d] = before - h
        below = f(x)
        x[d] = before
        table[:, d] = (above - below) / (2 * h)
    return table

#: wrong · outputs added up · names "must not be added up"
def slope_table(f, x, h=1e-5):
    return numerical_gradient(lambda z: np.sum(f(z)), x, h)

#: wrong · mean of the outputs · names "averaged"
def slope_table(f, x, h=1e-5):
    return numerical_gradient(lambda z: np.mean(f(z)), x, h)

#: wrong · first output · names "only the first output"
def slope_table(f, x, h=1e-5):
    return numerical_gradient(lambda z: f(z)[0], x, h)

#: wrong · all inputs at once · names "one at a time"
def slope_table(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)

#: wrong · below minus above · names "the wrong way round"
def slope_table(f, x, h=1e-5):
    return np.array([(f(x - h * e) - f(x + h * e)) / (2 * h) for e in np.eye(len(x))]).T

#: wrong · an h of its own · names "a step of its own"
def slope_table(f, x, h=1e-5):
    h = 1e-5
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))]).T

#: wrong · squeezed · names "two axes, also with one output"
def slope_table(f, x, h=1e-5):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))]).T.squeeze()

#: wrong · no more than two outputs
def slope_table(f, x, h=1e-5):
    M = min(2, len(f(x)))
    return np.array([((f(x + h * e) - f(x - h * e)) / (2 * h))[:M] for e in np.eye(len(x))]).T

#: wrong · column of a number type of its own: float32
def slope_table(f, x, h=1e-5):
    x = x.astype(np.float32)
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x), dtype=np.float32)]).T

#: wrong · the call that ends the loop early: one input is missing · names "off by one"
def slope_table(f, x, h=1e-5):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))[:-1]]).T

#: wrong · all zeros · names "0 everywhere"
def slope_table(f, x, h=1e-5):
    return np.zeros((len(f(x)), len(x)))

#: wrong · copies only above · names "keep a copy of both"
def slope_table(f, x, h=1e-5):
    columns = []
    for d in range(len(x)):
        before = x[d]
        x[d] = before + h
        above = f(x).copy()
        x[d] = before - h
        below = f(x)
        x[d] = before
        columns.append((above - below) / (2 * h))
    return np.stack(columns, axis=1)

#: wrong · always two outputs · names "number of rows"
def slope_table(f, x, h=1e-5):
    table = np.zeros((2, x.size))
    for d, e in enumerate(np.eye(x.size)):
        table[:, d] = (f(x + h * e) - f(x - h * e)) / (2 * h)
    return table

#: wrong · a second name is no copy · names "a second name is no copy"
def slope_table(f, x, h=1e-5):
    table = np.zeros((f(x).size, x.size))
    for d in range(x.size):
        above = x
        above[d] += h
        below = x
        below[d] -= h
        table[:, d] = (f(above) - f(below)) / (2 * h)
    return table

#: wrong · steps in proportion to the entry · names "not h times the input"
def slope_table(f, x, h=1e-5):
    columns = []
    for d in range(len(x)):
        step = np.zeros(len(x))
        step[d] = h * x[d]
        columns.append((f(x + step) - f(x - step)) / (2 * step[d]))
    return np.stack(columns, axis=1)

#: wrong · skips entries that are 0 · names "an input that is 0"
def slope_table(f, x, h=1e-5):
    table = np.zeros((len(f(x)), len(x)))
    for d in range(len(x)):
        if x[d] == 0:
            continue
        e = np.zeros(len(x))
        e[d] = h
        table[:, d] = (f(x + e) - f(x - e)) / (2 * h)
    return table

#: wrong · the return is inside the loop · names "inside the loop"
def slope_table(f, x, h=1e-5):
    table = np.zeros((len(f(x)), len(x)))
    for d, e in enumerate(np.eye(len(x))):
        table[:, d] = (f(x + h * e) - f(x - h * e)) / (2 * h)
        return table

#: wrong · number of outputs taken from the first test: one less than inputs · names "number of rows"
def slope_table(f, x, h=1e-5):
    table = np.zeros((len(x) - 1, len(x)))
    for d, e in enumerate(np.eye(len(x))):
        table[:, d] = (f(x + h * e) - f(x - h * e)) / (2 * h)
    return table

#: wrong · fills by output m from a sum over the others (uses f(x)[d]) · names "move input d"
def slope_table(f, x, h=1e-5):
    table = np.zeros((len(f(x)), len(x)))
    for m in range(len(f(x))):
        for d in range(len(x)):
            e = np.zeros(len(x))
            e[m] = h
            table[m, d] = (f(x + e)[m] - f(x - e)[m]) / (2 * h)
    return table

#: wrong · rounds to five digits
def slope_table(f, x, h=1e-5):
    return np.round(np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(x.size)]).T, 5)
