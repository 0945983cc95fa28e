// A drawing that a hand can enter: shapes that are dragged, pressed, typed over, and steps that are played. Python draws (see
// helpers.plots.drawing); what is here reads from the drawing what may be moved, and tells what was.

function made(parent, tag, name, words) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (words) element.textContent = words;
  parent.appendChild(element);
  return element;
}

// Turns one element into another one of the same kind, in place: what has the focus or the pointer keeps it. Elements with a
// data-key stay themselves, also where there is more or less before them than there was.
function morph(from, to) {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  const wanted = [...to.childNodes], key = (node) => node?.dataset?.key;
  const keys = new Set(wanted.map(key).filter(Boolean));
  wanted.forEach((node, i) => {
    let kept = key(node) ? from.childNodes[i] : null;
    while (kept && key(kept) !== key(node)) kept = kept.nextSibling;
    while (kept && from.childNodes[i] !== kept) from.childNodes[i].remove();
    const old = from.childNodes[i];
    if (!old) from.appendChild(document.importNode(node, true));
    else if (key(old) !== key(node) && keys.has(key(old))) from.insertBefore(document.importNode(node, true), old);
    else if (key(old) !== key(node) || old.nodeName !== node.nodeName) from.replaceChild(document.importNode(node, true), old);
    else if (node.nodeType === Node.TEXT_NODE) old.data !== node.data && (old.data = node.data);
    else morph(old, node);
  });
  while (from.childNodes.length > wanted.length) from.lastChild.remove();
}

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
// To the nearest step, in few digits: 0.3 and not 0.30000000000000004.
const snap = (value, step) => Number((step ? Math.round(value / step) * step : value).toPrecision(12));

// The drawing. move(values) is told what the hand has moved.
function hand(box, move) {
  let svg = null, dragged = null, playing = 0, bar = null;
  const parse = (text) => JSON.parse(text);

  const at = (group, event) => {
    const told = parse(group.dataset.hand), frame = svg.getBoundingClientRect(), view = svg.viewBox.baseVal;
    const point = [
      ((event.clientX - frame.left) / frame.width) * view.width,
      ((event.clientY - frame.top) / frame.height) * view.height,
    ];
    const [left, top, width, height] = told.box;
    const parts = [(point[0] - left) / width, (top + height - point[1]) / height];
    const values = told.names.map((_, i) => {
      const [start, end] = i ? told.y : told.x;
      return start + parts[i] * (end - start);
    });
    return { told, values };
  };
  const set = (told, values) => {
    const moved = {};
    told.names.forEach((name, i) => {
      if (name) moved[name] = clamp(snap(values[i], told.step[i]), told.low[i], told.high[i]);
    });
    if (told.names.some((name, i) => name && moved[name] !== told.value[i])) move(moved);
  };
  const group = (event) => event.target.closest?.("[data-hand]");

  box.addEventListener("pointerdown", (event) => {
    const found = group(event);
    if (!found || event.button) return;
    event.preventDefault();
    found.focus({ preventScroll: true });
    box.setPointerCapture(event.pointerId);
    const { told, values } = at(found, event);
    // Whoever takes a handle beside its middle does not move it by that.
    const apart = told.area ? [0, 0] : told.value.map((value, i) => value - (values[i] ?? 0));
    dragged = { key: found.dataset.key, apart };
    box.classList.add("helpers-dragging");
    if (told.area) set(told, values);
  });
  box.addEventListener("pointermove", (event) => {
    const held = dragged && svg.querySelector(`[data-hand][data-key="${dragged.key}"]`);
    const found = held ?? group(event);
    if (!found) return;
    const { told, values } = at(found, event);
    if (held) set(told, values.map((value, i) => value + dragged.apart[i]));
    else if (told.hover && event.pointerType === "mouse") set(told, values);
  });
  const drop = () => {
    dragged = null;
    box.classList.remove("helpers-dragging");
  };
  box.addEventListener("pointerup", drop);
  box.addEventListener("pointercancel", drop);
  box.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("[data-press]");
    if (pressed) move(parse(pressed.dataset.press));
  });
  box.addEventListener("keydown", (event) => {
    const pressed = event.target.closest?.("[data-press]");
    if (pressed && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      event.stopPropagation(); // Jupyter would take the key too
      return move(parse(pressed.dataset.press));
    }
    const way = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowDown: [1, -1], ArrowUp: [1, 1] }[event.key];
    const found = way && group(event);
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    const told = parse(found.dataset.hand), values = [...told.value], many = event.shiftKey ? 5 : 1;
    let [axis, sign] = way;
    if (!told.names[axis]) axis = 1 - axis; // one that moves one way only obeys all four keys
    const [start, end] = axis === way[0] ? (axis ? told.y : told.x) : [0, 1];
    values[axis] += sign * Math.sign(end - start) * many * told.step[axis];
    set(told, values);
  });

  // Numbers to type over stand in the page above the drawing's own.
  const fields = new Map();
  // In a narrow page the drawing is smaller than it was made, and so are its numbers.
  new ResizeObserver(() => {
    if (svg) box.style.setProperty("--helpers-scale", box.clientWidth / svg.viewBox.baseVal.width);
  }).observe(box);
  const showFields = () => {
    const seen = new Set(), view = svg.viewBox.baseVal;
    for (const place of svg.querySelectorAll("[data-field]")) {
      const told = parse(place.dataset.field), [left, top, width, height] = parse(place.dataset.box);
      seen.add(told.name);
      let field = fields.get(told.name);
      if (!field) {
        field = made(box, "input", "helpers-field");
        field.inputMode = "decimal";
        field.autocomplete = "off";
        const read = () => {
          const parts = field.value.trim().replace("−", "-").replaceAll(",", ".").split("/");
          const [top, below] = [...parts, "1"].map((part) => (part.trim() ? Number(part) : NaN));
          return parts.length < 3 ? top / below : NaN;
        };
        const send = (value) => move({ [field.told.name]: clamp(value, field.told.low, field.told.high) });
        field.addEventListener("input", () => {
          const value = read(), wrong = !Number.isFinite(value);
          field.setAttribute("aria-invalid", String(wrong));
          if (!wrong) send(value);
        });
        field.addEventListener("focus", () => field.select());
        field.addEventListener("blur", () => field.show());
        field.addEventListener("keydown", (event) => {
          event.stopPropagation();
          const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (!sign) return;
          event.preventDefault();
          send(snap(field.told.value + sign * field.told.step, field.told.step));
          field.changing = true;
        });
        field.show = () => {
          field.value = field.told.words;
          field.setAttribute("aria-invalid", "false");
        };
        fields.set(told.name, field);
      }
      field.told = told;
      field.setAttribute("aria-label", told.label);
      const text = place.querySelector("text");
      field.style.color = text.getAttribute("fill");
      field.style.fontSize = `calc(${text.getAttribute("font-size")}px * var(--helpers-scale, 1))`;
      field.style.left = `${(100 * left) / view.width}%`;
      field.style.top = `${(100 * top) / view.height}%`;
      field.style.width = `${(100 * width) / view.width}%`;
      field.style.height = `${(100 * height) / view.height}%`;
      if (document.activeElement !== field || field.changing) field.show();
      field.changing = false;
    }
    for (const [name, field] of fields) {
      if (seen.has(name)) continue;
      field.remove();
      fields.delete(name);
    }
  };

  // A drawing with steps is played by the page alone: parts with data-at are seen once their step is reached, a path with
  // data-grows has as many of its pieces (M… or L…, one a step), and what comes after it with data-rides stands at its end.
  const last = () => Number(svg.dataset.last);
  const show = (step) => {
    bar.shown = clamp(step, 0, last());
    for (const part of svg.querySelectorAll("[data-at]")) part.toggleAttribute("data-hidden", Number(part.dataset.at) > bar.shown);
    for (const part of svg.querySelectorAll("[data-only]")) part.toggleAttribute("data-hidden", Number(part.dataset.only) !== bar.shown);
    for (const text of svg.querySelectorAll("[data-words]")) {
      const words = parse(text.dataset.words);
      text.textContent = words[Math.min(bar.shown, words.length - 1)];
    }
    for (const way of svg.querySelectorAll("[data-grows]")) {
      const pieces = way.whole.match(/[ML][^ML]*/g).slice(0, bar.shown + 1), rider = way.nextElementSibling;
      way.setAttribute("d", pieces.join(""));
      if (rider?.hasAttribute("data-rides")) rider.setAttribute("transform", `translate(${pieces.at(-1).slice(1)})`);
    }
    bar.range.max = last();
    bar.range.value = bar.shown;
    bar.range.setAttribute("aria-valuetext", `step ${bar.shown} of ${last()}`);
    bar.where.textContent = `${bar.shown} of ${last()}`;
    bar.play.textContent = playing ? "Pause" : "Play";
  };
  const stop = () => {
    clearInterval(playing);
    playing = 0;
  };
  const play = () => {
    if (playing) stop();
    else {
      if (bar.shown >= last()) show(0);
      playing = setInterval(() => {
        if (bar.shown + 1 >= last()) stop();
        show(bar.shown + 1);
      }, Math.min(250, 4000 / last()));
    }
    show(bar.shown);
  };
  const showSteps = () => {
    if (svg.dataset.last === undefined) {
      stop();
      if (bar) bar.remove();
      return (bar = null);
    }
    const atEnd = !bar || bar.shown >= Number(bar.range.max);
    if (!bar) {
      bar = made(box.parentElement, "div", "helpers-bar");
      box.after(bar);
      const button = (words, action) => {
        const one = made(bar, "button", "jupyter-button", words);
        one.type = "button";
        one.addEventListener("click", action);
        return one;
      };
      const go = (step) => () => {
        stop();
        show(step());
      };
      bar.play = button("Play", play);
      button("Back", go(() => bar.shown - 1));
      button("Step", go(() => bar.shown + 1));
      bar.range = made(bar, "input");
      bar.range.type = "range";
      bar.range.min = 0;
      bar.range.setAttribute("aria-label", "step shown");
      bar.range.addEventListener("input", go(() => Number(bar.range.value)));
      bar.range.addEventListener("keydown", (event) => event.stopPropagation());
      bar.where = made(bar, "span", "helpers-where");
      bar.shown = Number(svg.dataset.shown);
    }
    show(playing ? bar.shown : atEnd ? Number(svg.dataset.shown) : bar.shown);
  };

  return {
    draw(text, alt) {
      const next = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const entered = next.querySelector("[data-hand], [data-press], [data-field]");
      next.setAttribute("role", entered ? "group" : "img");
      next.setAttribute("aria-label", alt);
      if (svg) morph(svg, next);
      else box.appendChild((svg = document.importNode(next, true)));
      for (const way of svg.querySelectorAll("[data-grows]")) way.whole = way.getAttribute("d");
      showFields();
      showSteps();
    },
    stop,
  };
}
