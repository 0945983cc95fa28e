"""What is known of each patient: the story, the illness, its line and a cure, the rule that it teaches.

The mistakes were published: in courses, posts and repositories that teach neural networks in NumPy. Sources say where.
"""

WRONG_MEAN = "the mean is taken over the wrong number of samples"
RELU_SLOPE = "the slope of ReLU is wrong"
NOT_SCALED = "the inputs are not scaled"
WRONG_END = "the loss looks at one output and lets the others go"
NOT_TRAINED = "the weights that learn are not the weights that are used"
TOO_LARGE = "the starting weights are too large"
HEALTHY = "healthy: nothing to mend"
RELU_AT_END = "a ReLU stands on the scores"
SEEN_BEFORE = "validation pictures are among the training pictures"
BIAS_SLOPE = "the slope of a bias is wrong"

ILLNESSES = (
    NOT_SCALED,
    SEEN_BEFORE,
    "the labels do not belong to the pictures",
    "validation pictures are scaled in another way than training pictures",
    TOO_LARGE,
    "all starting weights are equal",
    "two layers share one array of weights",
    RELU_AT_END,
    "a softmax is followed by a second one",
    WRONG_END,
    RELU_SLOPE,
    BIAS_SLOPE,
    WRONG_MEAN,
    "the slopes of earlier steps are added to those of this one",
    "the step has the wrong sign",
    "every step sees the same pictures",
    NOT_TRAINED,
    "the learning rate is too large",
    "the network is too small for its task",
    HEALTHY,
)

NOTES = "a post with notes on a textbook of networks in NumPy"

STORIES = {
    "Kofi": {
        "story": (
            "“It learns. The loss goes down at every step that I print, just very slowly: after 400 steps it reads two digits in "
            "three. My friend's network has the same size and the same rate and reads 95 % by then. I think that I need a "
            "larger network, or a few thousand steps more.”"
        ),
        "answer": WRONG_MEAN,
        "line": 25,
        "cure": "        dz2 = (y - np.eye(10)[t]) / len(x)",
        "rule": "A mean does not change when every sample comes twice. Double the batch and compare.",
        "source": "a post on a network in NumPy: 1 / m, where m counts the rows of the whole table",
    },
    "Lars": {
        "story": (
            "“I typed it from a tutorial whose code is tested automatically on three operating systems, so it must be right. The "
            "loss falls from 2.5 to below 0.3 and 94 % of the validation digits are read correctly. Still, a colleague with the "
            "same network gets a lower loss than mine from every start. Luck, or not?”"
        ),
        "answer": RELU_SLOPE,
        "line": 12,
        "cure": "    return output > 0",
        "rule": "A loss that falls does not prove a gradient right. Compare it with slopes that are measured.",
        "source": "NumPy's own tutorial, Deep learning on MNIST: relu2deriv tests output >= 0",
    },
    "Amara": {
        "story": (
            "“The first loss that it prints is nan or inf, and all others are nan. Whatever picture I show, the answer is 0. "
            "I have tried smaller learning rates, down to a millionth, and nothing changes. A friend has written the same "
            "network, and it learns.”"
        ),
        "answer": NOT_SCALED,
        "line": 6,
        "cure": '    X, Y = np.round(file["images"][order] / 16 * 255) / 255, file["labels"][order].astype(int)',
        "rule": "Look at what goes in before you look at anything else: smallest, largest, mean, type, a picture with its label.",
        "source": "a post on a network in NumPy: softmax without a shift, where the division by 255 is forgotten",
    },
    "Yuki": {
        "story": (
            "“My loss is wonderful: 0.003 at the end, and I have never seen one so small. To be on the safe side I find the "
            "slopes of the scores by trying, so there cannot be a mistake in them. But of four digits three are read wrongly. "
            "How can a network be so sure and so wrong?”"
        ),
        "answer": WRONG_END,
        "line": 8,
        "cure": "    y = functions.softmax(scores)",
        "rule": "Know the loss before the first step: log C for C classes. A loss that starts elsewhere measures something else.",
        "source": f"{NOTES}: y = sigmoid(a2) in front of the cross-entropy",
    },
    "Mateo": {
        "story": (
            "“Nothing happens. I have checked the slopes, they are right. I have printed the weights before and after, they "
            "do change. And yet the loss after 400 steps is the loss I began with, and one digit in ten is read correctly.”"
        ),
        "answer": NOT_TRAINED,
        "line": 34,
        "cure": "            net.params[name] -= 0.1 * slopes[name]",
        "rule": "After one small step the loss on that batch must be lower. If it is the same to the last digit, nobody looks at "
        "the weights that you changed.",
        "source": f"beside {NOTES}: its layers hold references to the arrays of params, so that an update must happen in place",
    },
    "Priya": {
        "story": (
            "“A clear case of overfitting: 91 % on the training digits and some 80 % on those for validation. I have three "
            "hidden layers, that may be too many. I am going to collect more digits, or to make the network smaller.”"
        ),
        "answer": TOO_LARGE,
        "line": 9,
        "cure": "        self.W = [rng.normal(0, size[0] ** -0.5, size) for size in ((64, 50), (50, 50), (50, 50))]",
        "rule": "Look at the numbers inside, layer by layer, before you blame the data.",
        "source": f"{NOTES}: activations of a network whose starting weights have a spread of 1",
    },
    "Tomasz": {
        "story": (
            "“Stuck at 70 %, with everybody else at 95. From one batch to the next the loss can double. I have tried 200 "
            "hidden units and three times as many steps: still 70. I have gone through the backward pass by hand so often "
            "that I do not see it any more. Where is my mistake?”"
        ),
        "answer": HEALTHY,
        "line": None,
        "cure": None,
        "rule": "Before you operate, ask how well the task can be done at all. When all tests pass, leave the code alone.",
        "source": "made for this course",
    },
    "Zeynep": {
        "story": (
            "“Yesterday it read 82 % of the digits, and I wrote that into my report. Today it reads 49 %, and I have not "
            "changed a letter. Which of the two numbers do I report, and what has happened over night?”"
        ),
        "answer": RELU_AT_END,
        "line": 13,
        "cure": "        self.layers = [layer for affine in self.affine for layer in (affine, Relu())][:-1]",
        "rule": "One run is an anecdote. Train from several starts, and ask which classes are ever answered.",
        "source": f"{NOTES}: Relu2 in front of SoftmaxWithLoss",
    },
    "Ines": {
        "story": (
            "“I come with good news for once. A hidden layer of 100 units, a rate of 0.3, nothing special, and it reads all "
            "300 validation pictures, from any start; once it missed one. Before I tell the others: do you see anything "
            "in the network that could be wrong?”"
        ),
        "answer": SEEN_BEFORE,
        "line": 9,
        "cure": "    return X[300:], Y[300:], X[:300], Y[:300]",
        "rule": "Too good is a symptom. Validation pictures must be ones that the network has never met: look for twins.",
        "source": "a repository with a network in NumPy: the validation part is cut out of the training table",
    },
    "Leilani": {
        "story": (
            "“I have no complaint at all: 98 % in training, 95 or 96 % in validation, from every start. A reader wrote to me "
            "that there is a mistake in my backward pass. If there were one, would I not see it in the accuracy?”"
        ),
        "answer": BIAS_SLOPE,
        "line": 29,
        "cure": '                "b2": 1 / m * np.sum(error2, axis=1, keepdims=True)}',
        "rule": "Accuracy cannot prove a gradient right. Check every parameter by itself, in its shape and in its value.",
        "source": "a post on a network in NumPy, and a repository after it: db = 1 / m * np.sum(dZ), without an axis",
    },
}
