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

#: wrong · rounded up in the poolings · names "rounded down"
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
flat, learned, printed, megabytes = 2160, 205676, 205696, 180

#: wrong · pooling that halves · names "overlap"
flat, learned, printed, megabytes = 4752, 205676, 205696, 180

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
