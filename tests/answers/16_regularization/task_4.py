#: tests · early stopping around somebody else's epoch(): patience in a row, ties, nan first, copies, arrays put back in place
#: right · a while loop that counts
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: right · for with break, deep copies
def train_patiently(params, epoch, patience, most):
    import copy
    best, lowest, before = 0, float("inf"), copy.deepcopy(params)
    for number in range(1, most + 1):
        loss = float(epoch())
        if np.isfinite(loss) and loss < lowest:
            best, lowest, before = number, loss, copy.deepcopy(params)
        if number - best >= patience:
            break
    for name, array in before.items():
        params[name][:] = array
    return [best, number]

#: right · all losses and all weights kept in lists
def train_patiently(params, epoch, patience, most):
    losses, weights = [np.inf], [[p.copy() for p in params.values()]]
    best = 0
    while len(losses) <= most and len(losses) - 1 - best < patience:
        losses.append(epoch())
        weights.append([p.copy() for p in params.values()])
        best = int(np.argmin(np.nan_to_num(losses, nan=np.inf)))
    for p, old in zip(params.values(), weights[best]):
        np.copyto(p, old)
    return best, len(losses) - 1

#: wrong · keeps the dictionary, not a copy · names "is what you kept a copy"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = params
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · a new dictionary with the old arrays · names "is what you kept a copy"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = dict(params)
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · a copy of the dictionary with params.copy() · names "is what you kept a copy"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = params.copy()
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = params.copy()
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · nothing is put back · names "Was it put back"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    return best, done

#: wrong · new arrays in params · names "is a new array now"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    params.update(kept)
    return best, done

#: wrong · a new dictionary · names "Was it put back"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    params = kept
    return best, done

#: wrong · put back only when stopped early · names "Was it put back"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    if waited >= patience:
        for name in params:
            params[name][...] = kept[name]
    return best, done

#: wrong · the best is kept before the epoch · names "that of epoch"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        now = {name: p.copy() for name, p in params.items()}
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = now
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · only the first array is put back · names "last epoch"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
        break
    return best, done

#: wrong · trains to the end · names "it trains on"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · one epoch late · names "one epoch late"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited <= patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · one epoch early · names "one epoch early"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience - 1 or done < 1:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · not in a row: the count is never set back · names "not in a row"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best = loss, done
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · an equal loss is better · names "of equal losses the first"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss <= lowest and loss < np.inf:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · an equal loss sets the count back · names "the count is not set back"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1 if loss != lowest else -waited
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · compared with the loss before · names "it trains on"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            best, waited = done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
        lowest = loss
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · waits as long as the loss falls from one epoch to the next · names "than the one before"
def train_patiently(params, epoch, patience, most):
    last = np.inf
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        waited = 0 if loss < last else waited + 1
        last = loss
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · counts from 0 · names "counted from 1"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return max(best - 1, 0), done

#: wrong · best and done exchanged · names "exchanged"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return done, best

#: wrong · returns the loss · names "whole number"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return float(lowest), done

#: wrong · returns the best alone · names "two whole numbers"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best

#: wrong · done is the best epoch · names "also those after the best"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, best

#: wrong · done is most · names "not how many there might be"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, most

#: wrong · done is best + patience · names "`most` may come first"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, best + patience

#: wrong · the largest loss · names "as if it were the largest"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = -np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss > lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · nan counts as lower: not larger · names "taken for the best"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if not loss >= lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · begins with the first loss · names "nan came first"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = epoch(), 1, 1, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss, done = epoch(), done + 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · best starts at 1 · names "no loss was a finite number, so best is 0"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 1, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · stops at nan · names "stops at nan at once"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if not np.isfinite(loss):
            break
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · nan is left out of the count · names "left out of the count"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += not np.isnan(loss)
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · nan is turned into 0 · names "nan was taken for the lowest"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = np.nan_to_num(epoch())
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · the first loss counts whatever it is · names "nan came first"
def train_patiently(params, epoch, patience, most):
    losses, best = [], 0
    kept = {name: p.copy() for name, p in params.items()}
    while len(losses) < most and len(losses) - best < patience:
        losses.append(epoch())
        if best == 0 or losses[-1] < losses[best - 1]:
            best = len(losses)
            kept = {name: p.copy() for name, p in params.items()}
    for name in params:
        params[name][...] = kept[name]
    return best, len(losses)

#: wrong · starts from a loss of 10, right in the visible test · names "begin with inf"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = 1e9, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · a little lower is not lower, right in the visible test · names "a little lower is lower"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest - 1e-6:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · ignores most · names "is called more than"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · no copy from before the first epoch · names "as at the start"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in kept:
        params[name][...] = kept[name]
    return best, done

#: wrong · calls epoch twice · names "is called more than"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = epoch(), done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · forgets to return · names "is a `return` missing"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]

#: wrong · keeps W and b alone, right in the visible test · names "at the end W2 is that of the last epoch"
def train_patiently(params, epoch, patience, most):
    lowest, best, waited = np.inf, 0, 0
    kept = {"W": params["W"].copy(), "b": params["b"].copy()}
    done = 0
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {"W": params["W"].copy(), "b": params["b"].copy()}
        else:
            waited += 1
    for name in kept:
        params[name][...] = kept[name]
    return best, done

#: wrong · keeps the arrays in float32 · names "own dtype"
def train_patiently(params, epoch, patience, most):
    lowest, best, waited = np.inf, 0, 0
    kept = {name: p.astype(np.float32) for name, p in params.items()}
    done = 0
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.astype(np.float32) for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · put back by adding the difference · names "without arithmetic"
def train_patiently(params, epoch, patience, most):
    lowest, best, waited = np.inf, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    done = 0
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name] += kept[name] - params[name]
    return best, done

#: wrong · put back by times 0 and plus · names "no arithmetic undoes"
def train_patiently(params, epoch, patience, most):
    numbers = {}
    for name in params:
        numbers[name] = params[name].tolist()
    smallest = float("inf")
    best = 0
    done = 0
    bad_in_a_row = 0
    going = True
    while going:
        loss = epoch()
        done = done + 1
        better = False
        if not np.isnan(loss) and not np.isinf(loss):
            if loss < smallest:
                better = True
        if better:
            smallest = loss
            best = done
            bad_in_a_row = 0
            for name in params:
                numbers[name] = params[name].tolist()
        else:
            bad_in_a_row = bad_in_a_row + 1
        if bad_in_a_row >= patience or done >= most:
            going = False
    for name in params:
        params[name] *= 0
        params[name] += np.array(numbers[name], params[name].dtype)
    return best, done

#: wrong · a loss of 0 is no loss, right in the visible test · names "may be 0"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = 0, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = epoch()
        done += 1
        if np.isfinite(loss) and (not lowest or loss < lowest):
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · the smallest with nan among them · names "min over losses"
def train_patiently(params, epoch, patience, most):
    losses, best, done, waited = [np.inf], 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        losses.append(epoch())
        done += 1
        if losses[-1] < np.min(losses[:-1]):
            best, waited = done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · losses rounded, right in the visible test · names "a little lower is lower"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < most and waited < patience:
        loss = round(float(epoch()), 3)
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done

#: wrong · one fewer than most · names "all of `most` epochs"
def train_patiently(params, epoch, patience, most):
    lowest, best, done, waited = np.inf, 0, 0, 0
    kept = {name: p.copy() for name, p in params.items()}
    while done < max(most - 1, 1) and waited < patience:
        loss = epoch()
        done += 1
        if loss < lowest:
            lowest, best, waited = loss, done, 0
            kept = {name: p.copy() for name, p in params.items()}
        else:
            waited += 1
    for name in params:
        params[name][...] = kept[name]
    return best, done
