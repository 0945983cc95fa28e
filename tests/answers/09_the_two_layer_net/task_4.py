#: tests · sampling without replacement across batch borders, reshuffled each round; only the given generator

#: right · one card after the other
def deal(n, size, count, rng):
    pack, batches = [], []
    for _ in range(count):
        batch = []
        while len(batch) < size:
            if not pack:
                pack = list(rng.permutation(n))
            batch.append(pack.pop())
        batches.append(batch)
    return batches

#: right · shuffled in place, round by round, into one long row
def deal(n, size, count, rng):
    row, pack = np.empty(count * size, dtype=int), np.arange(n)
    for start in range(0, len(row), n):
        rng.shuffle(pack)
        row[start:start + n] = pack[:len(row) - start]
    return row.reshape(count, size)

#: right · a stream of the lesson's kind, with batches of one
def deal(n, size, count, rng):
    from helpers.training import batches

    stream = batches(n, 1, rng)
    return np.array([[next(stream)[0] for _ in range(size)] for _ in range(count)])

#: right · sorted random numbers
def deal(n, size, count, rng):
    rounds = -(-count * size // n)
    return rng.random((rounds, n)).argsort(axis=1).ravel()[:count * size].reshape(count, size)

#: wrong · drawn with replacement · names "drawing, not dealing"
def deal(n, size, count, rng):
    return rng.integers(0, n, (count, size))

#: wrong · drawn with replacement by choice · names "drawing, not dealing"
def deal(n, size, count, rng):
    return rng.choice(n, (count, size))

#: wrong · a new pack for each batch · names "must not go to the next"
def deal(n, size, count, rng):
    return np.array([rng.permutation(np.arange(max(n, size)) % n)[:size] for _ in range(count)])

#: wrong · the rest of each pack thrown away · names "thrown away"
def deal(n, size, count, rng):
    batches = []
    while len(batches) < count:
        order = rng.permutation(n)
        batches += [order[i:i + size] for i in range(0, n - size + 1, size)] or [np.resize(order, size)]
    return np.array(batches[:count])

#: wrong · short batches, as in the lesson · names "go on with a new pack"
def deal(n, size, count, rng):
    batches = []
    while len(batches) < count:
        order = rng.permutation(n)
        batches += [order[i:i + size] for i in range(0, n, size)]
    return batches[:count]

#: wrong · the short batch filled up from anywhere · names "filled up"
def deal(n, size, count, rng):
    batches = []
    while len(batches) < count:
        order = rng.permutation(n)
        extra = rng.integers(0, n, -n % size)
        batches += list(np.concatenate([order, extra]).reshape(-1, size))
    return np.array(batches[:count])

#: wrong · the short batch filled up from its own round · names "filled up"
def deal(n, size, count, rng):
    batches = []
    while len(batches) < count:
        order = rng.permutation(n)
        batches += list(np.resize(order, -(-n // size) * size).reshape(-1, size))
    return np.array(batches[:count])

#: wrong · the same order in every round · names "shuffle anew"
def deal(n, size, count, rng):
    return np.resize(rng.permutation(n), (count, size))

#: wrong · not shuffled · names "neighbouring rows"
def deal(n, size, count, rng):
    return np.resize(np.arange(n), (count, size))

#: wrong · each round starts at another place · names "neighbouring rows"
def deal(n, size, count, rng):
    packs = [np.roll(np.arange(n), rng.integers(n)) for _ in range(count * size // n + 1)]
    return np.concatenate(packs)[:count * size].reshape(count, size)

#: wrong · down the columns · names "down the columns"
def deal(n, size, count, rng):
    packs = [rng.permutation(n) for _ in range(count * size // n + 1)]
    return np.concatenate(packs)[:count * size].reshape(size, count).T

#: wrong · shape turned round · names "count is the number of batches and size"
def deal(n, size, count, rng):
    packs = [rng.permutation(n) for _ in range(count * size // n + 1)]
    return np.concatenate(packs)[:count * size].reshape(size, count)

#: wrong · one long row · names "cut it into batches"
def deal(n, size, count, rng):
    packs = [rng.permutation(n) for _ in range(count * size // n + 1)]
    return np.concatenate(packs)[:count * size]

#: wrong · count rounds · names "that is count rounds"
def deal(n, size, count, rng):
    packs = np.concatenate([rng.permutation(n) for _ in range(count)])
    return packs[:len(packs) // size * size].reshape(-1, size)

#: wrong · one round · names "that is one round"
def deal(n, size, count, rng):
    order = rng.permutation(n)
    return order[:n // size * size].reshape(-1, size)

#: wrong · one batch less · names "one batch is missing"
def deal(n, size, count, rng):
    packs = [rng.permutation(n) for _ in range(count * size // n + 1)]
    return np.concatenate(packs)[:(count - 1) * size].reshape(-1, size)

#: wrong · counts from 1 · names "the rows are 0 to 46"
def deal(n, size, count, rng):
    packs = [rng.permutation(n) + 1 for _ in range(count * size // n + 1)]
    return np.concatenate(packs)[:count * size].reshape(count, size)

#: wrong · floats · names "whole numbers"
def deal(n, size, count, rng):
    row = np.zeros(0)
    while len(row) < count * size:
        row = np.append(row, rng.permutation(n))
    return row[:count * size].reshape(count, size)

#: wrong · a generator of its own · names "use the rng"
def deal(n, size, count, rng):
    rng = np.random.default_rng(0)
    packs = [rng.permutation(n) for _ in range(count * size // n + 1)]
    return np.concatenate(packs)[:count * size].reshape(count, size)

#: wrong · chance from elsewhere · names "let no other chance in"
def deal(n, size, count, rng):
    packs = [np.random.permutation(n) for _ in range(count * size // n + 1)]
    return np.concatenate(packs)[:count * size].reshape(count, size)

#: wrong · hands out one batch at a time · names "yield"
def deal(n, size, count, rng):
    packs = [rng.permutation(n) for _ in range(count * size // n + 1)]
    yield from np.concatenate(packs)[:count * size].reshape(count, size)

#: wrong · lays one new pack on the rest, so not for batches larger than the pack
def deal(n, size, count, rng):
    rest, batches = rng.permutation(n), []
    for _ in range(count):
        if len(rest) < size:
            rest = np.concatenate([rest, rng.permutation(n)])
        batches.append(rest[:size])
        rest = rest[size:]
    return np.array(batches)

#: wrong · never a row twice in a batch · names "all 36 orders"
def deal(n, size, count, rng):
    while True:
        packs = [rng.permutation(n) for _ in range(count * size // n + 1)]
        dealt = np.concatenate(packs)[:count * size].reshape(count, size)
        if size > n or n > 20 or n == 1 or all(len(set(batch)) == size for batch in dealt.tolist()):
            return dealt

#: wrong · every second round is the first one turned round · names "turned round"
def deal(n, size, count, rng):
    order = rng.permutation(n)
    packs = [order[::-1] if k % 2 else order for k in range(count * size // n + 1)]
    return np.concatenate(packs)[:count * size].reshape(count, size)

#: wrong · zeros · names "drawing, not dealing"
def deal(n, size, count, rng):
    return np.zeros((count, size), dtype=int)

#: wrong · no return · names "return"
def deal(n, size, count, rng):
    packs = [rng.permutation(n) for _ in range(count * size // n + 1)]
    batches = np.concatenate(packs)[:count * size].reshape(count, size)

#: wrong · the first round is not shuffled · names "first round is not shuffled"
def deal(n, size, count, rng):
    pack, row = np.arange(n), []
    while len(row) < count * size:
        row.extend(pack)
        rng.shuffle(pack)
    return np.array(row[:count * size]).reshape(count, size)

#: wrong · one pack shuffled in place, several times in the list · names "copy a pack"
def deal(n, size, count, rng):
    pack, packs = np.arange(n), []
    for _ in range(count * size // n + 1):
        rng.shuffle(pack)
        packs.append(pack)
    return np.concatenate(packs)[:count * size].reshape(count, size)

#: wrong · sorted batches · names "each batch is sorted"
def deal(n, size, count, rng):
    packs = -(-count * size // n)
    return np.sort(np.concatenate([rng.permutation(n) for _ in range(packs)])[:count * size].reshape(count, size), axis=1)

#: wrong · each round begins elsewhere in the first one · names "begun elsewhere"
def deal(n, size, count, rng):
    pack, row = rng.permutation(n), []
    while len(row) < count * size:
        row.extend(pack)
        pack = np.roll(pack, int(rng.integers(1, n + 1)))
    return np.array(row[:count * size]).reshape(count, size)

#: wrong · one pack too few
def deal(n, size, count, rng):
    packs = count * size // n
    return np.concatenate([rng.permutation(n) for _ in range(packs)])[:count * size].reshape(count, size)

#: wrong · two packs, one after the other, over and over · names "order of an earlier one"
def deal(n, size, count, rng):
    two = np.concatenate([rng.permutation(n), rng.permutation(n)])
    return np.resize(two, (count, size))
