#: tests · parameters with all biases, shapes in both conventions, sizing a layer backwards
#: right · by formulas
sizes = [12, 30, 8, 3]
parameters = sum(D * M + M for D, M in zip(sizes[:-1], sizes[1:]))
sums, weights, units = (100, sizes[2]), (sizes[2], sizes[1]), (323 - 3) // (12 + 1 + 3)

#: right · shapes as lists and of real arrays, a float
parameters, sums, weights, units = 665, list((np.ones((100, 30)) @ np.ones((30, 8))).shape), np.ones((30, 8)).T.shape, 320 / 16

#: wrong · no biases · names "biases are parameters"
parameters, sums, weights, units = 624, (100, 8), (8, 30), 20

#: wrong · biases for the inputs · names "the 12 inputs are not units"
parameters, sums, weights, units = 677, (100, 8), (8, 30), 20

#: wrong · no biases at the output · names "outputs have biases"
parameters, sums, weights, units = 662, (100, 8), (8, 30), 20

#: wrong · multiplied instead of added · names "add up"
parameters, sums, weights, units = 12 * 30 * 8 * 3, (100, 8), (8, 30), 20

#: wrong · times the batch · names "the 100 does not matter"
parameters, sums, weights, units = 66500, (100, 8), (8, 30), 20

#: wrong · without the last layer · names "last layer"
parameters, sums, weights, units = 638, (100, 8), (8, 30), 20

#: wrong · one weight for each unit · names "each of its inputs"
parameters, sums, weights, units = 12 + 30 + 8 + 3, (100, 8), (8, 30), 20

#: wrong · sums in columns · names "the column convention"
parameters, sums, weights, units = 665, (8, 100), (8, 30), 20

#: wrong · the scores · names "after layer 3"
parameters, sums, weights, units = 665, (100, 3), (8, 30), 20

#: wrong · the input counted as layer 1 · names "the input is not counted"
parameters, sums, weights, units = 665, (100, 30), (8, 30), 20

#: wrong · one sample · names "that is one sample"
parameters, sums, weights, units = 665, (8,), (8, 30), 20

#: wrong · weights in rows · names "the row convention"
parameters, sums, weights, units = 665, (100, 8), (30, 8), 20

#: wrong · weights of layer 3 · names "that is layer 3"
parameters, sums, weights, units = 665, (100, 8), (3, 8), 20

#: wrong · weights of layer 1 · names "that is layer 1"
parameters, sums, weights, units = 665, (100, 8), (30, 12), 20

#: wrong · sums of the batch for the weights · names "not the weights"
parameters, sums, weights, units = 665, (100, 8), (8, 100), 20

#: wrong · output biases forgotten in M · names "biases of the outputs"
parameters, sums, weights, units = 665, (100, 8), (8, 30), 323 / 16

#: wrong · hidden biases forgotten in M · names "each hidden unit has a bias"
parameters, sums, weights, units = 665, (100, 8), (8, 30), 320 / 15

#: wrong · no biases in M · names "the outputs have biases"
parameters, sums, weights, units = 665, (100, 8), (8, 30), 323 / 15

#: wrong · no biases in M, rounded to whole units · names "the outputs have biases"
parameters, sums, weights, units = 665, (100, 8), (8, 30), 22

#: wrong · the last number is not given
parameters, sums, weights, units = 665, (100, 8), (8, 30), None

#: wrong · one bias for each layer · names "a bias of its own"
parameters, sums, weights, units = 627, (100, 8), (8, 30), 20

#: wrong · sums as a number of numbers · names "not how many"
parameters, sums, weights, units = 665, 800, 240, 20
