#: tests · a node of one's own: what forward keeps in self, whom backward hands the slope, and the tie

#: right · keeps both numbers
class MaxNode:
    def forward(self, x, y):
        self.x, self.y = x, y
        return max(x, y)

    def backward(self, slope):
        if self.y > self.x:
            return 0, slope
        return slope, 0

#: right · keeps the local slopes, in an array
class MaxNode:
    def forward(self, x, y):
        self.local = np.array([1.0, 0.0] if x >= y else [0.0, 1.0])
        return np.maximum(x, y)

    def backward(self, slope):
        return self.local * slope

#: right · position of the largest, a list
class MaxNode:
    def forward(self, x, y):
        self.place = int(np.argmax([x, y]))
        return [x, y][self.place]

    def backward(self, slope):
        back = [0.0, 0.0]
        back[self.place] = slope
        return back

#: wrong · min · names "smaller one"
class MaxNode:
    def forward(self, x, y):
        self.first = x <= y
        return min(x, y)

    def backward(self, slope):
        return (slope, 0.0) if self.first else (0.0, slope)

#: wrong · swapped, as multiply does · names "went to the smaller one"
class MaxNode:
    def forward(self, x, y):
        self.first = x >= y
        return max(x, y)

    def backward(self, slope):
        return (0.0, slope) if self.first else (slope, 0.0)

#: wrong · the slope that arrives is forgotten · names "slope that arrives is missing"
class MaxNode:
    def forward(self, x, y):
        self.first = x >= y
        return max(x, y)

    def backward(self, slope):
        return (1.0, 0.0) if self.first else (0.0, 1.0)

#: wrong · passed on to both · names "as in an addition"
class MaxNode:
    def forward(self, x, y):
        return max(x, y)

    def backward(self, slope):
        return slope, slope

#: wrong · half to each · names "it was split"
class MaxNode:
    def forward(self, x, y):
        return max(x, y)

    def backward(self, slope):
        return slope / 2, slope / 2

#: wrong · backward of MulNode · names "that is a multiplication"
class MaxNode:
    def forward(self, x, y):
        self.x, self.y = x, y
        return max(x, y)

    def backward(self, slope):
        return slope * self.y, slope * self.x

#: wrong · times the number · names "not the input itself"
class MaxNode:
    def forward(self, x, y):
        self.x, self.y = x, y
        return max(x, y)

    def backward(self, slope):
        return (slope * self.x, 0.0) if self.x >= self.y else (0.0, slope * self.y)

#: wrong · > for >=: a tie goes to y · names "not to y"
class MaxNode:
    def forward(self, x, y):
        self.first = x > y
        return max(x, y)

    def backward(self, slope):
        return (slope, 0.0) if self.first else (0.0, slope)

#: wrong · a tie goes to both · names "and nothing to y"
class MaxNode:
    def forward(self, x, y):
        self.x, self.y = x, y
        return max(x, y)

    def backward(self, slope):
        return slope * (self.x >= self.y), slope * (self.y >= self.x)

#: wrong · a tie goes to nobody · names "x still gets it"
class MaxNode:
    def forward(self, x, y):
        self.x, self.y = x, y
        return max(x, y)

    def backward(self, slope):
        return slope * (self.x > self.y), slope * (self.y > self.x)

#: wrong · keeps the numbers of the first forward only · names "numbers of the first forward"
class MaxNode:
    first = None

    def forward(self, x, y):
        if self.first is None:
            self.first = x >= y
        return max(x, y)

    def backward(self, slope):
        return (slope, 0.0) if self.first else (0.0, slope)

#: wrong · kept in the class, not in self · names "other node"
class MaxNode:
    def forward(self, x, y):
        MaxNode.first = x >= y
        return max(x, y)

    def backward(self, slope):
        return (slope, 0.0) if MaxNode.first else (0.0, slope)

#: wrong · kept in a global · names "other node"
class MaxNode:
    def forward(self, x, y):
        global first
        first = x >= y
        return max(x, y)

    def backward(self, slope):
        return (slope, 0.0) if first else (0.0, slope)

#: wrong · the slopes of several passes add up in the node · names "slope of the first pass"
class MaxNode:
    def forward(self, x, y):
        self.first, self.slope = x >= y, 0.0
        return max(x, y)

    def backward(self, slope):
        self.slope += slope
        return (self.slope, 0.0) if self.first else (0.0, self.slope)

#: wrong · goes by the size · names "larger size"
class MaxNode:
    def forward(self, x, y):
        self.first = abs(x) >= abs(y)
        return x if self.first else y

    def backward(self, slope):
        return (slope, 0.0) if self.first else (0.0, slope)

#: wrong · a relu in front: never below 0 · names "two numbers below 0"
class MaxNode:
    def forward(self, x, y):
        self.first = x >= y
        return max(x, y, 0)

    def backward(self, slope):
        return (slope, 0.0) if self.first else (0.0, slope)

#: wrong · slopes below 0 are cut off · names "slope below 0"
class MaxNode:
    def forward(self, x, y):
        self.first = x >= y
        return max(x, y)

    def backward(self, slope):
        slope = max(slope, 0.0)
        return (slope, 0.0) if self.first else (0.0, slope)

#: wrong · one number for both · names "two numbers"
class MaxNode:
    def forward(self, x, y):
        return max(x, y)

    def backward(self, slope):
        return slope

#: wrong · backward prints instead of returning · names "return"
class MaxNode:
    def forward(self, x, y):
        self.first = x >= y
        return max(x, y)

    def backward(self, slope):
        print((slope, 0.0) if self.first else (0.0, slope))

#: wrong · nothing is kept: backward asks for x · names "AttributeError"
class MaxNode:
    def forward(self, x, y):
        return max(x, y)

    def backward(self, slope):
        return (slope, 0.0) if self.x >= self.y else (0.0, slope)

#: wrong · self is forgotten · names "NameError"
class MaxNode:
    def forward(self, x, y):
        first = x >= y
        return max(x, y)

    def backward(self, slope):
        return (slope, 0.0) if is_first else (0.0, slope)

#: wrong · nothing goes back
class MaxNode:
    def forward(self, x, y):
        return max(x, y)

    def backward(self, slope):
        return 0.0, 0.0

#: wrong · a number that is 0 counts as missing · names "an input of 0 is a number"
class MaxNode:
    def forward(self, x, y):
        self.x, self.y = x, y
        return max(x, y)

    def backward(self, slope):
        winner = max(self.x, self.y)
        if winner and winner == self.x:
            return slope, 0
        return 0, slope

#: wrong · adds up over two calls of backward · names "what it handed on before"
class MaxNode:
    def __init__(self):
        self.to_x, self.to_y = 0, 0

    def forward(self, x, y):
        self.x, self.y = x, y
        return max(x, y)

    def backward(self, slope):
        if self.x >= self.y:
            self.to_x += slope
        else:
            self.to_y += slope
        return self.to_x, self.to_y

#: wrong · the share of each in the sum · names "split by size"
class MaxNode:
    def forward(self, x, y):
        self.x, self.y = x, y
        return max(x, y)

    def backward(self, slope):
        total = self.x + self.y
        return slope * self.x / total, slope * self.y / total
