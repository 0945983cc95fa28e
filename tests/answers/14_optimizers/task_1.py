#: tests · memories after the second step: velocity, sum of squares, two running means with correction
#: right · computed
g1, g2, lr = 3.0, -4.0, 0.5
v = 0.9 * (-lr * g1) - lr * g2
h = g1**2 + g2**2
m, s = 0.8 * 0.2 * g1 + 0.2 * g2, 0.9 * 0.1 * g1**2 + 0.1 * g2**2
momentum, adagrad = v, -lr * g2 / np.sqrt(h)
adam = -lr * (m / (1 - 0.8**2)) / (np.sqrt(s / (1 - 0.9**2)) + 1e-8)

#: right · three digits
momentum, adagrad, adam = 0.65, 0.4, 0.125

#: right · more digits
momentum, adagrad, adam = 0.65, 0.4, 0.1248

#: wrong · Momentum the wrong way · names "pushes the weight up"
momentum, adagrad, adam = -0.65, 0.4, 0.125

#: wrong · Momentum without memory · names "the step of SGD"
momentum, adagrad, adam = 2, 0.4, 0.125

#: wrong · Momentum, both steps · names "both steps together"
momentum, adagrad, adam = -0.85, 0.4, 0.125

#: wrong · Momentum with the wrong sign of the old velocity · names "pulls down"
momentum, adagrad, adam = 3.35, 0.4, 0.125

#: wrong · no friction · names "friction takes a tenth"
momentum, adagrad, adam = 0.5, 0.4, 0.125

#: wrong · friction on the new push, too · names "not the new push"
momentum, adagrad, adam = 0.45, 0.4, 0.125

#: wrong · Momentum as a running mean · names "running mean"
momentum, adagrad, adam = 0.065, 0.4, 0.125

#: wrong · AdaGrad the wrong way · names "pushes the weight up"
momentum, adagrad, adam = 0.65, -0.4, 0.125

#: wrong · AdaGrad's second step of length lr · names "only the first step"
momentum, adagrad, adam = 0.65, 0.5, 0.125

#: wrong · AdaGrad divides before it adds · names "newest slope, too"
momentum, adagrad, adam = 0.65, 0.667, 0.125

#: wrong · AdaGrad without root · names "root of the sum"
momentum, adagrad, adam = 0.65, 0.08, 0.125

#: wrong · AdaGrad with sizes · names "sizes alone give 7"
momentum, adagrad, adam = 0.65, 0.2857, 0.125

#: wrong · AdaGrad with the mean · names "takes their sum"
momentum, adagrad, adam = 0.65, 0.566, 0.125

#: wrong · h instead of the slope · names "h stands where"
momentum, adagrad, adam = 0.65, -2.5, 0.125

#: wrong · Adam without correction · names "bias correction is missing"
momentum, adagrad, adam = 0.65, 0.4, 0.103

#: wrong · Adam corrected with t = 1 · names "now t is 2"
momentum, adagrad, adam = 0.65, 0.4, 0.163

#: wrong · betas exchanged · names "betas are exchanged"
momentum, adagrad, adam = 0.65, 0.4, 0.0953

#: wrong · Adam without root · names "root of the mean"
momentum, adagrad, adam = 0.65, 0.4, 0.035

#: wrong · only the slopes corrected · names "squares needs its correction"
momentum, adagrad, adam = 0.65, 0.4, 0.286

#: wrong · only the squares corrected · names "slopes needs its correction"
momentum, adagrad, adam = 0.65, 0.4, 0.0449

#: wrong · first step again · names "remember the first slope"
momentum, adagrad, adam = 0.65, 0.4, 0.5

#: wrong · rounded too far · names "three digits"
momentum, adagrad, adam = 0.65, 0.4, 0.12

#: wrong · two of three given
momentum, adagrad, adam = 0.65, 0.4, None

#: wrong · Adam with the usual betas 0.9 and 0.999 · names "the usual betas"
momentum, adagrad, adam = 0.65, 0.4, 0.0968

#: wrong · Adam: the corrected means went back into the memory · names "the memory keeps the means"
momentum, adagrad, adam = 0.65, 0.4, -0.311

#: wrong · Adam: squares of the mean instead of the mean of the squares · names "not the mean squared"
momentum, adagrad, adam = 0.65, 0.4, 0.5

#: wrong · AdaGrad: the sum of the slopes, squared · names "the size of the sum of the slopes"
momentum, adagrad, adam = 0.65, 2.0, 0.125

#: wrong · AdaGrad with the sum of both slopes on top · names "the newest slope, not the sum"
momentum, adagrad, adam = 0.65, -0.1 * -1, 0.125

#: wrong · the velocity before times lr once more · names "has the learning rate in it already"
momentum, adagrad, adam = 1.325, 0.4, 0.125
