#: tests · a selector out of four NANDs; that a circuit uses nothing but the gate it is given
#: right · in steps
def choose(p, q, which, nand):
    other = nand(which, which)
    one = nand(p, other)
    two = nand(q, which)
    return nand(one, two)

#: right · a constant makes NOT
def choose(p, q, which, nand):
    return nand(nand(which, q), nand(nand(1, which), p))

#: right · without a NOT: p and not (p and which)
def choose(p, q, which, nand):
    return nand(nand(p, nand(p, which)), nand(q, which))

#: wrong · p and q exchanged · names "p and q are exchanged"
def choose(p, q, which, nand):
    return nand(nand(q, nand(which, which)), nand(p, which))

#: wrong · an if · names "only the nand"
def choose(p, q, which, nand):
    return q if which else p

#: wrong · compares a wire · names "only the nand"
def choose(p, q, which, nand):
    return p if which == 0 else q

#: wrong · arithmetic · names "only the nand"
def choose(p, q, which, nand):
    return p * (1 - which) + q * which

#: wrong · np.where · names "only the nand"
def choose(p, q, which, nand):
    return np.where(which, q, p)

#: wrong · the nand of the first cell · names "only the nand"
gate = nand
def choose(p, q, which, nand):
    return gate(gate(p, gate(which, which)), gate(q, which))

#: wrong · the lesson's gates put together · names "it took 8 NANDs"
def choose(p, q, which, nand):
    not_ = lambda a: nand(a, a)
    and_ = lambda a, b: not_(nand(a, b))
    or_ = lambda a, b: nand(not_(a), not_(b))
    return or_(and_(p, not_(which)), and_(q, which))

#: wrong · NOT is missing · names "a NOT is missing"
def choose(p, q, which, nand):
    return nand(nand(p, which), nand(q, which))

#: wrong · NOT in both halves · names "q should count"
def choose(p, q, which, nand):
    other = nand(which, which)
    return nand(nand(p, other), nand(q, other))

#: wrong · a NOT too many at the end · names "the opposite"
def choose(p, q, which, nand):
    y = nand(nand(p, nand(which, which)), nand(q, which))
    return nand(y, y)

#: wrong · AND in place of OR · names "never 1"
def choose(p, q, which, nand):
    one, two = nand(p, nand(which, which)), nand(q, which)
    one, two = nand(one, one), nand(two, two)
    both = nand(one, two)
    return nand(both, both)

#: wrong · the halves, not their opposites, go into the last NAND · names "always 1"
def choose(p, q, which, nand):
    one, two = nand(p, nand(which, which)), nand(q, which)
    return nand(nand(one, one), nand(two, two))

#: wrong · OR of p and q · names "if either"
def choose(p, q, which, nand):
    return nand(nand(p, p), nand(q, q))

#: wrong · always p · names "passes p on, whatever"
def choose(p, q, which, nand):
    return p

#: wrong · returns which · names "passes which on"
def choose(p, q, which, nand):
    return which

#: wrong · both in a tuple · names "one wire"
def choose(p, q, which, nand):
    return nand(p, nand(which, which)), nand(q, which)

#: wrong · no return · names "return"
def choose(p, q, which, nand):
    nand(nand(p, nand(which, which)), nand(q, which))

#: wrong · the visible example by heart · names "one wire"
def choose(p, q, which, nand):
    return [0, 0, 0, 1, 1, 0, 1, 1]

#: wrong · goes by how often it was called
calls = []
def choose(p, q, which, nand):
    calls.append(1)
    return nand(nand(p, nand(which, which)), nand(q, which)) if len(calls) < 3 else q

#: wrong · a dictionary · names "Only the nand"
def choose(p, q, which, nand):
    return {0: p, 1: q}[which]

#: wrong · a wire divided · names "Only the nand"
def choose(p, q, which, nand):
    return q / which

#: wrong · NOT of p in place of which · names "p goes through a NOT"
def choose(p, q, which, nand):
    return nand(nand(nand(p, p), which), nand(q, which))

#: wrong · three nands, p with which · names "for example, it says 1 to p q which = 000"
def choose(p, q, which, nand):
    return nand(p, nand(q, which))
