#: tests · a split that gives each class its share, drawn by a seed, without overlap and without a loss

#: right · with permutations and setdiff1d
def split(t, share, seed):
    rng = np.random.default_rng(seed)
    val = []
    for number in sorted(set(t.tolist())):
        places = np.where(t == number)[0]
        val.extend(rng.permutation(places)[: int(round(share * len(places)))])
    val = np.sort(np.array(val, dtype=int))
    return np.setdiff1d(np.arange(len(t)), val), val

#: right · with choice, in lists
def split(t, share, seed):
    rng, train, val = np.random.default_rng(seed), [], []
    for number in np.unique(t):
        places = [place for place, label in enumerate(t) if label == number]
        drawn = set(rng.choice(places, size=round(share * len(places)), replace=False).tolist())
        for place in places:
            (val if place in drawn else train).append(place)
    return np.array(sorted(train), int), np.array(sorted(val), int)

#: right · halves rounded up
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: int(share * len(places) + 0.5)]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: right · a generator for each class
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[np.random.default_rng(seed).permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: right · lists, which may be empty
def split(t, share, seed):
    rng, train, val = np.random.default_rng(seed), [], []
    for number in np.unique(t):
        places = rng.permutation(np.flatnonzero(t == number))
        count = round(share * len(places))
        train.extend(places[count:])
        val.extend(places[:count])
    return sorted(train), sorted(val)

#: wrong · drawn from all · names "changes with the seed"
def split(t, share, seed):
    order = np.random.default_rng(seed).permutation(len(t))
    count = sum(round(share * np.sum(t == n)) for n in np.unique(t))
    return np.sort(order[count:]), np.sort(order[:count])

#: wrong · the first of each class · names "the first pictures of each class"
def split(t, share, seed):
    val = np.concatenate([np.flatnonzero(t == n)[: round(share * np.sum(t == n))] for n in np.unique(t)])
    return np.setdiff1d(np.arange(len(t)), val), np.sort(val)

#: wrong · without the seed · names "Does the generator get the seed"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · always the same seed · names "Another seed should give another split"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(0), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · the global random numbers · names "use default_rng(seed)"
def split(t, share, seed):
    np.random.seed(seed)
    drawn = np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[np.random.permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · drawn with replacement · names "each drawn at most once"
def split(t, share, seed):
    rng, val = np.random.default_rng(seed), []
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        val += rng.choice(places, round(share * len(places))).tolist()
    return np.setdiff1d(np.arange(len(t)), val), np.sort(np.array(val, int))

#: wrong · training keeps all · names "in both parts"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return np.arange(len(t)), np.flatnonzero(drawn)

#: wrong · masks · names "not True and False"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return ~drawn, drawn

#: wrong · class numbers and not places · names "Are these places"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return t[~drawn], t[drawn]

#: wrong · places in sorted t · names "as it came"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    start = 0
    for number in np.unique(t):
        n = int(np.sum(t == number))
        drawn[start + rng.permutation(n)[: round(share * n)]] = True
        start += n
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · rounded down · names "Rounded down"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: int(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · exchanged · names "exchanged"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(drawn), np.flatnonzero(~drawn)

#: wrong · not in order · names "rising order"
def split(t, share, seed):
    rng, train, val = np.random.default_rng(seed), [], []
    for number in np.unique(t):
        places = rng.permutation(np.flatnonzero(t == number))
        count = round(share * len(places))
        val += places[:count].tolist()
        train += places[count:].tolist()
    return np.array(train), np.array(val)

#: wrong · the same number of each class · names "so a large class gives more"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    count = round(share * len(t) / len(np.unique(t)))
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[:count]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · classes 0 and 1 only · names "does the loop go through np.unique(t)"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in (0, 1):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · the last picture is never drawn · names "should have its chance"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places[:-1])[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · shuffles t · names "changed its argument t in place"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    rng.shuffle(t)
    for number in np.unique(t):
        drawn[np.flatnonzero(t == number)[: round(share * np.sum(t == number))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · validation only · names "two arrays"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(drawn)

#: wrong · some are lost · names "in neither part"
def split(t, share, seed):
    rng, train, val = np.random.default_rng(seed), [], []
    for number in np.unique(t):
        places = rng.permutation(np.flatnonzero(t == number))
        val += places[: round(share * len(places))].tolist()
        train += places[: round((1 - share) * len(places)) - 1].tolist()
        train = [place for place in train if place not in val]
    return np.sort(train), np.sort(val)

#: wrong · class numbers from 0 on · names "does the loop go through np.unique(t)"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in range(t.max() + 1):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · a run of neighbours from a start by chance · names "different sets"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        start = rng.integers(len(places) - round(share * len(places)) + 1)
        drawn[places[start : start + round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · turned by chance, then the first · names "different sets"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[np.roll(places, rng.integers(len(places)))[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · turned by the seed · names "different sets"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[np.roll(places, seed)[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · each picture with chance share · names "changes with the seed"
def split(t, share, seed):
    drawn = np.random.default_rng(seed).random(len(t)) < share
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · places within the class · names "not within its class"
def split(t, share, seed):
    rng, val = np.random.default_rng(seed), []
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        val.extend(rng.permutation(len(places))[: round(share * len(places))])
    return np.setdiff1d(np.arange(len(t)), val), np.sort(val)

#: wrong · at least one of each class · names "Not its share"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in np.unique(t):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: max(1, round(share * len(places)))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)

#: wrong · counted from the end · names "Not its share"
def split(t, share, seed):
    rng, train, val = np.random.default_rng(seed), [], []
    for number in np.unique(t):
        places = rng.permutation(np.flatnonzero(t == number))
        count = round(share * len(places))
        train.extend(places[:-count])
        val.extend(places[-count:])
    return np.sort(train), np.sort(val)

#: wrong · the classes of the visible test · names "does the loop go through np.unique(t)"
def split(t, share, seed):
    rng, drawn = np.random.default_rng(seed), np.zeros(len(t), dtype=bool)
    for number in (3, 7):
        places = np.flatnonzero(t == number)
        drawn[rng.permutation(places)[: round(share * len(places))]] = True
    return np.flatnonzero(~drawn), np.flatnonzero(drawn)
