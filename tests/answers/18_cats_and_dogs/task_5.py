#: tests · errors that shrink by a share and not by points; how many photographs that takes; too little data or too small a network

#: right · by a loop
errors, photographs = 22.5, 4000
next_errors = errors * 30 / 40
while errors >= 10:
    errors, photographs = errors * 3 / 4, photographs * 4
needed = photographs
ada, ben = "photographs", "network"

#: right · rounded, and by logarithms
next_errors = 16.9
needed = 250 * 4 ** np.ceil(np.log(10 / 40) / np.log(3 / 4))
ada, ben = "Photographs", "Network"

#: wrong · seven and a half points again · names "the steps get smaller"
next_errors, needed, ada, ben = 15, 256000, 'photographs', 'network'

#: wrong · five points less · names "by the same share"
next_errors, needed, ada, ben = 17.5, 256000, 'photographs', 'network'

#: wrong · a share, not per cent · names "in per cent"
next_errors, needed, ada, ben = 0.16875, 256000, 'photographs', 'network'

#: wrong · read correctly · names "how many wrongly"
next_errors, needed, ada, ben = 83.125, 256000, 'photographs', 'network'

#: wrong · the fall · names "how many are left"
next_errors, needed, ada, ben = 5.625, 256000, 'photographs', 'network'

#: wrong · two steps · names "one step too far"
next_errors, needed, ada, ben = 12.65625, 256000, 'photographs', 'network'

#: wrong · half · names "not half"
next_errors, needed, ada, ben = 11.25, 256000, 'photographs', 'network'

#: wrong · the row above · names "with 4,000"
next_errors, needed, ada, ben = 22.5, 256000, 'photographs', 'network'

#: wrong · one step too few · names "12.7"
next_errors, needed, ada, ben = 16.875, 64000, 'photographs', 'network'

#: wrong · two steps too few · names "16.9"
next_errors, needed, ada, ben = 16.875, 16000, 'photographs', 'network'

#: wrong · one step too many · names "already below"
next_errors, needed, ada, ben = 16.875, 1024000, 'photographs', 'network'

#: wrong · 4,000 more each time · names "not 4,000 more"
next_errors, needed, ada, ben = 16.875, 20000, 'photographs', 'network'

#: wrong · the steps · names "so many steps"
next_errors, needed, ada, ben = 16.875, 5, 'photographs', 'network'

#: wrong · thousands · names "in thousands"
next_errors, needed, ada, ben = 16.875, 256, 'photographs', 'network'

#: wrong · a straight line · names "more than ten times"
next_errors, needed, ada, ben = 16.875, 40000, 'photographs', 'network'

#: wrong · a network for Ada · names "nearly by heart"
next_errors, needed, ada, ben = 16.875, 256000, 'network', 'network'

#: wrong · photos · names "the word is"
next_errors, needed, ada, ben = 16.875, 256000, 'photos', 'network'

#: wrong · photographs for Ben · names "cannot even fit"
next_errors, needed, ada, ben = 16.875, 256000, 'photographs', 'photographs'

#: wrong · some other word
next_errors, needed, ada, ben = 16.875, 256000, 'patience', 'network'

#: wrong · rounded to whole per cent · names "three digits"
next_errors, needed, ada, ben = 17, 256000, 'photographs', 'network'

#: wrong · cut off · names "three digits, rounded"
next_errors, needed, ada, ben = 16.8, 256000, 'photographs', 'network'

#: wrong · half the fall · names "a fall of 7.5"
next_errors, needed, ada, ben = 18.75, 256000, 'photographs', 'network'

#: wrong · how many more · names "how many in all"
next_errors, needed, ada, ben = 16.875, 252000, 'photographs', 'network'

#: wrong · in proportion to the errors · names "more than ten times"
next_errors, needed, ada, ben = 16.875, 9000, 'photographs', 'network'

#: wrong · two words for Ada · names "the word is"
next_errors, needed, ada, ben = 16.875, 256000, 'more photographs', 'network'

#: wrong · two words for Ben · names "the word is"
next_errors, needed, ada, ben = 16.875, 256000, 'photographs', 'larger network'
