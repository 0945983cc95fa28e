"""Things to move: thin shells around the figure functions of helpers.plots and the training of helpers.training.

explore         sliders around any figure function
first_look      a digit read by a trained network, for lesson 00
stepper         buttons that go through a figure one step at a time
training_panel  start, pause and reset a training run, its learning rate on a slider
stop_button     the stop button of the kernel, heard between cells too
digit_pad       draw a digit and see it read (network_reading: what the network says, its hidden units too)
workbench       panel and pad side by side: a network learns to read one's own digit
photo_reader    choose a picture of one's own and see what a network reads in it
consulting_room see a patient of the debugging clinic, order tests, name the illness, change a line
"""

from helpers.widgets.consulting_room import ConsultingRoom, consulting_room
from helpers.widgets.digit_pad import DigitPad
from helpers.widgets.explore import Explorer, choice, explore, log_slider, slider, switch
from helpers.widgets.first_look import first_look
from helpers.widgets.photo_reader import PhotoReader, photo_reader
from helpers.widgets.stepper import Stepper
from helpers.widgets.training_panel import TrainingPanel
from helpers.widgets.workbench import Workbench

__all__ = [
    "ConsultingRoom", "DigitPad", "Explorer", "PhotoReader", "Stepper", "TrainingPanel", "Workbench",
    "choice", "consulting_room", "explore", "first_look", "log_slider", "photo_reader", "slider", "switch",
]  # fmt: skip
