#: tests · the order of a backward pass over any graph: fan-out adds, everyone waits for all users, no recursion

#: right · counts who has still to hand on
def slopes_of(graph, result):
    users, seen, to_do = {result: 0}, {result}, [result]
    while to_do:
        for source, _ in graph.get(to_do.pop(), []):
            users[source] = users.get(source, 0) + 1
            if source not in seen:
                seen.add(source)
                to_do.append(source)
    found, ready = {name: 0.0 for name in users}, [result]
    found[result] = 1.0
    while ready:
        name = ready.pop()
        for source, local in graph.get(name, []):
            found[source] += found[name] * local
            users[source] -= 1
            if users[source] == 0:
                ready.append(source)
    return found

#: right · every part that arrives travels on by itself
def slopes_of(graph, result):
    from collections import defaultdict
    found, parts = defaultdict(float), [(result, 1.0)]
    while parts:
        name, part = parts.pop()
        found[name] += part
        parts += [(source, part * local) for source, local in graph.get(name, ())]
    return found

#: right · zeros for all others, order by repeated passes
def slopes_of(graph, result):
    names = list(dict.fromkeys([*graph, *(s for inputs in graph.values() for s, _ in inputs)]))
    placed, ordered, left = set(), [], names
    while left:
        waiting = []
        for name in left:
            if all(s in placed for s, _ in graph.get(name, [])):
                placed.add(name)
                ordered.append(name)
            else:
                waiting.append(name)
        left = waiting
    found = dict.fromkeys(names, 0.0)
    found[result] = 1.0
    for name in ordered[::-1]:
        for s, local in graph.get(name, []):
            found[s] += local * found[name]
    return found

#: wrong · nearest first · names "before all of it had arrived"
def slopes_of(graph, result):
    found, queue, seen = {result: 1.0}, [result], {result}
    while queue:
        name = queue.pop(0)
        for source, local in graph.get(name, []):
            found[source] = found.get(source, 0.0) + found[name] * local
            if source not in seen:
                seen.add(source)
                queue.append(source)
    return found

#: wrong · a stack of names, last in first out · names "before s had handed its part"
def slopes_of(graph, result):
    found, stack, seen = {result: 1.0}, [result], {result}
    while stack:
        name = stack.pop()
        for source, local in graph.get(name, []):
            found[source] = found.get(source, 0.0) + found[name] * local
            if source not in seen:
                seen.add(source)
                stack.append(source)
    return found

#: wrong · = for += · names "kept one of two"
def slopes_of(graph, result):
    order, seen = [], set()
    def visit(name):
        if name not in seen:
            seen.add(name)
            for source, _ in graph.get(name, []):
                visit(source)
            order.append(name)
    visit(result)
    found = {result: 1.0}
    for name in reversed(order):
        for source, local in graph.get(name, []):
            found[source] = found[name] * local
    return found

#: wrong · setdefault: the first part stays · names "kept the first of two"
def slopes_of(graph, result):
    order, seen = [], set()
    def visit(name):
        if name not in seen:
            seen.add(name)
            for source, _ in graph.get(name, []):
                visit(source)
            order.append(name)
    visit(result)
    found = {result: 1.0}
    for name in reversed(order):
        for source, local in graph.get(name, []):
            found.setdefault(source, found[name] * local)
    return found

#: wrong · the order by recursion · names "a chain of 4,000 numbers"
def slopes_of(graph, result):
    order, seen = [], set()
    def visit(name):
        if name not in seen:
            seen.add(name)
            for source, _ in graph.get(name, []):
                visit(source)
            order.append(name)
    visit(result)
    found = dict.fromkeys(order, 0.0)
    found[result] = 1.0
    for name in reversed(order):
        for source, local in graph.get(name, []):
            found[source] += found[name] * local
    return found

#: wrong · starts with 0 · names "by itself is 1"
def slopes_of(graph, result):
    found = {result: 0.0}
    parts = [(result, 0.0)]
    while parts:
        name, part = parts.pop()
        for source, local in graph.get(name, []):
            found[source] = found.get(source, 0.0) + part * local
            parts.append((source, part * local))
    return found

#: wrong · local slopes alone · names "local slope alone"
def slopes_of(graph, result):
    found, seen, to_do = {result: 1.0}, {result}, [result]
    while to_do:
        for source, local in graph.get(to_do.pop(), []):
            found[source] = found.get(source, 0.0) + local
            if source not in seen:
                seen.add(source)
                to_do.append(source)
    return found

#: wrong · adds along a path · names "they do not add"
def slopes_of(graph, result):
    order, seen, to_do = [], set(), [(result, False)]
    while to_do:
        name, done = to_do.pop()
        if done:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            to_do.append((name, True))
            to_do += [(s, False) for s, _ in graph.get(name, [])]
    found = dict.fromkeys(order, 0.0)
    found[result] = 1.0
    for name in reversed(order):
        for source, local in graph.get(name, []):
            found[source] += found[name] + local
    return found

#: wrong · the entries as they stand · names "as they stand"
def slopes_of(graph, result):
    found = {s: 0.0 for inputs in graph.values() for s, _ in inputs} | {n: 0.0 for n in graph}
    found[result] = 1.0
    for name in graph:
        for source, local in graph[name]:
            found[source] += found[name] * local
    return found

#: wrong · the entries from the last to the first · names "from the last to the first"
def slopes_of(graph, result):
    found = {s: 0.0 for inputs in graph.values() for s, _ in inputs} | {n: 0.0 for n in graph}
    found[result] = 1.0
    for name in reversed(list(graph)):
        for source, local in graph[name]:
            found[source] += found[name] * local
    return found

#: wrong · whatever nobody uses is a result as well · names "later is made of z"
def slopes_of(graph, result):
    used = {s for inputs in graph.values() for s, _ in inputs}
    found, parts = {}, [(name, 1.0) for name in {*graph, result} if name not in used or name == result]
    while parts:
        name, part = parts.pop()
        found[name] = found.get(name, 0.0) + part
        parts += [(s, part * local) for s, local in graph.get(name, [])]
    return found

#: wrong · result is ignored · names "those are the slopes of later"
def slopes_of(graph, result):
    used = {s for inputs in graph.values() for s, _ in inputs}
    found, parts = {}, [(name, 1.0) for name in graph if name not in used]
    while parts:
        name, part = parts.pop()
        found[name] = found.get(name, 0.0) + part
        parts += [(s, part * local) for s, local in graph.get(name, [])]
    return found

#: wrong · leaves looked up like the others · names "KeyError"
def slopes_of(graph, result):
    found, parts = {}, [(result, 1.0)]
    while parts:
        name, part = parts.pop()
        found[name] = found.get(name, 0.0) + part
        parts += [(s, part * local) for s, local in graph[name]]
    return found

#: wrong · only numbers with an entry get a slope · names "no slope by x"
def slopes_of(graph, result):
    found, parts = {}, [(result, 1.0)]
    while parts:
        name, part = parts.pop()
        found[name] = found.get(name, 0.0) + part
        parts += [(s, part * local) for s, local in graph.get(name, []) if s in graph]
    return found

#: wrong · only leaves · names "no slope by u"
def slopes_of(graph, result):
    found, parts = {}, [(result, 1.0)]
    while parts:
        name, part = parts.pop()
        if name not in graph:
            found[name] = found.get(name, 0.0) + part
        parts += [(s, part * local) for s, local in graph.get(name, [])]
    return found

#: wrong · the inputs as a dict: the same one twice is lost · names "stands twice"
def slopes_of(graph, result):
    found, parts = {}, [(result, 1.0)]
    while parts:
        name, part = parts.pop()
        found[name] = found.get(name, 0.0) + part
        parts += [(s, part * local) for s, local in dict(graph.get(name, [])).items()]
    return found

#: wrong · eats the graph · names "changed the graph"
def slopes_of(graph, result):
    found, waiting = {result: 1.0}, [result]
    while waiting:
        for name in waiting:
            if not any(s == name for n in graph if n in found for s, _ in graph[n]):
                break
        waiting.remove(name)
        for s, local in graph.pop(name, []):
            found[s] = found.get(s, 0.0) + found[name] * local
            if s not in waiting:
                waiting.append(s)
    return found

#: wrong · a list of slopes · names "a dict"
def slopes_of(graph, result):
    return [-1, -2, -15, -3, 1]

#: wrong · the visible example's numbers
def slopes_of(graph, result):
    return {"x": -1, "u": -2, "c": -15, "s": -3, "z": 1}

#: wrong · order by the name, backward
def slopes_of(graph, result):
    names = {result} | set(graph) | {s for inputs in graph.values() for s, _ in inputs}
    found = dict.fromkeys(names, 0.0)
    found[result] = 1.0
    for name in sorted(names, reverse=True):
        for s, local in graph.get(name, []):
            found[s] += found[name] * local
    return found

#: wrong · return is missing · names "return"
def slopes_of(graph, result):
    found, parts = {}, [(result, 1.0)]
    while parts:
        name, part = parts.pop()
        found[name] = found.get(name, 0.0) + part
        parts += [(s, part * local) for s, local in graph.get(name, [])]

#: wrong · all ones
def slopes_of(graph, result):
    return {name: 1.0 for inputs in graph.values() for name, _ in inputs} | {result: 1.0}

#: wrong · walks through the order forward · names "walk through the order backward"
def slopes_of(graph, result):
    order, seen, to_do = [], set(), [(result, False)]
    while to_do:
        name, inputs_are_in = to_do.pop()
        if inputs_are_in:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            to_do.append((name, True))
            to_do += [(source, False) for source, _ in graph.get(name, [])]
    found = {name: 0.0 for name in order}
    found[result] = 1.0
    for name in order:
        for source, local in graph.get(name, []):
            found[source] += found[name] * local
    return found

#: wrong · a set of the inputs loses equal ones · names "with the same slope"
def slopes_of(graph, result):
    order, seen, to_do = [], set(), [(result, False)]
    while to_do:
        name, ready = to_do.pop()
        if ready:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            to_do.append((name, True))
            to_do += [(source, False) for source, _ in set(graph.get(name, []))]
    found = {name: 0.0 for name in order}
    found[result] = 1.0
    for name in reversed(order):
        for source, local in set(graph.get(name, [])):
            found[source] += found[name] * local
    return found

#: wrong · leaves out a slope of 0 · names "no slope by u"
def slopes_of(graph, result):
    order, seen, to_do = [], set(), [(result, False)]
    while to_do:
        name, ready = to_do.pop()
        if ready:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            to_do.append((name, True))
            to_do += [(source, False) for source, _ in graph.get(name, [])]
    found = {name: 0.0 for name in order}
    found[result] = 1.0
    for name in reversed(order):
        for source, local in graph.get(name, []):
            found[source] += found[name] * local
    return {name: slope for name, slope in found.items() if slope}

#: wrong · counts the users that the result was not made with · names "no slope by x"
def slopes_of(graph, result):
    waiting = {}
    for inputs in graph.values():
        for source, _ in inputs:
            waiting[source] = waiting.get(source, 0) + 1
    found, ready = {result: 1.0}, [result]
    while ready:
        name = ready.pop()
        for source, local in graph.get(name, []):
            found[source] = found.get(source, 0.0) + found[name] * local
            waiting[source] -= 1
            if waiting[source] == 0:
                ready.append(source)
    return found

#: wrong · the dict is kept from call to call · names "an earlier call"
def slopes_of(graph, result, found={}):
    order, seen, to_do = [], set(), [(result, False)]
    while to_do:
        name, ready = to_do.pop()
        if ready:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            to_do.append((name, True))
            to_do += [(source, False) for source, _ in graph.get(name, [])]
    found[result] = 1.0
    for name in reversed(order):
        for source, local in graph.get(name, []):
            found[source] = found.get(source, 0.0) + found[name] * local
    return found

#: wrong · puts itself into the list before its inputs · names "before s had handed"
def slopes_of(graph, result):
    order, to_do = [], [result]
    while to_do:
        name = to_do.pop()
        if name not in order:
            order.append(name)
            to_do += [source for source, _ in graph.get(name, [])]
    found = {name: 0.0 for name in order}
    found[result] = 1.0
    for name in order:
        for source, local in graph.get(name, []):
            found[source] += found[name] * local
    return found

#: wrong · a queue without seen · names "two turns, the first with a part"
def slopes_of(graph, result):
    found, left = {result: 1.0}, [result]
    while left:
        name = left.pop(0)
        for source, local in graph.get(name, []):
            found[source] = found.get(source, 0.0) + found[name] * local
            left.append(source)
    return found

#: wrong · a stack without seen · names "a second turn"
def slopes_of(graph, result):
    found, left = {result: 1.0}, [result]
    while left:
        name = left.pop()
        for source, local in graph.get(name, []):
            found[source] = found.get(source, 0.0) + found[name] * local
            left.append(source)
    return found
