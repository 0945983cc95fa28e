#: tests · counting a network's parameters, and the price of training it with measured gradients

#: right · worked out
parameters = 44 * 8 + 8 + 8 * 10 + 10
losses = 2 * parameters * 3000
hours = losses * 0.004 / 3600

#: right · floats and strings of digits
losses, hours = 2.7e6, 3.0

#: wrong · one loss for each parameter · names "two losses"
losses, hours = 450 * 3000, 450 * 3000 * 0.004 / 3600

#: wrong · forward differences · names "one more"
losses, hours = 451 * 3000, 451 * 3000 * 0.004 / 3600

#: wrong · no biases · names "biases are parameters"
losses, hours = 2 * 432 * 3000, 2 * 432 * 3000 * 0.004 / 3600

#: wrong · no biases of the hidden units · names "biases of the hidden units"
losses, hours = 2 * 442 * 3000, 2 * 442 * 3000 * 0.004 / 3600

#: wrong · no biases of the scores · names "biases of the scores"
losses, hours = 2 * 440 * 3000, 2 * 440 * 3000 * 0.004 / 3600

#: wrong · no biases, and one loss each · names "and a central difference takes two"
losses, hours = 432 * 3000, 432 * 3000 * 0.004 / 3600

#: wrong · one gradient only · names "one gradient"
losses, hours = 900, 0.001

#: wrong · the number of parameters · names "how many parameters"
losses, hours = 450, 0.0005

#: wrong · times the pictures of a mini-batch · names "whole mini-batch"
losses, hours = 2 * 450 * 3000 * 50, 150

#: wrong · the loss at the place itself counted, too · names "no part of a central difference"
losses, hours = 901 * 3000, 901 * 3000 * 0.004 / 3600

#: wrong · minutes · names "minutes"
losses, hours = 2_700_000, 180

#: wrong · seconds · names "seconds"
losses, hours = 2_700_000, 10_800

#: wrong · milliseconds taken for seconds · names "0.004 s"
losses, hours = 2_700_000, 3000

#: wrong · days · names "days"
losses, hours = 2_700_000, 0.125

#: wrong · the hidden layer counted as inputs times scores
losses, hours = 2 * (44 * 10 + 8 + 10) * 3000, 3

#: wrong · one bias a layer · names "each unit has a bias"
losses = 2 * (44 * 8 + 1 + 8 * 10 + 1) * 3000
hours = losses * 0.004 / 3600

#: wrong · the units are counted, not the weights · names "those are the units"
losses = 2 * (44 + 8 + 10) * 3000
hours = losses * 0.004 / 3600

#: wrong · all sizes multiplied · names "two matrices"
losses = 2 * (44 * 8 * 10) * 3000
hours = losses * 0.004 / 3600

#: wrong · the inputs have biases, too · names "inputs have no biases"
losses = 2 * (44 + 44 * 8 + 8 + 8 * 10 + 10) * 3000
hours = losses * 0.004 / 3600

#: wrong · hours with the 50 pictures · names "50 is in the 4 ms"
losses, hours = 2_700_000, 150

#: wrong · hours of one loss a parameter · names "half of the losses"
losses, hours = 2_700_000, 1.5

#: wrong · 3000 iterations are divided by 50 · names "iteration is one mini-batch"
losses, hours = 2 * 450 * 60, 0.06

#: wrong · 4 ms as 0.04 s · names "not 0.04 s"
losses, hours = 2_700_000, 30

#: wrong · a third matrix, inputs to scores · names "no weights lead"
losses = 2 * (44 * 8 + 8 + 8 * 10 + 10 + 44 * 10) * 3000
hours = losses * 0.004 / 3600
