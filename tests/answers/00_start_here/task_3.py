#: tests · (N,) against (N, 1): both to one shape before they are compared
#: right · both flat
def accuracy(answers, labels):
    return np.mean(answers.reshape(-1) == labels.reshape(-1))

#: right · a loop over pairs
def accuracy(answers, labels):
    right = 0
    for a, t in zip(answers.ravel(), labels.ravel()):
        right += a == t
    return right / len(labels)

#: right · the labels in the answers' shape
def accuracy(answers, labels):
    return np.sum(answers == labels.reshape(answers.shape)) / len(labels)

#: wrong · unchanged · names "every answer was compared with every label"
def accuracy(answers, labels):
    return np.sum(answers == labels) / len(labels)

#: wrong · the mean instead · names "and the mean taken"
def accuracy(answers, labels):
    return np.mean(answers == labels)

#: wrong · answers only · names "every answer was compared with every label"
def accuracy(answers, labels):
    return np.sum(answers.reshape(-1) == labels) / len(labels)

#: wrong · labels always a column · names "too many indices"
def accuracy(answers, labels):
    return np.mean(answers == labels[:, 0])

#: wrong · a count · names "how many are right"
def accuracy(answers, labels):
    return np.sum(answers.reshape(-1) == labels.reshape(-1))

#: wrong · the share of mistakes · names "wrong ones"
def accuracy(answers, labels):
    return np.mean(answers.reshape(-1) != labels.reshape(-1))

#: wrong · the first pair alone · names "first pair"
def accuracy(answers, labels):
    return float(answers.reshape(-1)[0] == labels.reshape(-1)[0])

#: wrong · no return · names "return"
def accuracy(answers, labels):
    np.mean(answers.reshape(-1) == labels.reshape(-1))
