#: tests · three mistakes located from findings: pictures and labels in different orders, a penalty divided by the batch, a slope of sigmoid

#: right · three numbers
noor = 5
diego = 6
mei = 3

#: right · as floats
noor, diego, mei = 5.0, 6.0, 3.0

#: wrong · Noor, forward · names "fit together"
noor, diego, mei = 1, 6, 3

#: wrong · Noor, the loss · names "with the batch doubled the loss stays"
noor, diego, mei = 2, 6, 3

#: wrong · Noor, the mean · names "the slopes are right, and with the batch doubled"
noor, diego, mei = 3, 6, 3

#: wrong · Noor, the mask · names "come through this line"
noor, diego, mei = 4, 6, 3

#: wrong · Noor, the step · names "the way down"
noor, diego, mei = 6, 6, 3

#: wrong · Diego, the penalty in the loss · names "depend on the batch"
noor, diego, mei = 5, 2, 3

#: wrong · Diego, the error · names "slopes of the biases would not fit"
noor, diego, mei = 5, 1, 3

#: wrong · Diego, d2 · names "nothing but this line"
noor, diego, mei = 5, 3, 3

#: wrong · Diego, the mask · names "slopes of b1 are right"
noor, diego, mei = 5, 4, 3

#: wrong · Diego, the slopes without the penalty · names "what is added to them"
noor, diego, mei = 5, 5, 3

#: wrong · Mei, the sigmoid · names "the sigmoid itself"
noor, diego, mei = 5, 6, 1

#: wrong · Mei, d2 · names "they come from this line"
noor, diego, mei = 5, 6, 2

#: wrong · Mei, the products · names "is d1 right"
noor, diego, mei = 5, 6, 4

#: wrong · Mei, the step · names "the way down"
noor, diego, mei = 5, 6, 5

#: wrong · letters
noor, diego, mei = "5", "6", "3"

#: wrong · counts the lines of the cell · names "at the end of a line"
noor, diego, mei = 20, 6, 3

#: wrong · counts the lines of the cell, Mei · names "at the end of a line"
noor, diego, mei = 5, 6, 16
