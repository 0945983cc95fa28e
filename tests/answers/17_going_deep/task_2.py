#: tests · from a place in a deep map back to rows of the picture: stride, padding, and where each map ends
#: right · which rows each row depends on, front to back
def seen(layers, size, place):
    maps = [{row} for row in range(size)]
    for window, stride, pad in layers:
        wide = [set()] * pad + maps + [set()] * pad
        maps = [set().union(*wide[s : s + window]) for s in range(0, len(wide) - window + 1, stride)]
    return min(maps[place]), max(maps[place])

#: right · calls itself
def seen(layers, size, place):
    if len(layers) == 0:
        return [place, place]
    *front, (window, stride, pad) = layers
    rows = size
    for w, s, p in front:
        rows = 1 + (rows + 2 * p - w) // s
    start = place * stride - pad
    inside = [row for row in range(start, start + window) if 0 <= row < rows]
    return seen(front, size, inside[0])[0], max(seen(front, size, row)[1] for row in inside)

#: right · first and last per map, NumPy
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return np.array([first, last])

#: wrong · no edges · names "padding is no picture"
def seen(layers, size, place):
    first = last = place
    for window, stride, pad in reversed(layers):
        first = first * stride - pad
        last = last * stride - pad + window - 1
    return first, last

#: wrong · no edge above · names "no row above the first"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = first * stride - pad
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · no edge below · names "no row below the last"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = last * stride - pad + window - 1
    return first, last

#: wrong · edges of the picture only · names "cut off in each map"
def seen(layers, size, place):
    first = last = place
    for window, stride, pad in reversed(layers):
        first = first * stride - pad
        last = last * stride - pad + window - 1
    return max(0, first), min(size - 1, last)

#: wrong · edges of the picture in each map · names "cut off in each map"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(size - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · window steps · names "window − 1 steps"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window)
    return first, last

#: wrong · window − 2 steps · names "has six rows"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 2)
    return first, last

#: wrong · padding forgotten · names "the padding is missing"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride)
        last = min(rows - 1, last * stride + window - 1)
    return first, last

#: wrong · padding forgotten below · names "moves both ends"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride + window - 1)
    return first, last

#: wrong · padding added · names "the padding is subtracted"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride + pad)
        last = min(rows - 1, last * stride + pad + window - 1)
    return first, last

#: wrong · stride forgotten · names "the stride is missing"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first - pad)
        last = min(rows - 1, last - pad + window - 1)
    return first, last

#: wrong · window and stride exchanged · names "window and stride are exchanged"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (stride, window, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · padding in strides · names "counts in rows of the picture"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, (first - pad) * stride)
        last = min(rows - 1, (last - pad) * stride + window - 1)
    return first, last

#: wrong · front to back · names "go from the last layer back"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers, sizes):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · front to back, all maps as tall as the picture · names "go from the last layer back"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers, [size] * 9):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · layers reversed, sizes not · names "from the last one back, too"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · sizes of the maps behind · names "not of the one behind it"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[1:][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · the first layer only · names "first layer alone"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in list(zip(layers, sizes))[:1]:
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · the last layer only · names "last layer"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in list(zip(layers, sizes))[-1:]:
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · first and last exchanged · names "first and last are exchanged"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return last, first

#: wrong · how many rows · names "not how many they are"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last - first + 1

#: wrong · only how many · names "return two numbers"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return last - first + 1

#: wrong · / for // · names "cut off in each map"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) / stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · the end follows from the cut start · names "where the start is cut off"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first0 = first
        first = max(0, first * stride - pad)
        last = min(rows - 1, first + window - 1 + (last - first0) * stride)
    return first, last

#: wrong · last from the place of the first · names "becomes first *and* last"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first0 = first
        first = max(0, first * stride - pad)
        last = min(rows - 1, first0 * stride - pad + window - 1)
    return first, last

#: wrong · window around its place · names "starts at place · stride − pad"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - window // 2)
        last = min(rows - 1, last * stride + window // 2)
    return first, last

#: wrong · changes the list · names "changes the list"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    layers.reverse()
    for (window, stride, pad), rows in zip(layers, sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · returns nothing · names "`return` missing"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    first, last

#: wrong · a loop that returns too early · names "that is the last layer only"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
        return first, last

#: wrong · no layers: an error · names "Your code stopped with"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    window, stride, pad = layers[-1]
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · no layers: the whole picture · names "a row of the picture itself"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + 2 * pad - window) // stride + 1)
    first = last = place
    if not layers:
        return 0, size - 1
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · sizes without the padding · names "on both of its sides"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · sizes with one padding · names "on both of its sides"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append((sizes[-1] + pad - window) // stride + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · sizes rounded up · names "cut off in each map"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append(-(-(sizes[-1] + 2 * pad - window) // stride) + 1)
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · sizes as size // stride · names "cut off in each map"
def seen(layers, size, place):
    sizes = [size]
    for window, stride, pad in layers:
        sizes.append(-(-sizes[-1] // stride))
    first = last = place
    for (window, stride, pad), rows in zip(layers[::-1], sizes[:-1][::-1]):
        first = max(0, first * stride - pad)
        last = min(rows - 1, last * stride - pad + window - 1)
    return first, last

#: wrong · sizes looked up with layers.index · names "has each of two equal layers its own"
def seen(layers, size, place):
    sizes = [size]
    for w, s, p in layers:
        sizes.append((sizes[-1] + 2 * p - w) // s + 1)
    first = last = place
    for layer in reversed(layers):
        w, s, p = layer
        n = sizes[layers.index(layer)]
        first, last = max(first * s - p, 0), min(last * s - p + w - 1, n - 1)
    return first, last

#: wrong · sizes in a dictionary by layer · names "their maps have different sizes"
def seen(layers, size, place):
    sizes = {}
    for layer in layers:
        sizes[layer] = size
        size = (size + 2 * layer[2] - layer[0]) // layer[1] + 1
    first = last = place
    for layer in layers[::-1]:
        w, s, p = layer
        first = max(first * s - p, 0)
        last = min(last * s - p + w - 1, sizes[layer] - 1)
    return first, last

#: wrong · rounds the sizes · names "rounded down"
def seen(layers, size, place):
    sizes = [size]
    for w, s, p in layers:
        sizes.append(round((sizes[-1] + 2 * p - w) / s) + 1)
    first = last = place
    for (w, s, p), n in zip(reversed(layers), reversed(sizes[:-1])):
        first, last = max(first * s - p, 0), min(last * s - p + w - 1, n - 1)
    return first, last

#: wrong · stride 1 keeps the size · names "shrink with stride 1"
def seen(layers, size, place):
    sizes = [size]
    for w, s, p in layers:
        n = sizes[-1]
        sizes.append(n if s == 1 else (n + 2 * p - w) // s + 1)
    first = last = place
    for i in reversed(range(len(layers))):
        w, s, p = layers[i]
        first, last = max(first * s - p, 0), min(last * s - p + w - 1, sizes[i] - 1)
    return first, last

#: wrong · cuts off in front of the last layer and in the picture only
def seen(layers, size, place):
    n, sizes = size, []
    for w, s, p in layers:
        sizes.append(n)
        n = (n + 2 * p - w) // s + 1
    first = last = place
    for i in reversed(range(len(layers))):
        w, s, p = layers[i]
        first, last = first * s - p, last * s - p + w - 1
        if i == len(layers) - 1:
            last = min(last, sizes[i] - 1)
    return max(first, 0), min(last, size - 1)

#: wrong · last as in a slice · names "the one behind it, as for a slice"
def seen(layers, size, place):
    sizes = [size]
    for w, s, p in layers:
        sizes.append((sizes[-1] + 2 * p - w) // s + 1)
    first, last = place, place + 1
    for i in reversed(range(len(layers))):
        w, s, p = layers[i]
        first, last = max(first * s - p, 0), min((last - 1) * s - p + w, sizes[i])
    return first, last

#: wrong · sizes without + 1 · names "with the + 1"
def seen(layers, size, place):
    sizes = [size]
    for w, s, p in layers:
        sizes.append((sizes[-1] + 2 * p - w) // s)
    first = last = place
    for i in reversed(range(len(layers))):
        w, s, p = layers[i]
        first, last = max(first * s - p, 0), min(last * s - p + w - 1, sizes[i] - 1)
    return first, last
