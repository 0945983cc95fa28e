#: tests · sizes behind windows, numbers that are learned and those that are only kept, memory of photographs

#: right · with numbers from NumPy
size = lambda n, window, stride, pad=0: (n + 2 * pad - window) // stride + 1
rows, columns = (size(size(size(size(n, 7, 3), 3, 2), 5, 1, 2), 3, 2) for n in (150, 200))
flat = 24 * rows * columns
learned = 10 * (3 * 49 + 1) + 2 * 10 + 24 * (10 * 25 + 1) + (flat + 1) * 50 + 51 * 2
printed = learned + 2 * 10
megabytes = np.zeros((1, 3, 150, 200), np.float32).nbytes * 500 / 1e6

#: right · written down
flat, learned, printed, megabytes = 3960, 205_676, 205_696, 180.0

#: wrong · one map · names "each of the 24 maps"
flat, learned, printed, megabytes = 165, 205676, 205696, 180

#: wrong · poolings that halve · names "does not quite halve"
flat, learned, printed, megabytes = 4608, 205676, 205696, 180

#: wrong · rounded up in one place · names "rounded down"
flat, learned, printed, megabytes = 4224, 205676, 205696, 180

#: wrong · ten maps · names "there are 24 maps"
flat, learned, printed, megabytes = 1650, 205676, 205696, 180

#: wrong · three channels to the end · names "the colours are gone"
flat, learned, printed, megabytes = 495, 205676, 205696, 180

#: wrong · without the second pooling · names "a second pooling"
flat, learned, printed, megabytes = 17664, 205676, 205696, 180

#: wrong · no padding in the second convolution · names "padding 2 keeps"
flat, learned, printed, megabytes = 2808, 205676, 205696, 180

#: wrong · poolings in steps of 3 · names "overlap"
flat, learned, printed, megabytes = 840, 205676, 205696, 180

#: wrong · the photograph itself · names "behind the layers it is less"
flat, learned, printed, megabytes = 90000, 205676, 205696, 180

#: wrong · running means are learned · names "kept, not learned"
flat, learned, printed, megabytes = 3960, 205696, 205696, 180

#: wrong · no batch normalization · names "learns two numbers"
flat, learned, printed, megabytes = 3960, 205656, 205696, 180

#: wrong · one number for each channel · names "not one"
flat, learned, printed, megabytes = 3960, 205666, 205696, 180

#: wrong · no biases · names "without biases"
flat, learned, printed, megabytes = 3960, 205590, 205696, 180

#: wrong · one colour · names "three colours"
flat, learned, printed, megabytes = 3960, 204696, 205696, 180

#: wrong · filters of one channel · names "through 10 channels"
flat, learned, printed, megabytes = 3960, 200276, 205696, 180

#: wrong · no last layer · names "last affine layer is missing"
flat, learned, printed, megabytes = 3960, 205574, 205696, 180

#: wrong · convolutions only · names "without the affine layers"
flat, learned, printed, megabytes = 3960, 7524, 205696, 180

#: wrong · the same as learned · names "come on top"
flat, learned, printed, megabytes = 3960, 205676, 205676, 180

#: wrong · running means only · names "running variance"
flat, learned, printed, megabytes = 3960, 205676, 205686, 180

#: wrong · four more for each channel · names "20 learned, 20 kept"
flat, learned, printed, megabytes = 3960, 205676, 205716, 180

#: wrong · only the kept ones · names "on top of those"
flat, learned, printed, megabytes = 3960, 205676, 20, 180

#: wrong · bytes · names "a float32 has four"
flat, learned, printed, megabytes = 3960, 205676, 205696, 45

#: wrong · float64 · names "float64"
flat, learned, printed, megabytes = 3960, 205676, 205696, 360

#: wrong · one channel · names "three channels"
flat, learned, printed, megabytes = 3960, 205676, 205696, 60

#: wrong · one photograph · names "one photograph"
flat, learned, printed, megabytes = 3960, 205676, 205696, 0.36

#: wrong · kilobytes · names "1,000,000 bytes"
flat, learned, printed, megabytes = 3960, 205676, 205696, 180000

#: wrong · mebibytes · names "1,048,576"
flat, learned, printed, megabytes = 3960, 205676, 205696, 171.661376953125

#: wrong · bits · names "32 bits"
flat, learned, printed, megabytes = 3960, 205676, 205696, 1440

#: wrong · another number
flat, learned, printed, megabytes = 3961, 205676, 205696, 180

#: wrong · padding on one side only · names "on both sides"
flat, learned, printed, megabytes = 3360, 205676, 205696, 180

#: wrong · the stride of the first convolution overlooked · names "steps of 3"
flat, learned, printed, megabytes = 39480, 205676, 205696, 180

#: wrong · 10 times 24 maps · names "one map"
flat, learned, printed, megabytes = 39600, 205676, 205696, 180

#: wrong · square photographs of 200 · names "200 columns and 150 rows"
flat, learned, printed, megabytes = 5400, 205676, 205696, 180

#: wrong · no + 1 for the columns · names "for the columns, too"
flat, learned, printed, megabytes = 3696, 205676, 205696, 180

#: wrong · no + 1 for the rows · names "for the rows, too"
flat, learned, printed, megabytes = 3600, 205676, 205696, 180

#: wrong · no biases in the convolutions · names "biases of the two convolutions"
flat, learned, printed, megabytes = 3960, 205642, 205696, 180

#: wrong · a bias for each channel of a filter · names "a filter has one bias"
flat, learned, printed, megabytes = 3960, 205912, 205696, 180

#: wrong · filters without depth in both convolutions · names "through all channels"
flat, learned, printed, megabytes = 3960, 199296, 205696, 180

#: wrong · no biases in the last layer · names "last affine layer has 2 biases"
flat, learned, printed, megabytes = 3960, 205674, 205696, 180

#: wrong · batch normalization for each pixel · names "and not for each pixel"
flat, learned, printed, megabytes = 3960, 268056, 205696, 180

#: wrong · running numbers of both convolutions · names "behind the first convolution only"
flat, learned, printed, megabytes = 3960, 205676, 205744, 180

#: wrong · what flatten makes · names "before the first layer"
flat, learned, printed, megabytes = 3960, 205676, 205696, 7.92
