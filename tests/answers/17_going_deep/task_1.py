#: tests · what is seen through strides; weights and multiplications of stacks, of a bottleneck, and with a stride
#: right · by formulas
sees, step = 1, 1
for window, stride in [(5, 2), (3, 1), (2, 2), (3, 1)]:
    sees, step = sees + (window - 1) * step, step * stride
saved = (7 * 7 - 3 * 3 * 3) * 24 * 24
products = 10 * 7 * (64 * 16 + 9 * 16 * 16 + 16 * 64)
strided = 10 * 7 * 64 * 16 + 5 * 4 * (9 * 16 * 16 + 16 * 64)

#: right · from the last layer back, and with weights that are counted
rows = 1
for window, stride in [(3, 1), (2, 2), (3, 1), (5, 2)]:
    rows = (rows - 1) * stride + window
sees = np.float64(rows)
saved = np.zeros((24, 24, 7, 7)).size - 3 * np.zeros((24, 24, 3, 3)).size
places = lambda s: ((10 + 2 - 3) // s + 1) * ((7 + 2 - 3) // s + 1)
products, strided = (70 * 1024 + places(s) * (2304 + 1024) for s in (1, 2))

#: wrong · strides forgotten · names "a step of two rows"
sees, saved, products, strided = 10, 12672, 304640, 138240

#: wrong · windows added up · names "windows do not add up"
sees, saved, products, strided = 13, 12672, 304640, 138240

#: wrong · ends at the max pooling · names "one convolution is left"
sees, saved, products, strided = 11, 12672, 304640, 138240

#: wrong · ends at the second convolution · names "two layers are left"
sees, saved, products, strided = 9, 12672, 304640, 138240

#: wrong · pixels · names "rows are asked for"
sees, saved, products, strided = 361, 12672, 304640, 138240

#: wrong · own stride counts for the own window · names "for the layers behind it"
sees, saved, products, strided = 25, 12672, 304640, 138240

#: wrong · only the stride of the layer before · names "strides multiply"
sees, saved, products, strided = 14, 12672, 304640, 138240

#: wrong · every step after the first stride is two rows · names "strides multiply"
sees, saved, products, strided = 15, 12672, 304640, 138240

#: wrong · product of the windows · names "not by products"
sees, saved, products, strided = 90, 12672, 304640, 138240

#: wrong · max pooling has no window · names "has a window, too"
sees, saved, products, strided = 17, 12672, 304640, 138240

#: wrong · k steps for a window of k · names "adds k − 1 steps"
sees, saved, products, strided = 27, 12672, 304640, 138240

#: wrong · one too many · names "off by one"
sees, saved, products, strided = 20, 12672, 304640, 138240

#: wrong · one channel · names "24 and 24"
sees, saved, products, strided = 19, 22, 304640, 138240

#: wrong · one filter · names "there are 24 filters"
sees, saved, products, strided = 19, 528, 304640, 138240

#: wrong · one small convolution · names "three of the small ones"
sees, saved, products, strided = 19, 23040, 304640, 138240

#: wrong · two small convolutions · names "three of the small ones"
sees, saved, products, strided = 19, 17856, 304640, 138240

#: wrong · the weights of the three · names "those are the weights of the three"
sees, saved, products, strided = 19, 15552, 304640, 138240

#: wrong · the weights of the large one · names "those are the weights of the large one"
sees, saved, products, strided = 19, 28224, 304640, 138240

#: wrong · the other way round · names "the three have fewer"
sees, saved, products, strided = 19, -12672, 304640, 138240

#: wrong · with biases · names "leave out the biases"
sees, saved, products, strided = 19, 12624, 304640, 138240

#: wrong · sum · names "that is their sum"
sees, saved, products, strided = 19, 43776, 304640, 138240

#: wrong · weights, not multiplications · names "at every place of the map"
sees, saved, products, strided = 19, 12672, 4352, 138240

#: wrong · without a bottleneck · names "without a bottleneck"
sees, saved, products, strided = 19, 12672, 2580480, 138240

#: wrong · one 1 × 1 convolution · names "is missing"
sees, saved, products, strided = 19, 12672, 232960, 138240

#: wrong · the middle as 1 × 1 · names "nine times as often"
sees, saved, products, strided = 19, 12672, 161280, 138240

#: wrong · three numbers in a window · names "has nine numbers"
sees, saved, products, strided = 19, 12672, 197120, 138240

#: wrong · 64 channels into the middle · names "gets 16 channels"
sees, saved, products, strided = 19, 12672, 788480, 138240

#: wrong · no padding · names "keeps the 10 rows"
sees, saved, products, strided = 19, 12672, 204800, 138240

#: wrong · channels behind forgotten · names "channels before *and* channels behind"
sees, saved, products, strided = 19, 12672, 15680, 138240

#: wrong · with biases, products · names "leave out the biases"
sees, saved, products, strided = 19, 12672, 311360, 138240

#: wrong · 1 × 1 as 3 × 3 · names "do not look at nine numbers"
sees, saved, products, strided = 19, 12672, 1451520, 138240

#: wrong · all three on the small map · names "still works at all 70 places"
sees, saved, products, strided = 19, 12672, 304640, 87040

#: wrong · a quarter · names "7 columns have no half"
sees, saved, products, strided = 19, 12672, 304640, 76160

#: wrong · half · names "both rows and columns"
sees, saved, products, strided = 19, 12672, 304640, 152320

#: wrong · columns rounded down · names "how many windows fit"
sees, saved, products, strided = 19, 12672, 304640, 121600

#: wrong · half places · names "no half places"
sees, saved, products, strided = 19, 12672, 304640, 129920

#: wrong · the last one on the large map · names "works on the small map, too"
sees, saved, products, strided = 19, 12672, 304640, 189440

#: wrong · the middle at all places · names "what is skipped costs nothing"
sees, saved, products, strided = 19, 12672, 304640, 253440

#: wrong · no stride · names "without the stride"
sees, saved, products, strided = 19, 12672, 304640, 304640

#: wrong · no padding with the stride · names "belongs to the 3 × 3 convolution"
sees, saved, products, strided = 19, 12672, 304640, 111616

#: wrong · rows only · names "rows and columns both"
sees, saved, products, strided = 19, 12672, 304640, 188160

#: wrong · another number
sees, saved, products, strided = 21, 12672, 304640, 138240
