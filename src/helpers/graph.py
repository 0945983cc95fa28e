"""Numbers that remember what they were made of, and find the slope of a result by each of them (lesson 07).

    price, number = Value(100, "price"), Value(2, "number")
    total = price * number * 1.1
    total.backward()           # price.grad is 2.2, number.grad is 110
    draw(total)                # the graph, with values and slopes

Source: Baydin, Pearlmutter, Radul, Siskind, Automatic Differentiation in Machine Learning: a Survey, 2018, section 3.2.
"""

import math
import operator
from numbers import Real


def _value(other):
    return other if isinstance(other, Value) else Value(other)


def _turned(operation):
    """The method for a plain number on the left, as in 2 * value."""
    return lambda self, other: operation(_value(other), self)


class Value:
    """A number in a computational graph.

    data: the number. name: optional, for drawings and messages. grad: the slope of a result by this number, 0 until
    backward() of that result has been called. inputs: the Values this one was computed from. local: the slope of this
    one by each of them, in the same order. op: the operation. A Value without inputs is a leaf.
    """

    __array_ufunc__ = None  # NumPy's own numbers leave  np.float64(2) * value  to this class

    def __init__(self, data, name="", *, inputs=(), local=(), op=""):
        self.data, self.name, self.grad = _number(data), name, 0.0
        self.inputs, self.local, self.op = inputs, local, op

    def __add__(self, other):
        other = _value(other)
        return Value(self.data + other.data, inputs=(self, other), local=(1.0, 1.0), op="+")

    def __sub__(self, other):
        other = _value(other)
        return Value(self.data - other.data, inputs=(self, other), local=(1.0, -1.0), op="−")

    def __mul__(self, other):
        other = _value(other)
        return Value(self.data * other.data, inputs=(self, other), local=(other.data, self.data), op="×")

    def __truediv__(self, other):
        other = _value(other)
        if other.data == 0:
            raise ZeroDivisionError(f"{self!r} / {other!r}: the divisor is 0.")
        quotient = self.data / other.data
        return Value(quotient, inputs=(self, other), local=(1 / other.data, -quotient / other.data), op="/")

    __radd__, __rsub__ = _turned(operator.add), _turned(operator.sub)
    __rmul__, __rtruediv__ = _turned(operator.mul), _turned(operator.truediv)

    def __neg__(self):
        return Value(-self.data, inputs=(self,), local=(-1.0,), op="minus")

    def __pow__(self, n):
        result, slope = _power(self, n)
        return Value(result, inputs=(self,), local=(slope,), op=f"power {n:g}")

    def __rpow__(self, other):
        raise TypeError("the exponent must be a plain number, not a Value. For b ** a write (a * math.log(b)).exp().")

    def exp(self):
        """e to the power of this number."""
        if self.data > 709.78:
            raise OverflowError(f"exp of {self!r} is larger than any float. Is an input or a weight far too large?")
        result = math.exp(self.data)
        return Value(result, inputs=(self,), local=(result,), op="exp")

    def log(self):
        """The natural logarithm; a ValueError unless the number is larger than 0."""
        if self.data <= 0:
            raise ValueError(f"log needs a number larger than 0, but it got {self!r}.")
        return Value(math.log(self.data), inputs=(self,), local=(1 / self.data,), op="log")

    def tanh(self):
        """The hyperbolic tangent, between -1 and 1."""
        result = math.tanh(self.data)
        return Value(result, inputs=(self,), local=(1 - result**2,), op="tanh")

    def sigmoid(self):
        """1 / (1 + e⁻ˣ), between 0 and 1, computed from tanh, which cannot overflow."""
        result = 0.5 + 0.5 * math.tanh(self.data / 2)
        return Value(result, inputs=(self,), local=(result * (1 - result),), op="sigmoid")

    def relu(self):
        """The number itself where it is larger than 0, else 0. The slope at exactly 0 is taken to be 0."""
        return Value(max(self.data, 0.0), inputs=(self,), local=(float(self.data > 0),), op="relu")

    def backward(self):
        """Work out the slope of this number by every number that it was made of.

        Leaves add it to their grad, as in PyTorch: a second call doubles it; zero_grad() starts anew. All other values
        hold the slope of the latest call alone: were they to add up as well, old slopes would be handed on once more.
        """
        nodes = topological_order(self)
        for node in nodes:
            if node.inputs:
                node.grad = 0.0
        self.grad += 1.0  # the slope of a number by itself
        for node in reversed(nodes):
            for source, local in zip(node.inputs, node.local, strict=True):
                source.grad += node.grad * local

    def zero_grad(self):
        """Set grad to 0 here and in everything that this number was made of."""
        for node in topological_order(self):
            node.grad = 0.0

    def __repr__(self):
        return f"Value({self.data!r}{f', {self.name!r}' if self.name else ''}, grad={self.grad!r})"


def _number(data):
    if isinstance(data, Value):
        raise TypeError(f"this is a Value already: {data!r}. A Value holds a plain number.")
    if not isinstance(data, Real):
        shape = f" of shape {data.shape}" if getattr(data, "shape", ()) else ""
        cause = " One Value holds one number; lesson 08 does the same with whole arrays." if hasattr(data, "shape") else ""
        raise TypeError(f"a Value holds a single number, not {type(data).__name__}{shape}: {data!r}.{cause}")
    if not math.isfinite(data):
        raise ValueError(f"a Value must be a finite number, but {data} came. Usual cause: a learning rate that is too large.")
    return float(data)


def _power(base, n):
    """base ** n and its slope by base."""
    if isinstance(n, Value):
        raise TypeError("the exponent must be a plain number, not a Value. For a ** b write (b * a.log()).exp().")
    n = _number(n)
    if (base.data == 0 and n < 1 and n != 0) or (base.data < 0 and not n.is_integer()):
        raise ValueError(f"{base!r} ** {n:g} has no finite slope there: the base must be larger than 0 for this exponent.")
    try:
        return base.data**n, n * base.data ** (n - 1) if n else 0.0
    except OverflowError:
        raise OverflowError(f"{base!r} ** {n:g} is larger than any float, or its slope is.") from None


def topological_order(value):
    """Everything that value was made of, value itself last: each one stands behind all of its own inputs.

    value: a Value, or anything whose inputs are such objects. Needs no recursion, so a long chain is no problem.
    """
    ordered, seen, stack = [], set(), [(value, False)]
    while stack:
        node, inputs_are_in = stack.pop()
        if inputs_are_in:
            ordered.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((source, False) for source in reversed(node.inputs))
    return ordered


def backward_steps(value):
    """The backward pass in slow motion, without touching any grad.

    Returns (turns, slopes): turns, the nodes with inputs, in the order in which they hand on their slope; and slopes, a
    list of {node: slope so far}, one before the first turn and one after each. A node that nothing has reached is not in it.
    """
    turns, slopes = [node for node in reversed(topological_order(value)) if node.inputs], [{value: 1.0}]
    for node in turns:
        so_far = dict(slopes[-1])
        for source, local in zip(node.inputs, node.local, strict=True):
            so_far[source] = so_far.get(source, 0.0) + so_far[node] * local
        slopes.append(so_far)
    return turns, slopes


def draw(value, steps=None, title=""):
    """The graph of value as a drawing: a box for each number, with its slope once there is one. Needs no Graphviz.

    steps: None for the slopes in grad (left out when no backward pass has been made), or 0, 1, 2, … for a picture of the
    backward pass after that many nodes have handed on their slope, which leaves grad alone. Returns a Drawing.
    """
    from helpers import plots  # only here: without a drawing this module costs no Matplotlib

    return plots.value_graph(value, steps, title)
