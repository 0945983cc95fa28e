"""A drawing in a real browser without Jupyter: the page's JavaScript as it is, and the figure function behind it.

hand = HandPage(page, plots.descent, lr=0.3)
hand.drag("start0 start1", 40, -20)
assert hand.values == {"lr": 0.3, "start0": …, "start1": …}
"""

import json

from helpers.widgets.picture import Picture

START = """async ([code, css]) => {
    document.head.innerHTML = '<meta charset=utf8><title>drawing</title>';
    document.body.innerHTML = '<main class="helpers-widget"><div id="el"></div></main>';
    document.head.appendChild(document.createElement('style')).textContent = css;
    const module = await import(URL.createObjectURL(new Blob([code], {type: 'text/javascript'})));
    const state = {moved: {}, answered: 0, value: null, drawing: '', alt: '', width: 0, photo: false, alert: '', spoken: ''};
    const heard = [];
    const model = {
        get: name => state[name],
        set: (name, value) => { state[name] = value; },
        on: (names, action) => heard.push([names.split(' '), action]),
        off: () => {},
        save_changes: async () => put(await window.python_draw(JSON.stringify(state.moved.values), state.moved.turn)),
    };
    const put = changes => {
        Object.assign(state, changes);
        for (const [names, action] of heard) if (names.some(name => name.slice(7) in changes)) action();
    };
    put(await window.python_draw('{}', 0));
    window.put = put;
    module.default.render({model, el: document.getElementById('el')});
    await document.fonts.ready;
}"""


class HandPage:
    """A page that shows figure(**values), a Drawing. ``values``: what its hand has moved; ``count``: how often it was drawn."""

    def __init__(self, page, figure, **values):
        self.page, self.figure, self.values, self.count, self.drawing = page, figure, values, 0, None
        page.problems = getattr(page, "problems", [])

        def draw(moved, turn):
            self.values = self.values | json.loads(moved)
            self.drawing = figure(**self.values)
            self.count += 1
            return {"drawing": self.drawing.svg(), "alt": self.drawing.alt, "answered": turn}

        page.goto("about:blank")  # what an earlier page had exposed is gone with it
        self.name = f"python_draw_{id(self)}"
        page.expose_function(self.name, draw)
        page.evaluate("name => { window.python_draw = window[name]; }", self.name)
        page.evaluate(START, [Picture._esm, str(Picture._css)])

    def find(self, selector):
        return self.page.locator(f"#el {selector}")

    def handle(self, key):
        return self.find(f'[data-key="{key}"]')

    def drag(self, key, right, down, steps=5):
        """Take the middle of a handle and move it by so many pixels."""
        box = self.handle(key).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=steps)
        self.page.mouse.up()
        self.rest()

    def press(self, key, name):
        """A key on a handle that has the focus."""
        self.handle(key).focus()
        self.page.keyboard.press(name)
        self.rest()

    def rest(self):
        """Wait until nothing more is asked."""
        before = -1
        while before != self.count:
            before = self.count
            self.page.wait_for_timeout(40)
