#: tests · a comparator out of NANDs, of any length: the most significant place that differs decides
#: right · from the top, with "all alike so far"
def larger(a, b, nand):
    def and_(p, q):
        return nand(nand(p, q), 1)

    def or_(p, q):
        return nand(nand(p, 1), nand(q, 1))

    result, alike = 0, 1
    for p, q in zip(a, b):
        p_only, q_only = and_(p, nand(q, q)), and_(q, nand(p, p))
        result = or_(result, and_(alike, p_only))
        alike = and_(alike, nand(or_(p_only, q_only), 1))
    return result

#: right · the last carry of a + (not b), its majority of three in NANDs
def larger(a, b, nand):
    carry = 0
    for k in range(len(a) - 1, -1, -1):
        not_a, not_b = nand(a[k], a[k]), nand(b[k], 1)
        carry = nand(nand(a[k], not_b), nand(carry, nand(not_a, b[k])))
    return carry

#: right · task 2's selector, called for every place
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 0
    for place in reversed(range(len(a))):
        n = nand(a[place], b[place])
        differ = nand(nand(a[place], n), nand(b[place], n))
        result = choose(result, a[place], differ, nand)
    return result

#: right · recursive
def larger(a, b, nand):
    p, q, not_q = a[0], b[0], nand(b[0], b[0])
    if len(a) == 1:
        return nand(nand(p, not_q), 1)
    rest = larger(a[1:], b[1:], nand)
    either = nand(nand(p, p), q)  # p or not q
    return nand(nand(p, not_q), nand(either, rest))

#: wrong · 1 where both are the same · names "the same, too"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 1
    for p, q in zip(a[::-1], b[::-1]):
        n = nand(p, q)
        result = choose(result, p, nand(nand(p, n), nand(q, n)), nand)
    return result

#: wrong · smaller · names "where a is smaller"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 0
    for p, q in zip(a[::-1], b[::-1]):
        n = nand(p, q)
        result = choose(result, q, nand(nand(p, n), nand(q, n)), nand)
    return result

#: wrong · a NOT at the end · names "the opposite"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 0
    for p, q in zip(a[::-1], b[::-1]):
        n = nand(p, q)
        result = choose(result, p, nand(nand(p, n), nand(q, n)), nand)
    return nand(result, result)

#: wrong · from the wrong end · names "took it for the ones"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 0
    for p, q in zip(a, b):
        n = nand(p, q)
        result = choose(result, p, nand(nand(p, n), nand(q, n)), nand)
    return result

#: wrong · from the wrong end, and q in place of p · names "took the first bit for the ones"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 0
    for p, q in zip(a, b):
        n = nand(p, q)
        result = choose(result, q, nand(nand(p, n), nand(q, n)), nand)
    return result

#: wrong · any place with 1 over 0 · names "may say otherwise"
def larger(a, b, nand):
    result = 0
    for p, q in zip(a, b):
        p_only = nand(p, nand(q, q))
        result = nand(nand(result, result), p_only)
    return result

#: wrong · first bits only · names "the first bits only"
def larger(a, b, nand):
    y = nand(a[0], nand(b[0], b[0]))
    return nand(y, y)

#: wrong · last bits only · names "the last bits only"
def larger(a, b, nand):
    for p, q in zip(a, b):
        y = nand(p, nand(q, q))
        result = nand(y, y)
    return result

#: wrong · different · names "where they are different"
def larger(a, b, nand):
    result = 0
    for p, q in zip(a, b):
        n = nand(p, q)
        differ = nand(nand(p, n), nand(q, n))
        result = nand(nand(result, result), nand(differ, differ))
    return result

#: wrong · compares the lists · names "only the nand"
def larger(a, b, nand):
    return a > b

#: wrong · reads the numbers · names "only the nand"
def larger(a, b, nand):
    a_number = sum(2**k * bit for k, bit in enumerate(reversed(a)))
    b_number = sum(2**k * bit for k, bit in enumerate(reversed(b)))
    return int(a_number > b_number)

#: wrong · an if · names "only the nand"
def larger(a, b, nand):
    for p, q in zip(a, b):
        if p != q:
            return p
    return 0

#: wrong · the nand of the first cell · names "only the nand"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


gate = nand
def larger(a, b, nand):
    result = 0
    for p, q in zip(a[::-1], b[::-1]):
        n = gate(p, q)
        result = choose(result, p, gate(gate(p, n), gate(q, n)), gate)
    return result

#: wrong · made for three bits · names "the last three bits only"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 0
    for p, q in zip(a[::-1][:3], b[::-1][:3]):
        n = nand(p, q)
        result = choose(result, p, nand(nand(p, n), nand(q, n)), nand)
    return result

#: wrong · made for three bits, from the top · names "the first three bits only"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 0
    for k in (2, 1, 0):
        n = nand(a[k], b[k])
        result = choose(result, a[k], nand(nand(a[k], n), nand(b[k], n)), nand)
    return result

#: wrong · the answer of every place · names "one wire"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result, all_places = 0, []
    for p, q in zip(a[::-1], b[::-1]):
        n = nand(p, q)
        result = choose(result, p, nand(nand(p, n), nand(q, n)), nand)
        all_places.append(result)
    return all_places

#: wrong · returns inside the loop, after the ones · names "the last bits only"
def larger(a, b, nand):
    for p, q in zip(a[::-1], b[::-1]):
        y = nand(p, nand(q, q))
        return nand(y, y)

#: wrong · always 0 · names "one wire"
def larger(a, b, nand):
    return 0

#: wrong · always 0, by gates · names "never says 1"
def larger(a, b, nand):
    return nand(1, 1)

#: wrong · no return · names "return"
def choose(p, q, which, nand):
    return nand(nand(p, nand(which, which)), nand(q, which))


def larger(a, b, nand):
    result = 0
    for p, q in zip(a[::-1], b[::-1]):
        n = nand(p, q)
        result = choose(result, p, nand(nand(p, n), nand(q, n)), nand)

#: wrong · the selector the wrong way round · names "for example, it says"
def larger(a, b, nand):
    def differ(p, q):
        n = nand(p, q)
        return nand(nand(p, n), nand(q, n))

    def pick(p, q, which):
        return nand(nand(p, nand(which, which)), nand(q, which))

    result = 0
    for p, q in zip(a[::-1], b[::-1]):
        result = pick(p, result, differ(p, q))
    return result

#: wrong · range stops before the ones are read · names "leaves out the last bits"
def larger(a, b, nand):
    def differ(p, q):
        n = nand(p, q)
        return nand(nand(p, n), nand(q, n))

    def pick(p, q, which):
        return nand(nand(p, nand(which, which)), nand(q, which))

    result = 0
    for k in range(len(a) - 1):
        result = pick(result, a[-2 - k], differ(a[-2 - k], b[-2 - k]))
    return result

#: wrong · range stops before the first bits are read · names "leaves out the first bits"
def larger(a, b, nand):
    def differ(p, q):
        n = nand(p, q)
        return nand(nand(p, n), nand(q, n))

    def pick(p, q, which):
        return nand(nand(p, nand(which, which)), nand(q, which))

    result = 0
    for k in range(len(a) - 1, 0, -1):
        result = pick(result, a[k], differ(a[k], b[k]))
    return result

#: wrong · equal means both 1 · names "for example"
def larger(a, b, nand):
    not_ = lambda x: nand(x, x)
    and_ = lambda x, y: not_(nand(x, y))
    or_ = lambda x, y: nand(not_(x), not_(y))
    result, same = 0, 1
    for p, q in zip(a, b):
        result = or_(result, and_(same, and_(p, not_(q))))
        same = and_(same, and_(p, q))
    return result

#: wrong · only the place before must be the same · names "for example"
def larger(a, b, nand):
    not_ = lambda x: nand(x, x)
    and_ = lambda x, y: not_(nand(x, y))
    or_ = lambda x, y: nand(not_(x), not_(y))
    result, same = 0, 1
    for p, q in zip(a, b):
        result = or_(result, and_(same, and_(p, not_(q))))
        m = nand(p, q)
        same = not_(nand(nand(p, m), nand(q, m)))
    return result
