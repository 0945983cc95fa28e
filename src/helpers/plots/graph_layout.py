"""Where the numbers of a computational graph stand in a drawing: columns by depth, rows near their neighbours.

Source: Sugiyama, Tagawa, Toda, Methods for Visual Understanding of Hierarchical System Structures, 1981.
"""

from helpers.graph import topological_order

THIN = 0.3  # the room of a line that passes a column, in rows; a box has 1


def layout(value):
    """Where each node of value's graph stands in a drawing, and how its lines run.

    Returns (places, lines): {node: (column, row)}, the leaves in column 0 or as near as can be to where they are used, and
    for each pair of a node and its nth input {(node, n): [(column, row), …]} from the input to the node. Rows may be fractions;
    in a column no two boxes are closer than 1, no two lines than THIN, and no box and line than the mean of both.
    """
    order = topological_order(value)
    behind = {node: 0 for node in order}  # columns between this node and the last one
    for node in reversed(order):
        for source in node.inputs:
            behind[source] = max(behind[source], behind[node] + 1)
    width = max(behind.values())
    columns = [[node for node in order if width - behind[node] == column] for column in range(width + 1)]
    links, lines = [], {}  # pairs of neighbours; a line that passes a column gets a place of its own there
    for node in order:
        for n, source in enumerate(node.inputs):
            way = [source, *((node, n, column) for column in range(width - behind[source] + 1, width - behind[node])), node]
            for column, stop in enumerate(way[1:-1], start=width - behind[source] + 1):
                columns[column].append(stop)
            links += zip(way[:-1], way[1:], strict=True)
            lines[node, n] = way
    place = _rows(columns, links)
    column_of = {item: column for column, items in enumerate(columns) for item in items}
    places = {node: (column_of[node], place[node]) for node in order}
    return places, {edge: [(column_of[stop], place[stop]) for stop in way] for edge, way in lines.items()}


def _rows(columns, links):
    """{item: row}: in turns, each column moves towards the mean of its neighbours on one side."""
    sides = ({}, {})
    for left, right in links:
        sides[0].setdefault(right, []).append(left)
        sides[1].setdefault(left, []).append(right)
    row = {item: place - (len(items) - 1) / 2 for items in columns for place, item in enumerate(items)}
    for turn in range(11):  # an odd number: the last turn centres each node on its inputs
        side = sides[turn % 2]
        for items in columns if turn % 2 == 0 else reversed(columns):
            wanted = {i: sum(row[n] for n in side[i]) / len(side[i]) if i in side else row[i] for i in items}
            items.sort(key=wanted.get)
            sizes = [THIN if isinstance(item, tuple) else 1.0 for item in items]
            row.update(zip(items, apart([wanted[item] for item in items], sizes), strict=True))
    return row


def apart(wanted, sizes):
    """The rows nearest to the wanted ones (in rising order) whose distances leave room for their sizes, by least squares."""
    blocks, begins = [], []  # neighbours that touch move together: [sum of what they want, how many]
    for place, (row, size) in enumerate(zip(wanted, sizes, strict=True)):
        begins.append(begins[-1] + (sizes[place - 1] + size) / 2 if place else 0.0)
        blocks.append([row - begins[-1], 1])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] > blocks[-1][0] * blocks[-2][1]:
            total, count = blocks.pop()
            blocks[-1] = [blocks[-1][0] + total, blocks[-1][1] + count]
    shifts = [total / count for total, count in blocks for _ in range(count)]
    return [begin + shift for begin, shift in zip(begins, shifts, strict=True)]
