#: tests · covered pictures made without changing the picture, losses added up pixel by pixel, means over overlapping patches

#: right · with copies and two questions
def heat(score, x, patch, stride):
    tops, lefts = np.arange(0, x.shape[1] - patch + 1, stride), np.arange(0, x.shape[2] - patch + 1, stride)
    masks = np.zeros((len(tops) * len(lefts), *x.shape[1:]), bool)
    for number, mask in enumerate(masks):
        i, j = tops[number // len(lefts)], lefts[number % len(lefts)]
        mask[i : i + patch, j : j + patch] = True
    losses = score(x[None]) - score(np.where(masks[:, None], 0.5, x))
    sums, counts = np.einsum("n,nhw->hw", losses, masks), masks.sum(axis=0)
    return np.divide(sums, counts, out=np.zeros(sums.shape), where=counts > 0)

#: right · pixel by pixel
def heat(score, x, patch, stride):
    C, H, W = x.shape
    pictures, corners = [x], []
    for i in range(0, H - patch + 1, stride):
        for j in range(0, W - patch + 1, stride):
            picture = x.copy()
            picture[:, i : i + patch, j : j + patch] = 0.5
            pictures.append(picture)
            corners.append((i, j))
    scores = score(np.stack(pictures))
    result = np.zeros((H, W))
    for r in range(H):
        for c in range(W):
            losses = [
                scores[0] - scores[n + 1]
                for n, (i, j) in enumerate(corners)
                if i <= r < i + patch and j <= c < j + patch
            ]
            if losses:
                result[r, c] = sum(losses) / len(losses)
    return result

#: right · covered in float32
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None].astype(np.float32), len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: right · float32 sums
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W), np.float32), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · the wrong sign · names "the sign"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += one - whole
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · the score, not the loss · names "what is lost"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · sums · names "divide by how many"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums

#: wrong · divided by all places · names "not by all places"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / len(places)

#: wrong · divided by the pixels of a patch · names "not by that of the pixels"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / patch**2

#: wrong · the last one stays · names "overwrites"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] = whole - one
        counts[rows, columns] += 1
    return sums

#: wrong · nan where no patch was · names "0 is divided by 0"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / counts

#: wrong · patches pile up · names "the patches before are still there"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures, picture = [x], x.copy()
    for rows, columns in places:
        picture[:, rows, columns] = 0.5
        pictures.append(picture.copy())
    pictures = np.stack(pictures)
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · one picture, stacked as often as there are places · names "make a copy for each place"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures, picture = [x], x.copy()
    for rows, columns in places:
        picture[:, rows, columns] = 0.5
        pictures.append(picture)
    pictures = np.stack(pictures)
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · x itself is covered · names "in place"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
        x[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · not at the border · names "the patch may lie at the border"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch, stride)
        for j in range(0, W - patch, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · the first channel only · names "only one channel is covered"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[0, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · covered with 0 · names "covered with 0"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · steps of 1 · names "the step is stride, and not 1"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1)
        for j in range(0, W - patch + 1)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · steps of the patch · names "the step is stride, and not patch"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, patch)
        for j in range(0, W - patch + 1, patch)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · one number for each place · names "a number for each place"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    return (whole - np.array(covered)).reshape((H - patch) // stride + 1, -1)

#: wrong · the corners only · names "only the upper left corner"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows.start, columns.start] += whole - one
        counts[rows.start, columns.start] += 1
    return sums / np.maximum(counts, 1)

#: wrong · asks for each place · names "give it all pictures at once"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = [score(picture[None])[0] for picture in pictures]
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · asks for a single picture · names "A single picture is x[None]"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, covered = score(x), score(pictures[1:])
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · transposed · names "Rows and columns are exchanged"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return (sums / np.maximum(counts, 1)).T

#: wrong · a patch of patch + 1 · names "not patch + 1"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch + 1), slice(j, j + patch + 1))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · divided by the largest number · names "divide each pixel by"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / counts.max()

#: wrong · the size of the loss · names "a loss may be negative"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += abs(whole - one)
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · covered with the mean colour, as in the lesson · names "with the number 0.5"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = x.mean(axis=(1, 2), keepdims=True)
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · covered with the mean of the picture · names "with the number 0.5"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = x.mean()
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · covered with the patch's own mean · names "with the number 0.5"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = picture[:, rows, columns].mean(axis=(1, 2), keepdims=True)
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · three channels
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:3, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · two channels by hand
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:2, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · divided by its maximum · names "by its largest number"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    mean = sums / np.maximum(counts, 1)
    return mean / mean.max()

#: wrong · a share of the score · names "a difference of two scores"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += (whole - one) / whole
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · patches that stick out · names "patches stick out"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H, stride)
        for j in range(0, W, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · H for rows and columns · names "the columns go to W"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, H - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · W for rows and columns · names "the rows go to H"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, W - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · patch + 1 rows covered · names "not patch + 1"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows.start : rows.stop + 1, columns.start : columns.stop + 1] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · patch + 1 rows filled · names "not patch + 1"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    places = [(slice(i.start, i.stop + 1), slice(j.start, j.stop + 1)) for i, j in places]
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · losses cut at 0 · names "a loss may be negative"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += max(whole - one, 0)
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)

#: wrong · the largest loss · names "the mean of the losses, not the largest"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] = np.maximum(sums[rows, columns], whole - one)
        counts[rows, columns] += 1
    return sums

#: wrong · counted from 1 · names "Yours is 1/2 times"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    sums, counts = np.zeros((H, W)), np.ones((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / counts

#: wrong · losses in the order of columns · names "in the wrong places"
def heat(score, x, patch, stride):
    _, H, W = x.shape
    places = [
        (slice(i, i + patch), slice(j, j + patch))
        for i in range(0, H - patch + 1, stride)
        for j in range(0, W - patch + 1, stride)
    ]
    pictures = np.repeat(x[None], len(places) + 1, axis=0)
    for picture, (rows, columns) in zip(pictures[1:], places, strict=True):
        picture[:, rows, columns] = 0.5
    whole, *covered = score(pictures)
    places.sort(key=lambda place: place[1].start)
    sums, counts = np.zeros((H, W)), np.zeros((H, W))
    for (rows, columns), one in zip(places, covered, strict=True):
        sums[rows, columns] += whole - one
        counts[rows, columns] += 1
    return sums / np.maximum(counts, 1)
