#: tests · sizes through a CNN by hand: rounding down, stride and padding, filters with all channels, dcols
#: right · by the formula
def size(n, k, s=1, p=0):
    return (n + 2 * p - k) // s + 1
h, w = size(size(30, 4), 2, 2), size(size(21, 4), 2, 2)
oh, ow = size(h, 3, 2, 1), size(w, 3, 2, 1)
pooled, flat, numbers, dcols = (8, h, w), 12 * oh * ow, 12 * 8 * 9 + 12, (10 * oh * ow, 8 * 9)

#: right · asked the course's layers
from helpers.convolution import Convolution, MaxPooling, im2col
x = MaxPooling(2, 2).forward(Convolution(np.zeros((8, 3, 4, 4)), np.zeros(8)).forward(np.zeros((10, 3, 30, 21))))
second = Convolution(np.zeros((12, 8, 3, 3)), np.zeros(12), 2, 1)
pooled, flat = list(x.shape[1:]), second.forward(x)[0].size
numbers, dcols = sum(v.size for v in second.params.values()), im2col(x, 3, 3, 2, 1).shape

#: wrong · pooling rounds up · names "round down"
pooled, flat, numbers, dcols = (8, 14, 9), 420, 876, (350, 72)

#: wrong · half pixels · names "no half pixels"
pooled, flat, numbers, dcols = (8, 13.5, 9), 420, 876, (350, 72)

#: wrong · a map for each colour · names "not for each colour"
pooled, flat, numbers, dcols = (3, 13, 9), 420, 876, (350, 72)

#: wrong · the shape before pooling · names "in front of the pooling"
pooled, flat, numbers, dcols = (8, 27, 18), 420, 876, (350, 72)

#: wrong · rows and columns exchanged · names "are exchanged"
pooled, flat, numbers, dcols = (8, 9, 13), 420, 876, (350, 72)

#: wrong · as if the first convolution had padding · names "there is no padding"
pooled, flat, numbers, dcols = (8, 15, 10), 420, 876, (350, 72)

#: wrong · off by one in the first convolution · names "off by one"
pooled, flat, numbers, dcols = (8, 13, 8), 420, 876, (350, 72)

#: wrong · the stride of convolution 2 forgotten · names "stride of convolution 2"
pooled, flat, numbers, dcols = (8, 13, 9), 1404, 876, (350, 72)

#: wrong · the padding of convolution 2 forgotten · names "padding of 1"
pooled, flat, numbers, dcols = (8, 13, 9), 288, 876, (350, 72)

#: wrong · one map only · names "there are twelve"
pooled, flat, numbers, dcols = (8, 13, 9), 35, 876, (350, 72)

#: wrong · half pixels in flat · names "round each side down"
pooled, flat, numbers, dcols = (8, 13, 9), 435, 876, (350, 72)

#: wrong · the whole batch flat · names "not the batch"
pooled, flat, numbers, dcols = (8, 13, 9), 4200, 876, (350, 72)

#: wrong · no biases · names "biases are missing"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 864, (350, 72)

#: wrong · one channel for each filter · names "reaches through all channels"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 120, (350, 72)

#: wrong · three channels · names "not the three colours"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 336, (350, 72)

#: wrong · no shared weights · names "same numbers at all places"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 30660, (350, 72)

#: wrong · dcols transposed · names "a window is a row"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (72, 350)

#: wrong · dcols of one picture · names "all ten pictures"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (35, 72)

#: wrong · dcols without channels · names "through all channels"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (350, 9)

#: wrong · drows · names "that is drows"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (350, 12)

#: wrong · dx · names "that is dx"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (10, 8, 13, 9)

#: wrong · a row for each pixel of the input · names "not for each pixel"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (1170, 72)

#: wrong · another number
pooled, flat, numbers, dcols = (8, 13, 9), 419, 876, (350, 72)

#: wrong · without channels · names "the channels are missing"
pooled, flat, numbers, dcols = (13, 9), 420, 876, (350, 72)

#: wrong · forgets convolution 2: flat is what is pooled · names "that is what goes into convolution 2"
pooled, flat, numbers, dcols = (8, 13, 9), 936, 876, (350, 72)

#: wrong · a bias for each channel that comes in · names "a bias belongs to a filter"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 872, (350, 72)

#: wrong · a bias for each output · names "one bias for a filter"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 12 * 72 + 420, (350, 72)

#: wrong · numbers of convolution 1 · names "that is convolution 1"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 8 * 3 * 16 + 8, (350, 72)

#: wrong · numbers of both convolutions · names "both convolutions together"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 392 + 876, (350, 72)

#: wrong · dcols with the filters · names "the filters make the output"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (350, 12 * 9)

#: wrong · dcols with three axes · names "dcols is a matrix"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (10, 35, 72)

#: wrong · dcols: places of the padded picture · names "not for each pixel of the padded map"
pooled, flat, numbers, dcols = (8, 13, 9), 420, 876, (10 * 15 * 11, 72)
