// The paper of the digit pad, and what Python makes of the drawing on it: a drawing of its own (shown by hand.js), with canvases
// for the paper and the small pictures on top. While one draws, Python is asked one question at a time; the newest drawing wins.

const SIDE = 112; // pixels of the drawing that Python gets
const FINE = 5; // the page shows it so many times finer
const STEP = 4; // of the pen that the arrow keys move

// Grey values (0 paper, 255 ink), as base64, onto a canvas of their own size.
function paint(canvas, { width, height, pixels }) {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const page = canvas.getContext("2d"), image = page.createImageData(width, height), ink = atob(pixels);
  for (let i = 0; i < ink.length; i++) {
    image.data.fill(255 - 0.9 * ink.charCodeAt(i), 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  page.putImageData(image, 0, 0);
}

function render({ model, el }) {
  const root = made(el, "div", "helpers-pad");
  const buttons = made(root, "div", "helpers-pad-buttons");
  const clearButton = made(buttons, "button", "jupyter-button", "Clear");
  const sampleButton = made(buttons, "button", "jupyter-button", "Sample digit");
  for (const button of [clearButton, sampleButton]) button.type = "button";
  const stage = made(root, "div", "helpers-drawing helpers-figure");
  const drawing = hand(stage, () => {});
  const alert = made(root, "div", "helpers-pad-alert");
  alert.setAttribute("role", "alert");
  const live = made(root, "div", "helpers-spoken");
  live.setAttribute("aria-live", "polite");

  // The paper in the page is fine; what Python gets is the same strokes on a coarse one.
  const paper = document.createElement("canvas"), coarse = document.createElement("canvas");
  paper.className = "helpers-pad-paper";
  paper.width = paper.height = FINE * SIDE;
  coarse.width = coarse.height = SIDE;
  paper.tabIndex = 0;
  paper.setAttribute("role", "application");
  paper.setAttribute("aria-roledescription", "drawing paper");
  paper.setAttribute(
    "aria-label",
    "Paper to draw a digit on. The arrow keys move the pen, Space puts it down and lifts it. Or press Sample digit.",
  );
  const pen = document.createElement("div");
  pen.className = "helpers-pad-pen";
  pen.hidden = true; // until a key moves it
  const pages = [paper.getContext("2d"), coarse.getContext("2d", { willReadFrequently: true })];
  pages[0].scale(FINE, FINE);
  const clear = () => {
    for (const page of pages) {
      page.fillStyle = "white";
      page.fillRect(0, 0, SIDE, SIDE);
    }
  };
  const line = (from, to) => {
    for (const page of pages) {
      page.strokeStyle = page === pages[0] ? "#1A1A1A" : "black";
      page.lineWidth = SIDE / 12;
      page.lineCap = page.lineJoin = "round";
      page.beginPath();
      page.moveTo(...from);
      page.lineTo(...to);
      page.stroke();
    }
  };

  let turn = 0, open = 0, next = null;
  const ask = (question) => {
    next = question;
    if (open || !next) return;
    open = ++turn;
    if (next === "sample") model.send({ ask: "sample", turn });
    else {
      const data = pages[1].getImageData(0, 0, SIDE, SIDE).data, ink = new Uint8Array(SIDE * SIDE);
      for (let i = 0; i < ink.length; i++) ink[i] = 255 - data[4 * i];
      model.send({ ask: "read", turn }, undefined, [ink.buffer]);
    }
    next = null;
  };

  let last = null;
  const place = (event) => {
    const box = paper.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
  };
  paper.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    paper.focus({ preventScroll: true });
    pen.hidden = true;
    paper.setPointerCapture(event.pointerId); // a stroke that leaves the page still ends here
    last = place(event);
    line(last, last);
    ask("read");
  });
  paper.addEventListener("pointermove", (event) => {
    if (!last) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) {
      const here = place(one);
      line(last, here);
      last = here;
    }
    ask("read");
  });
  let waiting = 0;
  const speak = () => {
    clearTimeout(waiting); // while one draws, or the network learns, nothing is said, only where it comes to rest
    waiting = setTimeout(() => {
      const { answer, error } = model.get("result");
      if (!last && !error) live.textContent = answer;
    }, 400);
  };
  const lift = () => {
    last = null;
    speak();
  };
  paper.addEventListener("pointerup", lift);
  paper.addEventListener("pointercancel", lift);

  const at = { x: SIDE / 2, y: SIDE / 2, down: false };
  const showPen = () => {
    const [left, top, width, height] = model.get("result").paper, size = model.get("result");
    pen.style.left = `${(100 * (left + (width * at.x) / SIDE)) / size.width}%`;
    pen.style.top = `${(100 * (top + (height * at.y) / SIDE)) / size.height}%`;
    pen.classList.toggle("helpers-down", at.down);
  };
  paper.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation(); // Jupyter would take the key too
    pen.hidden = false;
    const from = [at.x, at.y];
    if (way) {
      at.x = clamp(at.x + STEP * way[0], 6, SIDE - 6);
      at.y = clamp(at.y + STEP * way[1], 6, SIDE - 6);
    } else {
      at.down = !at.down;
      live.textContent = at.down ? "pen down" : "pen up";
    }
    showPen();
    if (!at.down) return;
    line(from, [at.x, at.y]);
    ask("read");
  });
  paper.addEventListener("blur", () => {
    at.down = false;
    pen.hidden = true;
  });
  paper.addEventListener("focus", () => {
    pen.hidden = !paper.matches(":focus-visible");
    showPen();
  });

  clearButton.addEventListener("click", () => {
    clear();
    ask("read");
  });
  sampleButton.addEventListener("click", () => ask("sample"));
  if (!model.get("has_samples")) sampleButton.style.display = "none";

  let pictures = [];
  const put = (canvas, [left, top, width, height], { width: wide, height: high }) => {
    canvas.style.left = `${(100 * left) / wide}%`;
    canvas.style.top = `${(100 * top) / high}%`;
    canvas.style.width = `${(100 * width) / wide}%`;
    canvas.style.height = `${(100 * height) / high}%`;
  };
  const showResult = () => {
    const result = model.get("result");
    drawing.draw(result.svg, result.alt);
    if (!paper.parentElement) {
      stage.append(paper, pen);
      put(paper, result.paper, result);
      pictures = [0, 1, 2].map(() => made(stage, "canvas", "helpers-pad-picture"));
      for (const canvas of pictures) canvas.setAttribute("aria-hidden", "true"); // the caption says what it is
      showPen();
    }
    pictures.forEach((canvas, i) => {
      const picture = result.pictures[i];
      canvas.hidden = !picture;
      if (!picture) return;
      paint(canvas, picture);
      put(canvas, picture.place, result);
    });
    const said = result.error ? result.answer : "";
    if (alert.textContent !== said) alert.textContent = said;
    speak();
    paper.dataset.read = result.count; // for tests: which reading the page shows, and whether another one is on its way
    if (result.turn === open) {
      open = 0;
      ask(next);
    }
    paper.dataset.open = open;
  };
  const showSample = () => {
    const sample = model.get("sample");
    if (!sample.pixels || next) return; // who draws meanwhile keeps the drawing
    paint(coarse, sample);
    pages[0].drawImage(coarse, 0, 0);
  };

  clear();
  showSample();
  showResult();
  clearTimeout(waiting); // of the first drawing nothing is said
  model.on("change:sample", showSample);
  model.on("change:result", showResult);
  return () => {
    clearTimeout(waiting);
    drawing.stop();
    model.off("change:sample", showSample);
    model.off("change:result", showResult);
  };
}

export default { render };
