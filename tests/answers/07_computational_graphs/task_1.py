#: tests · slopes handed back by hand: multiply swaps, the sign of a subtraction, and that a slope is no value

#: right · by the node rule
left = 4 * 5 - 3
by_price, by_cups, by_voucher, by_service = 1.2 * 5, 1.2 * 4, 1.2 * -1, left

#: right · with Values
p, c, v, s = Value(4), Value(5), Value(3), Value(1.2)
((p * c - v) * s).backward()
by_price, by_cups, by_voucher, by_service = p.grad, c.grad, v.grad, s.grad

#: wrong · no service on the price · names "added to a dearer cup"
by_price, by_cups, by_voucher, by_service = 5, 4, -1, 17

#: wrong · product not swapped · names "multiply swaps: the slope by the price"
by_price, by_cups, by_voucher, by_service = 4.8, 6, -1.2, 17

#: wrong · what the coffee costs instead of its slope · names "if one cup costs 1 more"
by_price, by_cups, by_voucher, by_service = 24, 24, -3.6, 17

#: wrong · stops at the product · names "arrives at the product"
by_price, by_cups, by_voucher, by_service = 1.2, 1.2, -1.2, 17

#: wrong · no service on one more cup · names "one more cup"
by_price, by_cups, by_voucher, by_service = 6, 4, -1.2, 17

#: wrong · sign of the voucher: subtraction as addition · names "larger or smaller"
by_price, by_cups, by_voucher, by_service = 6, 4.8, 1.2, 17

#: wrong · no service on the voucher · names "the voucher saves some of that"
by_price, by_cups, by_voucher, by_service = 6, 4.8, -1, 17

#: wrong · the whole voucher · names "what the whole voucher changes"
by_price, by_cups, by_voucher, by_service = 6, 4.8, -3.6, 17

#: wrong · the voucher is forgotten at the service · names "voucher is taken off before"
by_price, by_cups, by_voucher, by_service = 6, 4.8, -1.2, 20

#: wrong · the total as slope by the service · names "that is the total"
by_price, by_cups, by_voucher, by_service = 6, 4.8, -1.2, 20.4

#: wrong · the service itself · names "the slope by the service is the other input"
by_price, by_cups, by_voucher, by_service = 6, 4.8, -1.2, 1.2

#: wrong · voucher added to what is left
by_price, by_cups, by_voucher, by_service = 6, 4.8, -1.2, 23

#: wrong · one is left open · names "not done yet"
by_price, by_cups, by_voucher, by_service = 6, 4.8, -1.2, None

#: wrong · the voucher is taken off the one more as well · names "whatever a cup costs"
by_price, by_cups, by_voucher, by_service = (5 - 3) * 1.2, (4 - 3) * 1.2, -1.2, 17

#: wrong · the new totals instead of the changes · names "the new total"
by_price, by_cups, by_voucher, by_service = 26.4, 25.2, 19.2, 37.4

#: wrong · the service is a percentage, 0.2 · names "not by 0.2"
by_price, by_cups, by_voucher, by_service = 1, 0.8, -0.2, 17

#: wrong · subtraction swaps: the voucher gets minus the coffee · names "a subtraction does not"
by_price, by_cups, by_voucher, by_service = 6, 4.8, -20, 17

#: wrong · the last two exchanged · names "the order is price"
by_price, by_cups, by_voucher, by_service = 6, 4.8, 17, -1.2
