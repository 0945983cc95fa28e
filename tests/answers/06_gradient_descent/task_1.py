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
