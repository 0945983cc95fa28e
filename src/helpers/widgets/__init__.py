"""Things to move: thin shells around the figure functions of helpers.plots and the training of helpers.training.

explore         sliders around any figure function
stepper         buttons that go through a figure one step at a time
training_panel  start, pause and reset a training run, its learning rate on a slider
stop_button     the stop button of the kernel, heard between cells too
digit_pad       draw a digit and see it read
photo_reader    choose a picture of one's own and see what a network reads in it
consulting_room see a patient of the debugging clinic, order tests, name the illness, change a line
"""

from helpers.widgets.consulting_room import ConsultingRoom, consulting_room
from helpers.widgets.digit_pad import DigitPad
from helpers.widgets.explore import Explorer, choice, explore, log_slider, slider, switch
from helpers.widgets.photo_reader import PhotoReader, photo_reader
from helpers.widgets.stepper import Stepper
from helpers.widgets.training_panel import TrainingPanel

__all__ = [
    "ConsultingRoom", "DigitPad", "Explorer", "PhotoReader", "Stepper", "TrainingPanel",
    "choice", "consulting_room", "explore", "log_slider", "photo_reader", "slider", "switch",
]  # fmt: skip
