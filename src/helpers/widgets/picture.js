// Shows what Python drew: a picture with its alt text, or a drawing that a hand can enter (hand.js), and an error below it. It also
// gives the controls around it what ipywidgets leaves out: names for slider handles, and buttons that say "not now" without
// losing the keyboard's focus.

function nameControls(box) {
  const set = (element, name, value) => {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  for (const handle of box.querySelectorAll(".noUi-handle")) {
    const row = handle.closest(".widget-inline-hbox");
    const label = row?.querySelector(".widget-label")?.textContent;
    const readout = row?.querySelector(".widget-readout");
    if (label) set(handle, "aria-label", label);
    if (label) set(readout, "aria-label", `${label}, value`);
    set(readout, "role", "textbox"); // it is a div that can be typed into
    // What the handle calls its value is the power of ten of a log slider, and the place in the list of a selection.
    if (readout?.textContent) set(handle, "aria-valuetext", readout.textContent);
  }
  for (const button of box.querySelectorAll("button.jupyter-button")) {
    set(button, "aria-disabled", String(button.classList.contains("helpers-off")));
  }
}

function render({ model, el }) {
  const stage = made(el, "div", "helpers-stage");
  const alert = made(el, "div", "helpers-alert");
  const live = made(el, "div", "helpers-spoken");
  live.setAttribute("aria-live", "polite");

  // One question at a time: what the hand does while Python draws is asked once that is answered.
  let turn = 0, waited = 0, next = null;
  const ask = (values) => {
    next = { ...next, ...values };
    if (waited) return;
    waited = ++turn;
    model.set("moved", { turn, values: next });
    next = null;
    model.save_changes();
  };
  const answered = () => {
    if (model.get("answered") !== waited) return;
    waited = 0;
    if (next) ask({});
  };

  let address = "", image = null, drawing = null;
  const count = () => (stage.dataset.drawn = Number(stage.dataset.drawn ?? 0) + 1); // how many pictures the page has shown: for tests
  const showPicture = () => {
    if (model.get("drawing")) return;
    image ??= made(stage, "img");
    const old = address;
    address = URL.createObjectURL(new Blob([model.get("value")], { type: "image/png" }));
    image.src = address;
    image.decode().then(count, count);
    if (old) URL.revokeObjectURL(old);
  };
  const showDrawing = () => {
    if (!model.get("drawing")) return;
    drawing ??= hand(made(stage, "div", "helpers-drawing helpers-figure"), ask);
    drawing.draw(model.get("drawing"), model.get("alt"));
    count();
  };
  const showText = () => {
    if (image) {
      image.alt = model.get("alt");
      image.width = model.get("width");
      image.className = model.get("photo") ? "helpers-photo" : "helpers-figure";
    }
    if (alert.innerHTML !== model.get("alert")) alert.innerHTML = model.get("alert"); // Python has escaped it
  };
  let waiting = 0;
  const speak = () => {
    clearTimeout(waiting); // while a slider is dragged nothing is said, only where it comes to rest
    waiting = setTimeout(() => (live.textContent = model.get("spoken")), 400);
  };
  showPicture();
  showDrawing();
  showText();
  model.on("change:value", showPicture);
  model.on("change:drawing", showDrawing);
  model.on("change:alt change:width change:photo change:alert", showText);
  model.on("change:spoken", speak);
  model.on("change:answered", answered);

  // The box stands in the page only a moment later, and its controls come and change on their own.
  const controls = new MutationObserver(() => nameControls(el.closest(".helpers-widget") ?? el));
  const placed = new ResizeObserver(() => {
    const box = el.closest(".helpers-widget");
    if (!box) return;
    placed.disconnect();
    nameControls(box);
    const attributeFilter = ["class", "aria-valuetext"];
    controls.observe(box, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter });
  });
  placed.observe(el);

  return () => {
    controls.disconnect();
    placed.disconnect();
    drawing?.stop();
    clearTimeout(waiting);
    model.off("change:value", showPicture);
    model.off("change:drawing", showDrawing);
    model.off("change:alt change:width change:photo change:alert", showText);
    model.off("change:spoken", speak);
    model.off("change:answered", answered);
    URL.revokeObjectURL(address);
  };
}

export default { render };
