#: tests · reading a faulty loop: entries not put back, one side only, arrays of integers, the caller's array

#: right · unit arrows
def gradients_at(f, points, h=1e-5):
    return np.array([[(f(p + h * e) - f(p - h * e)) / (2 * h) for e in np.eye(len(p))] for p in points])

#: right · numerical_gradient for each row, as floats
def gradients_at(f, points, h=1e-5):
    return [numerical_gradient(f, np.array(point, dtype=float), h) for point in points]

#: right · the code above, put right
def gradients_at(f, points, h=1e-5):
    points = points.astype(float)
    gradients = np.zeros_like(points)
    for n in range(len(points)):
        point = points[n]
        for d in range(len(point)):
            before = point[d]
            point[d] = before + h
            above = f(point)
            point[d] = before - h
            below = f(point)
            point[d] = before
            gradients[n, d] = (above - below) / (2 * h)
    return gradients

#: wrong · the code as given · names "in place"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros_like(points)
    for n in range(len(points)):
        point = points[n]
        here = f(point)
        for d in range(len(point)):
            point[d] += h
            gradients[n, d] = (f(point) - here) / h
    return gradients

#: wrong · a copy of each row, nothing else · names "f of the place before is kept"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros_like(points)
    for n in range(len(points)):
        point = points[n].copy()
        here = f(point)
        for d in range(len(point)):
            point[d] += h
            gradients[n, d] = (f(point) - here) / h
    return gradients

#: wrong · here measured anew, but nothing put back · names "is not put back before the next"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros_like(points)
    for n in range(len(points)):
        point = points[n].copy()
        for d in range(len(point)):
            here = f(point)
            point[d] += h
            gradients[n, d] = (f(point) - here) / h
    return gradients

#: wrong · central, nothing put back · names "left at x - h"
def gradients_at(f, points, h=1e-5):
    points = points.astype(float)
    gradients = np.zeros_like(points)
    for n, point in enumerate(points):
        for d in range(len(point)):
            point[d] += h
            above = f(point)
            point[d] -= 2 * h
            gradients[n, d] = (above - f(point)) / (2 * h)
    return gradients

#: wrong · all is right but one side · names "forward differences"
def gradients_at(f, points, h=1e-5):
    return np.array([[(f(p + h * e) - f(p)) / h for e in np.eye(len(p))] for p in points.astype(float)])

#: wrong · looks back only · names "backwards"
def gradients_at(f, points, h=1e-5):
    return np.array([[(f(p) - f(p - h * e)) / h for e in np.eye(len(p))] for p in points.astype(float)])

#: wrong · divided by h · names "2h apart"
def gradients_at(f, points, h=1e-5):
    return np.array([[(f(p + h * e) - f(p - h * e)) / h for e in np.eye(len(p))] for p in points.astype(float)])

#: wrong · half a slope · names "half a slope"
def gradients_at(f, points, h=1e-5):
    return np.array([[(f(p + h * e) - f(p)) / (2 * h) for e in np.eye(len(p))] for p in points.astype(float)])

#: wrong · moved in the caller's array, put back by adding h · names "in place"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros(points.shape)
    for n, d in np.ndindex(points.shape):
        points[n, d] += h
        above = f(points[n])
        points[n, d] -= 2 * h
        gradients[n, d] = (above - f(points[n])) / (2 * h)
        points[n, d] += 3 * h
    return gradients

#: wrong · everything but the whole numbers · names "and the gradients lose their decimals in arrays"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros_like(points)
    for n in range(len(points)):
        point = points[n].copy()
        for d in range(len(point)):
            before = point[d]
            point[d] = before + h
            above = f(point)
            point[d] = before - h
            gradients[n, d] = (above - f(point)) / (2 * h)
            point[d] = before
    return gradients

#: wrong · float gradients, whole points · names "the gradients are floats now"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros(points.shape)
    for n in range(len(points)):
        point = points[n].copy()
        for d in range(len(point)):
            before = point[d]
            point[d] = before + h
            above = f(point)
            point[d] = before - h
            gradients[n, d] = (above - f(point)) / (2 * h)
            point[d] = before
    return gradients

#: wrong · float points, whole gradients · names "cut off in an array of integers"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros_like(points)
    for n, d in np.ndindex(points.shape):
        e = h * np.eye(points.shape[1])[d]
        gradients[n, d] = (f(points[n] + e) - f(points[n] - e)) / (2 * h)
    return gradients

#: wrong · only the first point · names "only the first point"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros(points.shape)
    gradients[0] = numerical_gradient(f, points[0].astype(float), h)
    return gradients

#: wrong · returns inside the loop
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros(points.shape)
    for n, point in enumerate(points.astype(float)):
        gradients[n] = numerical_gradient(f, point, h)
        return gradients

#: wrong · gradients of all points added · names "must not be added up"
def gradients_at(f, points, h=1e-5):
    return sum(numerical_gradient(f, point.copy(), h) for point in points.astype(float))

#: wrong · walks over columns: the transposed table of the lesson · names "f takes one point"
def gradients_at(f, points, h=1e-5):
    return np.array([numerical_gradient(f, column.copy(), h) for column in points.astype(float).T]).T

#: wrong · all points as one · names "f takes one point"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros(points.shape)
    for d in range(points.shape[1]):
        step = h * np.eye(points.shape[1])[d]
        gradients[:, d] = (f(points + step) - f(points - step)) / (2 * h)
    return gradients

#: wrong · points of whole numbers refused · names "TypeError"
def gradients_at(f, points, h=1e-5):
    return np.array([numerical_gradient(f, point.copy(), h) for point in points])

#: wrong · never more than three inputs
def gradients_at(f, points, h=1e-5):
    points = points.astype(float)
    gradients = np.zeros(points.shape)
    for n in range(len(points)):
        for d in range(min(3, points.shape[1])):
            e = h * np.eye(points.shape[1])[d]
            gradients[n, d] = (f(points[n] + e) - f(points[n] - e)) / (2 * h)
    return gradients

#: wrong · h of its own · names "step of its own"
def gradients_at(f, points, h=1e-5):
    return np.array([numerical_gradient(f, point.copy()) for point in points.astype(float)])

#: wrong · missing return · names "return"
def gradients_at(f, points, h=1e-5):
    gradients = [numerical_gradient(f, point.copy(), h) for point in points.astype(float)]

#: right · asarray, but each entry is put back exactly
def gradients_at(f, points, h=1e-5):
    work = np.asarray(points, dtype=float)
    gradients = np.empty(work.shape)
    for n, d in np.ndindex(work.shape):
        before = work[n, d]
        work[n, d] = before + h
        above = f(work[n])
        work[n, d] = before - h
        below = f(work[n])
        work[n, d] = before
        gradients[n, d] = (above - below) / (2 * h)
    return gradients

#: wrong · the caller's points are moved (the rest is right) · names "in place"
def gradients_at(f, points, h=1e-5):
    gradients = np.zeros(points.shape)
    points = np.asarray(points, dtype=float)
    for n in range(len(points)):
        point = points[n]
        for d in range(len(point)):
            point[d] += h
            above = f(point)
            point[d] -= 2 * h
            below = f(point)
            point[d] += h
            gradients[n, d] = (above - below) / (2 * h)
    return gradients

#: wrong · a float only if the dtype is int64 · names "x + h, x - h and the gradients lose"
def gradients_at(f, points, h=1e-5):
    points = points.astype(float) if points.dtype == np.int64 else points.copy()
    gradients = np.zeros_like(points)
    for n in range(len(points)):
        for d in range(points.shape[1]):
            before = points[n, d]
            points[n, d] = before + h
            above = f(points[n])
            points[n, d] = before - h
            below = f(points[n])
            points[n, d] = before
            gradients[n, d] = (above - below) / (2 * h)
    return gradients

#: wrong · gradients written into the array that is being moved · names "written over the point"
def gradients_at(f, points, h=1e-5):
    gradients = np.array(points, dtype=float)
    for n in range(len(gradients)):
        point = gradients[n]
        for d in range(len(point)):
            before = point[d]
            point[d] = before + h
            above = f(point)
            point[d] = before - h
            below = f(point)
            point[d] = before
            gradients[n, d] = (above - below) / (2 * h)
    return gradients

#: wrong · the mean over the points · names "mean over the points"
def gradients_at(f, points, h=1e-5):
    return np.mean([numerical_gradient(f, point, h) for point in points.astype(float)], axis=0)

#: wrong · puts the entries back, but only in the copy of the first point · names "gradient at the first point"
def gradients_at(f, points, h=1e-5):
    points = np.array(points, dtype=float)
    point = points[0]
    gradients = np.zeros_like(points)
    for n in range(len(points)):
        for d in range(len(point)):
            before = point[d]
            point[d] = before + h
            above = f(point)
            point[d] = before - h
            below = f(point)
            point[d] = before
            gradients[n, d] = (above - below) / (2 * h)
    return gradients

#: wrong · float32 for the work
def gradients_at(f, points, h=1e-5):
    work = points.astype(np.float32)
    gradients = np.zeros(points.shape)
    for n in range(len(work)):
        for d in range(work.shape[1]):
            above, below = work[n].copy(), work[n].copy()
            above[d] += h
            below[d] -= h
            gradients[n, d] = (f(above) - f(below)) / (2 * h)
    return gradients
