// The drawing page, the pictures of what happens to a drawing, and the bars. Python does the reading.

const SIDE = 112; // pixels of the drawing that Python gets

function element(parent, tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  parent.appendChild(made);
  return made;
}

function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

// Grey values (0 paper, 255 ink), as base64, onto a canvas of their own size.
function paint(canvas, { width, height, pixels }) {
  canvas.width = width;
  canvas.height = height;
  const page = canvas.getContext("2d");
  const image = page.createImageData(width, height);
  const ink = atob(pixels);
  for (let i = 0; i < ink.length; i++) {
    image.data.fill(255 - ink.charCodeAt(i), 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  page.putImageData(image, 0, 0);
}

function render({ model, el }) {
  const root = element(el, "div", "helpers-pad");
  const left = element(root, "div", "helpers-pad-left");
  const paper = element(left, "canvas", "helpers-pad-paper");
  paper.width = paper.height = SIDE;
  paper.setAttribute("role", "img");
  paper.setAttribute("aria-label", "Page to draw a digit on. The button Sample digit puts one there for you.");
  const buttons = element(left, "div", "helpers-pad-buttons");
  const clearButton = element(buttons, "button", "jupyter-button", "Clear");
  const sampleButton = element(buttons, "button", "jupyter-button", "Sample digit");
  const right = element(root, "div", "helpers-pad-right");
  const answer = element(right, "div", "helpers-pad-answer");
  answer.setAttribute("aria-live", "polite");
  const bars = element(right, "div", "helpers-pad-bars");
  const steps = element(el, "div", "helpers-pad-steps");

  const page = paper.getContext("2d", { willReadFrequently: true });
  const clear = () => {
    page.fillStyle = "white";
    page.fillRect(0, 0, SIDE, SIDE);
  };
  const send = () => {
    const data = page.getImageData(0, 0, SIDE, SIDE).data;
    const ink = new Uint8Array(SIDE * SIDE);
    for (let i = 0; i < ink.length; i++) ink[i] = 255 - data[4 * i];
    model.set("drawing", toBase64(ink));
    model.save_changes();
  };

  let last = null;
  const place = (event) => {
    const box = paper.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
  };
  const line = (from, to) => {
    page.strokeStyle = "black";
    page.lineWidth = SIDE / 12;
    page.lineCap = page.lineJoin = "round";
    page.beginPath();
    page.moveTo(...from);
    page.lineTo(...to);
    page.stroke();
  };
  paper.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    paper.setPointerCapture(event.pointerId); // a stroke that leaves the page still ends here
    last = place(event);
    line(last, last);
  });
  paper.addEventListener("pointermove", (event) => {
    if (!last) return;
    const all = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    for (const one of all.length ? all : [event]) {
      const next = place(one);
      line(last, next);
      last = next;
    }
  });
  const lift = () => {
    if (last) send();
    last = null;
  };
  paper.addEventListener("pointerup", lift);
  paper.addEventListener("pointercancel", lift);
  clearButton.addEventListener("click", () => {
    clear();
    send();
  });
  sampleButton.addEventListener("click", () => model.send({ ask: "sample" }));
  if (!model.get("has_samples")) sampleButton.style.display = "none";

  const showSample = () => {
    const sample = model.get("sample");
    if (sample && sample.pixels) paint(paper, sample);
  };
  const showResult = () => {
    const result = model.get("result");
    answer.textContent = result.answer;
    answer.classList.toggle("helpers-pad-error", Boolean(result.error));
    bars.replaceChildren();
    for (const { name, value, best } of result.bars) {
      const row = element(bars, "div", best ? "helpers-pad-bar helpers-pad-best" : "helpers-pad-bar");
      element(row, "span", "helpers-pad-name", name);
      element(element(row, "span", "helpers-pad-track"), "span", "helpers-pad-fill").style.width = `${100 * value}%`;
      element(row, "span", "helpers-pad-value", `${(100 * value).toFixed(0)} %`);
    }
    steps.replaceChildren();
    result.steps.forEach((step, i) => {
      if (i) element(steps, "span", "helpers-pad-arrow", "→");
      const figure = element(steps, "figure", "helpers-pad-step");
      const canvas = element(figure, "canvas");
      canvas.setAttribute("aria-hidden", "true"); // its caption says what it is, the answer what became of it
      paint(canvas, step);
      element(figure, "figcaption", "", step.title);
    });
    paper.dataset.read = result.count; // for tests: which drawing the page shows the answer to
  };

  clear();
  showSample();
  showResult();
  model.on("change:sample", showSample);
  model.on("change:result", showResult);
  return () => {
    model.off("change:sample", showSample);
    model.off("change:result", showResult);
  };
}

export default { render };
