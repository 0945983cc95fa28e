#: tests · reading accuracies of three parts: over-fitting, under-fitting, what chooses and what is reported; a decoupled decay and inverted dropout by hand
#: right · by hand
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.802, 7.5

#: right · computed
table = {"A": (100.0, 84.5, 85.0), "B": (97.0, 88.5, 90.0), "C": (98.5, 90.5, 88.0), "D": (71.5, 71.0, 70.5), "E": (93.5, 89.0, 91.0)}
gap = table["A"][0] - table["A"][1]
loosen = min(table, key=lambda name: table[name][0])
chosen = max(table, key=lambda name: table[name][1])
told = table[chosen][2]
weight = 5.0
for _ in range(2):
    weight -= 0.2 * 0.1 * weight
kept = 6 / (1 - 0.2)

#: right · small letters and whole numbers
gap, loosen, chosen, told = 15.5, "d", "c", 88
weight, kept = 4.802, 7.5

#: wrong · gap to the test accuracy · names "gap to the test accuracy"
gap, loosen, chosen, told = 15.0, "D", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · gap the other way round · names "the gap is above 0"
gap, loosen, chosen, told = -15.5, "D", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · gap as a share · names "is 1 point"
gap, loosen, chosen, told = 0.155, "D", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · gap is the accuracy · names "how far is it from 100.0"
gap, loosen, chosen, told = 84.5, "D", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · gap of C · names "that is the gap of C"
gap, loosen, chosen, told = 8.0, "D", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · gap in percent of the validation accuracy · names "in percent of 84.5"
gap, loosen, chosen, told = 18.34, "D", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · loosens the one with the largest gap · names "wants more regularization"
gap, loosen, chosen, told = 15.5, "A", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · loosens B, because decay lowers training accuracy · names "that is over-fitting"
gap, loosen, chosen, told = 15.5, "B", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · loosens the one with two kinds of regularization · names "did not even manage that"
gap, loosen, chosen, told = 15.5, "E", "C", 88.0
weight, kept = 4.802, 7.5

#: wrong · chooses by training accuracy · names "best on what it learned from"
gap, loosen, chosen, told = 15.5, "D", "A", 85.0
weight, kept = 4.802, 7.5

#: wrong · chooses by test accuracy · names "what the validation recordings are for"
gap, loosen, chosen, told = 15.5, "D", "E", 91.0
weight, kept = 4.802, 7.5

#: wrong · chooses by the smallest gap · names "learned so little"
gap, loosen, chosen, told = 15.5, "D", "D", 70.5
weight, kept = 4.802, 7.5

#: wrong · chooses B as a compromise · names "another row is better"
gap, loosen, chosen, told = 15.5, "D", "B", 90.0
weight, kept = 4.802, 7.5

#: wrong · tells the validation accuracy · names "luck helped it"
gap, loosen, chosen, told = 15.5, "D", "C", 90.5
weight, kept = 4.802, 7.5

#: wrong · tells the best test accuracy · names "not the one of the setting to choose"
gap, loosen, chosen, told = 15.5, "D", "C", 91.0
weight, kept = 4.802, 7.5

#: wrong · tells the training accuracy · names "it learned from"
gap, loosen, chosen, told = 15.5, "D", "C", 98.5
weight, kept = 4.802, 7.5

#: wrong · tells the mean of validation and test · names "chosen by it"
gap, loosen, chosen, told = 15.5, "D", "C", 89.25
weight, kept = 4.802, 7.5

#: wrong · tells the mean of all · names "mean of all five"
gap, loosen, chosen, told = 15.5, "D", "C", 84.9
weight, kept = 4.802, 7.5

#: wrong · tells a share · names "in percent"
gap, loosen, chosen, told = 15.5, "D", "C", 0.88
weight, kept = 4.802, 7.5

#: wrong · one step of decay · names "that is one step"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.9, 7.5

#: wrong · both steps take a share of 5 · names "of what is left, not of 5"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.8, 7.5

#: wrong · decay without lr · names "learning rate is missing"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.05, 7.5

#: wrong · decay without λ · names "λ is missing"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 3.2, 7.5

#: wrong · grows · names "wrong sign"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 5.202, 7.5

#: wrong · no slope, no decay · names "goes on all the same"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 5, 7.5

#: wrong · subtracts lr · λ itself · names "times* the weight"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.96, 7.5

#: wrong · what was lost · names "what was lost"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 0.198, 7.5

#: wrong · slope of λ·w² · names "without a factor of 2"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.608, 7.5

#: wrong · keeps only the share · names "away"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 0.002, 7.5

#: wrong · classic dropout · names "classic dropout"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.802, 4.8

#: wrong · no division · names "make up for what is dropped"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.802, 6

#: wrong · divided by the ratio · names "divide by the share that is kept"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.802, 30

#: wrong · times the ratio · names "inverted dropout divides"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.802, 1.2

#: wrong · a fifth more · names "adds a fifth"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.802, 7.2

#: wrong · dropped · names "this one is kept"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 4.802, 0

#: wrong · the letter is missing
gap, loosen, chosen, told = 15.5, "D", None, 88.0
weight, kept = 4.802, 7.5

#: wrong · the letter of the winner without thought of the case: a word
gap, loosen, chosen, told = 15.5, "D", "dropout", 88.0
weight, kept = 4.802, 7.5

#: wrong · lr and λ added · names "multiplied, not added"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 5 * 0.7**2, 7.5

#: wrong · λ divided by lr · names "not a quotient"
gap, loosen, chosen, told = 15.5, "D", "C", 88.0
weight, kept = 5 * 0.5**2, 7.5
