"""The digit pad in a real browser without Jupyter: its JavaScript as it is, and a DigitPad behind it.

pad = PadPage(page, DigitPad(network, (1, 8, 8)))
pad.stroke([(30, 20), (60, 90)])
assert pad.asked == ["read", …]
"""

from helpers.widgets import DigitPad

SYNCED = ("result", "sample", "has_samples")
START = """async ([code, css, first]) => {
    document.head.innerHTML = '<meta charset=utf8><title>pad</title>';
    document.body.innerHTML = '<main><div id="el"></div><p id="below">what follows in the page</p></main>';
    document.head.appendChild(document.createElement('style')).textContent = css;
    const module = await import(URL.createObjectURL(new Blob([code], {type: 'text/javascript'})));
    const state = {...first}, heard = [];
    window.waiting = 0;
    window.most = 0;
    window.put = changes => {
        Object.assign(state, changes);
        for (const [names, action] of heard) if (names.some(name => name.slice(7) in changes)) action();
    };
    const model = {
        get: name => state[name],
        on: (names, action) => heard.push([names.split(' '), action]),
        off: () => {},
        send: async (content, _, buffers) => {
            window.most = Math.max(window.most, ++window.waiting);
            await new Promise(resolve => setTimeout(resolve, window.slow ?? 0));
            const changes = await window.python_asked(content, buffers ? [...new Uint8Array(buffers[0])] : []);
            window.waiting--;
            window.put(changes);
        },
    };
    module.default.render({model, el: document.getElementById('el')});
    await document.fonts.ready;
}"""


class PadPage:
    """A page with a DigitPad. ``asked``: what the page has asked, one after the other; ``pages``: the drawings it sent."""

    def __init__(self, page, pad):
        self.page, self.pad, self.asked, self.pages = page, pad, [], []
        page.problems = getattr(page, "problems", [])
        page.problems.clear()

        def answer(content, sent):
            before = pad.sample
            self.asked.append(content["ask"])
            if sent:
                self.pages.append(bytes(sent))
            pad._asked(pad, content, [memoryview(bytes(sent))])
            return {"result": pad.result} | ({"sample": pad.sample} if pad.sample is not before else {})

        page.goto("about:blank")
        name = f"python_asked_{id(self)}"
        page.expose_function(name, answer)
        page.evaluate("name => { window.python_asked = window[name]; }", name)
        page.evaluate(START, [DigitPad._esm, str(pad._css), {name: getattr(pad, name) for name in SYNCED}])
        self.paper = page.locator("canvas.helpers-pad-paper")

    def put(self):
        """Show what the pad says now, as when Python has read anew."""
        self.page.evaluate("changes => window.put(changes)", {"result": self.pad.result})

    def button(self, name):
        return self.page.get_by_role("button", name=name)

    def stroke(self, points, lift=True, pause=0):
        """Draw through points, (x, y) in parts of 112 of the paper. pause: milliseconds between them."""
        box = self.paper.bounding_box()
        places = [(box["x"] + box["width"] * x / 112, box["y"] + box["height"] * y / 112) for x, y in points]
        self.page.mouse.move(*places[0])
        self.page.mouse.down()
        for place in places[1:]:
            self.page.mouse.move(*place)
            self.page.wait_for_timeout(pause)
        if lift:
            self.page.mouse.up()

    def rest(self):
        """Wait until nothing more is asked."""
        self.page.wait_for_function("document.querySelector('.helpers-pad-paper').dataset.open === '0' && window.waiting === 0")

    def ink(self):
        """What stands on the paper, as the page shows it: the share of dark pixels."""
        return self.paper.evaluate(
            """paper => { const {data} = paper.getContext('2d').getImageData(0, 0, paper.width, paper.height);
                let dark = 0; for (let i = 0; i < data.length; i += 4) dark += data[i] < 128;
                return dark / (data.length / 4); }"""
        )
