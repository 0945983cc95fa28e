#: tests · settings of a random search: a generator of its own for each pair of seed and trial, even, log and whole scales, ends included
#: right · children of the seed
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: right · a sequence of two numbers, quantiles
def draw(space, seed, trial):
    u = dict(zip(space, np.random.default_rng([seed, trial]).random(len(space))))
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "log":
            settings[name] = low * (high / low) ** u[name]
        elif scale == "whole":
            settings[name] = int(np.floor(low + u[name] * (high - low + 1)))
        else:
            settings[name] = low + (high - low) * u[name]
    return settings

#: right · one generator, trial after trial
def draw(space, seed, trial):
    rng = np.random.default_rng(seed)
    for _ in range(trial + 1):
        u = rng.random(len(space))
    settings = {}
    for share, (name, (scale, low, high)) in zip(u.tolist(), space.items()):
        settings[name] = {
            "even": low + share * (high - low),
            "log": np.exp(np.log(max(low, 1e-300)) + share * np.log(high / low)) if scale == "log" else 0,
            "whole": int(low + share * (high + 1 - low) // 1),
        }[scale]
    return settings

#: right · a child for each setting
def draw(space, seed, trial):
    children = np.random.SeedSequence(seed, spawn_key=(trial,)).spawn(len(space))
    rngs = [np.random.default_rng(child) for child in children]
    kinds = {
        "even": lambda rng, low, high: float(rng.uniform(low, high)),
        "log": lambda rng, low, high: float(np.exp2(rng.uniform(*np.log2([low, high])))),
        "whole": lambda rng, low, high: int(rng.choice(np.arange(low, high + 1))),
    }
    return {name: kinds[scale](rng, low, high) for rng, (name, (scale, low, high)) in zip(rngs, space.items())}

#: wrong · seed + trial · names "children of the seed"
def draw(space, seed, trial):
    rng = np.random.default_rng(seed + trial)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · seed · trial · names "same settings"
def draw(space, seed, trial):
    rng = np.random.default_rng(seed * trial)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · 1000 · seed + trial, right in the visible test · names "children of the seed"
def draw(space, seed, trial):
    rng = np.random.default_rng(1000 * seed + trial)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · 100 · seed + trial, right in the visible test · names "children of the seed"
def draw(space, seed, trial):
    rng = np.random.default_rng(100 * seed + trial)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · seed and 1000 · trial added, right in the visible test · names "children of the seed"
def draw(space, seed, trial):
    rng = np.random.default_rng(seed + 1000 * trial)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · digits side by side, right in the visible test · names "children of the seed"
def draw(space, seed, trial):
    rng = np.random.default_rng(int(f'{seed}{trial}'))
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · seed or trial, bit by bit · names "same settings"
def draw(space, seed, trial):
    rng = np.random.default_rng(seed ^ trial)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · the seed alone · names "have the same settings"
def draw(space, seed, trial):
    rng = np.random.default_rng(seed)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · the trial alone · names "The seed counts"
def draw(space, seed, trial):
    rng = np.random.default_rng(trial)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · no seed · names "Asked for the same trial"
def draw(space, seed, trial):
    rng = np.random.default_rng()
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · a generator that goes on from call to call · names "Asked for the same trial"
going = {}
def draw(space, seed, trial):
    rng = going.setdefault(seed, np.random.default_rng(seed))
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · NumPy's global numbers, with a seed · names "same settings"
def draw(space, seed, trial):
    np.random.seed(seed + trial)
    rng = np.random
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.randint(low, high + 1)
    return settings

#: wrong · NumPy's global numbers, seeded from the pair · names "global random numbers"
def draw(space, seed, trial):
    np.random.seed(np.random.SeedSequence([seed, trial]).generate_state(4))
    rng = np.random
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.randint(low, high + 1)
    return settings

#: wrong · the same random number for all settings · names "go together"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    u = rng.random()
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = low + u * (high - low)
        elif scale == "log":
            settings[name] = low * (high / low) ** u
        else:
            settings[name] = int(low + u * (high + 1 - low))
    return settings

#: wrong · a new generator for each setting, from the same seed · names "go together"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        rng = np.random.default_rng([seed, trial])
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · log drawn evenly · names "and not on a log scale"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = rng.uniform(low, high)
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · the exponent is given · names "That is the exponent"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · the logarithm of a draw · names "That is the exponent"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = np.log10(rng.uniform(low, high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · exp of log10 · names "exp belongs to log"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = np.exp(rng.uniform(np.log10(low), np.log10(high)))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · 10 to the power of a natural logarithm · names "become exponents first"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log(low), np.log(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · the ends as exponents · names "become exponents first"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(low, high)
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · powers of ten only · names "need not be a whole number"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10.0 ** rng.integers(round(np.log10(low)), round(np.log10(high)) + 1)
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · the upper end is missing · names "both ends may come"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high)
    return settings

#: wrong · beyond the upper end · names "beyond the end"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 2)
    return settings

#: wrong · rounded, so the ends come half as often · names "half as often"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = round(rng.uniform(low, high))
    return settings

#: wrong · cut to whole numbers, so the upper end never comes · names "both ends may come"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = int(rng.uniform(low, high))
    return settings

#: wrong · cut towards 0, right in the visible test · names "both ends may come"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = int(rng.uniform(low, high + 1))
    return settings

#: wrong · a float · names "should be a whole number"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = np.floor(rng.uniform(low, high + 1))
    return settings

#: wrong · whole numbers are not whole · names "should be a whole number"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.uniform(low, high)
    return settings

#: wrong · whole numbers on a log scale · names "should be each whole number"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = int(low * ((high + 1) / low) ** rng.random()) if low > 0 else rng.integers(low, high + 1)
    return settings

#: wrong · even on a log scale · names "and not evenly"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = (low * (high / low) ** rng.random() if low > 0 else rng.uniform(low, high))
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · even from 0 to high · names "not between"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.random() * high
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · even: low + u · high · names "not between"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = low + rng.random() * high
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · return inside the loop · names "inside the loop"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
        return settings

#: wrong · arrays of one number · names "should be one number"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high, 1)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · values only · names "dictionary with the names"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return list(settings.values())

#: wrong · takes the entry out of space · names "changed its argument"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    space.clear()
    return settings

#: wrong · forgets to return · names "is a `return` missing"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)

#: wrong · a grid of ten values, side by side
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = low + (high - low) * ((trial + seed / 7.3) * 0.001 % 1)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · even on a normal curve · names "a quarter of the draws"
def draw(space, seed, trial):
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(trial + 1)[trial])
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = min(high, max(low, rng.normal((low + high) / 2, (high - low) / 6)))
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high + 1)
    return settings

#: wrong · as many numbers skipped as trials · names "is to be drawn by itself"
def draw(space, seed, trial):
    rng = np.random.default_rng(seed)
    rng.random(trial)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high, endpoint=True)
    return settings

#: wrong · the hash of a text, right in the visible test · names "the hash of a text"
def draw(space, seed, trial):
    rng = np.random.default_rng(abs(hash(f"{seed}-{trial}")))
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high, endpoint=True)
    return settings

#: wrong · remembers a trial whatever the space is, right in the visible test · names "kept from another space"
cache = {}


def draw(space, seed, trial):
    if (seed, trial) in cache:
        return dict(cache[seed, trial])
    child = np.random.SeedSequence(seed).spawn(trial + 1)[trial]
    rng = np.random.default_rng(child)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(np.log10(low), np.log10(high))
        else:
            settings[name] = rng.integers(low, high, endpoint=True)
    cache[seed, trial] = settings
    return settings

#: wrong · log: the ends rounded to whole exponents, right in the visible test · names "as they are, not rounded"
def draw(space, seed, trial):
    child = np.random.SeedSequence(seed).spawn(trial + 1)[trial]
    rng = np.random.default_rng(child)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = 10 ** rng.uniform(int(np.log10(low)), int(np.log10(high)))
        else:
            settings[name] = rng.integers(low, high, endpoint=True)
    return settings

#: wrong · log rounded to three digits · names "Was it rounded"
def draw(space, seed, trial):
    child = np.random.SeedSequence(seed).spawn(trial + 1)[trial]
    rng = np.random.default_rng(child)
    settings = {}
    for name, (scale, low, high) in space.items():
        if scale == "even":
            settings[name] = rng.uniform(low, high)
        elif scale == "log":
            settings[name] = float(f"{10 ** rng.uniform(np.log10(low), np.log10(high)):.3g}")
        else:
            settings[name] = rng.integers(low, high, endpoint=True)
    return settings
