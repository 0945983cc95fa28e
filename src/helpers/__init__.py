"""The parts of a neural network, each built in a lesson of this course.

functions     step, sigmoid, relu, softmax, the losses
gradient      numerical derivatives, and the check that compares them with backpropagation
layers        Affine, Relu, Sigmoid, Tanh, Flatten and the two output layers with their losses
initializers  starting values for weights
networks      Network, TwoLayerNet, MultiLayerNet
optimizers    SGD
training      steps (a generator) and fit (a loop around it, with a progress bar)
checkpoints   weights and architecture, to a file and back
environment   is everything here that the course needs?
datasets      digits, MNIST, Fashion-MNIST, Kaggle's CSV
drawings      from a drawing to the picture a network was trained on
plots         functions that take numbers and return a figure
widgets       sliders around those figures, the training panel, the digit pad

``import helpers`` imports none of them. Write ``from helpers import plots`` or
``from helpers.layers import Affine``; only ``plots``, ``widgets`` and ``drawings`` need more than NumPy.
"""
