#: tests · which start gives which outputs; He's rule for filters; the factor per layer; momentum as the share of the old

#: right · as numbers
letters, bank, growth, running = "BEDAC", 1 / 6, 1024, 2.8

#: right · computed, and the word in small letters
letters = "bedac"
bank, growth = np.sqrt(2 / np.prod((8, 3, 3))), np.sqrt(200 * 0.2**2 / 2) ** 10
running = 0.0
for mean in (5, 10):
    running = 0.8 * running + 0.2 * mean

#: right · three digits, and commas in the word
letters, bank, growth, running = "B, E, D, A, C", 0.167, 1024.0, 2.8

#: wrong · tanh and sigmoid at std 1 exchanged · names "which ends has the sigmoid"
letters, bank, growth, running = "DEBAC", 1 / 6, 1024, 2.8

#: wrong · the sigmoids exchanged · names "the two sigmoids are exchanged"
letters, bank, growth, running = "EBDAC", 1 / 6, 1024, 2.8

#: wrong · the tanhs exchanged · names "two starts of tanh are exchanged"
letters, bank, growth, running = "BEADC", 1 / 6, 1024, 2.8

#: wrong · tanh with Xavier for ReLU · names "ReLU has no outputs below 0"
letters, bank, growth, running = "BEDCA", 1 / 6, 1024, 2.8

#: wrong · tanh for ReLU at std 1 · names "only ReLU has outputs above 1"
letters, bank, growth, running = "BECAD", 1 / 6, 1024, 2.8

#: wrong · sigmoid above 1 · names "the sigmoid has no outputs above 1"
letters, bank, growth, running = "CEDAB", 1 / 6, 1024, 2.8

#: wrong · the sigmoid of a small sum is 0 · names "the sigmoid of a sum that is nearly 0"
letters, bank, growth, running = "BADEC", 1 / 6, 1024, 2.8

#: wrong · starts for pictures · names "which start each picture has"
letters, bank, growth, running = "DAECB", 1 / 6, 1024, 2.8

#: wrong · one letter twice · names "five different letters"
letters, bank, growth, running = "BEDAA", 1 / 6, 1024, 2.8

#: wrong · four letters · names "one for each start"
letters, bank, growth, running = "BEDA", 1 / 6, 1024, 2.8

#: wrong · letters in a list · names "one word in quotation marks"
letters, bank, growth, running = ["B", "E", "D", "A", "C"], 1 / 6, 1024, 2.8

#: wrong · the variance · names "the standard deviation is its root"
letters, bank, growth, running = "BEDAC", 2 / 72, 1024, 2.8

#: wrong · Xavier's rule · names "He's 2 makes up for it"
letters, bank, growth, running = "BEDAC", (1 / 72) ** 0.5, 1024, 2.8

#: wrong · the number of filters in the place of channels · names "12 is the number of filters"
letters, bank, growth, running = "BEDAC", (2 / 108) ** 0.5, 1024, 2.8

#: wrong · shape[0] as in a table · names "12 is the number of filters"
letters, bank, growth, running = "BEDAC", (2 / 12) ** 0.5, 1024, 2.8

#: wrong · channels only · names "rows and columns, too"
letters, bank, growth, running = "BEDAC", 0.5, 1024, 2.8

#: wrong · one channel · names "reaches through all channels"
letters, bank, growth, running = "BEDAC", (2 / 9) ** 0.5, 1024, 2.8

#: wrong · all numbers of the bank · names "the number of filters does not count"
letters, bank, growth, running = "BEDAC", (2 / 864) ** 0.5, 1024, 2.8

#: wrong · 2 before the root · names "the 2 stands under the root"
letters, bank, growth, running = "BEDAC", 2 / 72**0.5, 1024, 2.8

#: wrong · the root of 2 only · names "n stands under the root"
letters, bank, growth, running = "BEDAC", 2**0.5 / 72, 1024, 2.8

#: wrong · cut off · names "round the last digit"
letters, bank, growth, running = "BEDAC", 0.166, 1024, 2.8

#: wrong · mean square for spread · names "that is the mean square: the spread"
letters, bank, growth, running = "BEDAC", 1 / 6, 4**10, 2.8

#: wrong · no ReLU · names "throws half of the mean square away"
letters, bank, growth, running = "BEDAC", 1 / 6, 8**5, 2.8

#: wrong · nine factors · names "ten factors"
letters, bank, growth, running = "BEDAC", 1 / 6, 512, 2.8

#: wrong · one layer · names "that is one layer"
letters, bank, growth, running = "BEDAC", 1 / 6, 2, 2.8

#: wrong · factors added · names "multiplied, ten times"
letters, bank, growth, running = "BEDAC", 1 / 6, 20, 2.8

#: wrong · as with He · names "its std is 0.1"
letters, bank, growth, running = "BEDAC", 1 / 6, 1, 2.8

#: wrong · std for the variance · names "the square of the standard deviation"
letters, bank, growth, running = "BEDAC", 1 / 6, 20**5, 2.8

#: wrong · the other convention · names "momentum is the share of the old"
letters, bank, growth, running = "BEDAC", 1 / 6, 1024, 8.8

#: wrong · the plain mean · names "plain mean of the two"
letters, bank, growth, running = "BEDAC", 1 / 6, 1024, 7.5

#: wrong · the second batch alone · names "the second batch alone"
letters, bank, growth, running = "BEDAC", 1 / 6, 1024, 2

#: wrong · the old one not slowed · names "multiplied by momentum at the second batch"
letters, bank, growth, running = "BEDAC", 1 / 6, 1024, 3

#: wrong · starts at the first mean · names "starts at 0, and not at the first"
letters, bank, growth, running = "BEDAC", 1 / 6, 1024, 6

#: wrong · bias correction · names "no correction for the start"
letters, bank, growth, running = "BEDAC", 1 / 6, 1024, 2.8 / 0.36

#: wrong · sums without the share · names "gets its share"
letters, bank, growth, running = "BEDAC", 1 / 6, 1024, 14

#: wrong · Glorot's rule for the bank · names "mean of inputs and outputs"
letters, bank, growth, running = "BEDAC", np.sqrt(4 / (72 + 108)), 1024, 2.8

#: wrong · one axis of the filter forgotten · names "rows *and* columns"
letters, bank, growth, running = "BEDAC", np.sqrt(2 / 24), 1024, 2.8

#: wrong · ReLU halves the spread · names "halves the mean square"
letters, bank, growth, running = "BEDAC", 0.167, (np.sqrt(8) / 2) ** 10, 2.8
