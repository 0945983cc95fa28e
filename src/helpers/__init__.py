"""The parts of a neural network, each built in a lesson of this course.

functions      step, sigmoid, relu, softmax, the losses
gradient       numerical derivatives, and the check that compares them with backpropagation
graph          Value: a number that finds slopes by itself; its graph, drawn
layer          Layer: what all layers share
layers         Affine, Relu, Sigmoid, Tanh, Dropout, Flatten and the two output layers with their losses
normalization  BatchNormalization
convolution    im2col, col2im, Convolution, MaxPooling, AveragePooling, GlobalAveragePooling
blocks         Sequential, Residual, Branches: layers made of layers
initializers   starting values for weights
network        Network: layers one after the other, and a loss at their end
networks       TwoLayerNet, MultiLayerNet, SimpleConvNet, DeepConvNet, and those of deep_networks and alexnet
deep_networks  VGG, Inception, ResNet
alexnet        AlexNet, in the sizes of a well-travelled program for cats and dogs
building       what the networks are built of: single layers with their starting values
optimizer      Optimizer: what all optimizers share
optimizers     SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam, AdamW
fast           the same convolutions sooner: shifted products, Winograd, pieces of a batch on threads
schedules      learning rates that change on the way
turns          what is behind steps: the order of the samples, one turn, interrupts
training       steps (one mini-batch a turn) and fit (a loop around it, with a progress bar and early stopping)
averaging      AveragedWeights: the mean of the weights over the last steps
tuning         search: settings drawn at random and tried, here, on threads, on processes or on a cluster
confidence     how sure a network is, and how often it is right then; means over several readings
resampling     pictures read anew at other places, between the pixels
augmentation   new training images out of old ones: shifted, turned, scaled, sheared, mirrored, bent
saliency       where a network looks: parts covered, slopes by the pixels
checkpoints    weights and architecture, to a file and back
frameworks     networks carried over to PyTorch and Keras, where those are installed
writing        files that are written whole or not at all
environment    is everything here that the course needs?
marking        marks an answer to an exercise, and names the mistake
checkup        tests that find out what ails a network, each with a verdict in a sentence
clinic         ten patients to try them on
datasets       digits, MNIST, Fashion-MNIST, Kaggle's CSV, CIFAR-10, photographs in folders
pictures       from a photograph's file to an array: opened, resized, cropped
drawings       from a drawing to the picture a network was trained on
plots          functions that take numbers and return a figure
widgets        sliders around those figures, the training panel, the digit pad

``import helpers`` imports none of them. Write ``from helpers import plots`` or
``from helpers.layers import Affine``; only ``plots``, ``widgets`` and ``drawings`` need more
than NumPy.
"""
