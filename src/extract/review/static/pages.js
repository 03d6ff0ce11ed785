// The letter beside its fields: pictures of pages (or flowing text) with the evidence of every value drawn on them.
// It hears and sends two events on document: extract:choose {finding, statement} and extract:selected {start, end, quote};
// extract:changed makes it fetch the highlights anew.

import { reachAtLast } from "./sending.js";

const SVG = "http://www.w3.org/2000/svg";
const ZOOM_STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const pane = document.getElementById("pages");

let highlights = [];
let chosen = { finding: null, statement: null };
let zoom = 1;
let turned = 0;

if (pane) start();

async function start() {
  document.addEventListener("extract:choose", (event) => choose(event.detail));
  document.addEventListener("extract:changed", refresh);
  document.addEventListener("keydown", onKey);
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => view(button.dataset.zoom));
  }
  const answer = await reachAtLast(pane.dataset.src);
  if (answer.status !== 200) {
    pane.querySelector("[role=status]")?.remove();
    return; // what is said of a letter without text stays
  }
  highlights = await fetchHighlights();
  pane.innerHTML = answer.text;
  watchPictures();
  resize();
  draw();
  for (const page of pane.querySelectorAll("svg.page")) picking(page);
  pane.addEventListener("click", onClick);
  document.addEventListener("selectionchange", onSelection);
  pane.dataset.ready = "true";
  choose(chosen);
}

async function fetchHighlights() {
  const answer = await reachAtLast(pane.dataset.highlights);
  return answer.status === 200 ? JSON.parse(answer.text).highlights : [];
}

async function refresh() {
  highlights = await fetchHighlights();
  draw();
  choose({ ...chosen, still: true });
}

// Pictures

function watchPictures() {
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      load(target);
    }
  }, { root: pane, rootMargin: "100% 0px" });
  for (const page of pane.querySelectorAll("svg.page")) watch.observe(page);
}

function load(page) {
  const image = page.querySelector("image");
  const scale = Math.min(4, Math.max(1, Math.ceil(sharpness(page) * 2) / 2));
  if (Number(image.dataset.scale ?? 0) >= scale) return;
  image.dataset.scale = scale;
  image.setAttribute("href", `${image.dataset.src}&scale=${scale}`);
}

function sharpness(page) {
  return (page.getBoundingClientRect().width / Number(page.dataset.width)) * window.devicePixelRatio;
}

// Zoom and rotation

function view(what) {
  if (what === "turn") turned = (turned + 90) % 360;
  else if (what === "fit") zoom = 1;
  else {
    const steps = what === "in" ? ZOOM_STEPS.filter((s) => s > zoom) : ZOOM_STEPS.filter((s) => s < zoom).reverse();
    zoom = steps[0] ?? zoom;
  }
  resize();
}

function resize() {
  const widest = Math.max(...[...pane.querySelectorAll("svg.page")].map((page) => shownSize(page)[0]), 1);
  for (const page of pane.querySelectorAll("svg.page")) {
    const [width, height] = shownSize(page);
    page.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const [w, h] = [Number(page.dataset.width), Number(page.dataset.height)];
    const move = { 0: "", 90: `translate(${h} 0)`, 180: `translate(${w} ${h})`, 270: `translate(0 ${w})` }[turned];
    page.querySelector(".sheet").setAttribute("transform", `${move} rotate(${turned})`);
    page.style.width = `${(100 * zoom * width) / widest}%`;
    if (page.querySelector("image").hasAttribute("href")) load(page);
  }
  for (const flowing of pane.querySelectorAll(".flowing")) flowing.style.fontSize = `${zoom}em`;
}

function shownSize(page) {
  const size = [Number(page.dataset.width), Number(page.dataset.height)];
  return turned % 180 ? size.reverse() : size;
}

function onKey(event) {
  if (event.defaultPrevented) return; // a key that says something of the value that is marked
  if (event.target.closest("input, select, textarea, dialog") || event.ctrlKey || event.altKey || event.metaKey) return;
  const what = { "+": "in", "-": "out", "=": "fit" }[event.key];
  if (what) view(what);
}

// Highlights

function draw() {
  for (const layer of pane.querySelectorAll(".marks")) layer.replaceChildren();
  // Large ones first, so that a click finds the smallest. A heading that several values rest on is drawn once.
  const drawn = new Map();
  for (const mark of [...highlights].sort((a, b) => area(b) - area(a))) {
    const place = [mark.field, mark.start, mark.end].join();
    if (!drawn.has(place)) drawn.set(place, drawMark(mark));
    for (const rect of drawn.get(place)) rect.dataset.all = `${rect.dataset.all ?? ""} ${mark.finding ?? ""}`;
  }
  for (const words of pane.querySelectorAll(".words")) markWords(words);
}

function drawMark(mark) {
  const rects = [];
  for (const [number, x0, top, x1, bottom] of mark.boxes) {
    const layer = pane.querySelector(`svg[data-page="${number}"] .marks`);
    if (!layer) continue;
    rects.push(rectangle(mark, x0, top, x1, bottom));
    layer.append(rects.at(-1));
  }
  return rects;
}

function area(mark) {
  return mark.end - mark.start;
}

function rectangle(mark, x0, top, x1, bottom) {
  const rect = document.createElementNS(SVG, "rect");
  setAll(rect, { x: x0 - 1, y: top - 1, width: x1 - x0 + 2, height: bottom - top + 2, rx: 2 });
  rect.setAttribute("class", `mark ${mark.field}`);
  if (mark.finding) rect.dataset.finding = mark.finding;
  rect.dataset.statement = mark.statement;
  rect.dataset.field = mark.field;
  return rect;
}

function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function markWords(words) {
  const [start, end] = [Number(words.dataset.start), Number(words.dataset.end)];
  const text = [...words.textContent];
  const here = highlights.filter((mark) => mark.start < end && mark.end > start);
  const edges = new Set([start, end]);
  for (const mark of here) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const pieces = sorted.slice(1).map((to, i) => {
    const from = sorted[i];
    const over = here.filter((mark) => mark.start <= from && mark.end >= to).sort((a, b) => area(a) - area(b));
    const piece = document.createElement(over.length ? "mark" : "span");
    piece.textContent = text.slice(from - start, to - start).join("");
    if (over.length) {
      piece.className = `mark ${over[0].field}`;
      if (over[0].finding) piece.dataset.finding = over[0].finding;
      piece.dataset.statement = over[0].statement;
      piece.dataset.all = over.map((mark) => mark.finding ?? mark.statement).join(" ");
    }
    return piece;
  });
  words.replaceChildren(...pieces);
}

// Choosing

function onClick(event) {
  const mark = event.target.closest(".mark");
  if (!mark || !getSelection().isCollapsed) return;
  const detail = { finding: mark.dataset.finding ?? null, statement: mark.dataset.statement, from: "pages" };
  document.dispatchEvent(new CustomEvent("extract:choose", { detail }));
}

function choose(detail) {
  chosen = { finding: detail.finding ?? null, statement: detail.statement ?? null };
  for (const mark of pane.querySelectorAll(".mark.chosen")) mark.classList.remove("chosen");
  const all = marksOf(chosen.finding, chosen.statement);
  for (const mark of all) mark.classList.add("chosen");
  if (all.length && !detail.still && detail.from !== "pages") reveal(all[0]);
}

function marksOf(finding, statement) {
  const marks = [...pane.querySelectorAll(".mark")];
  const found = finding ? marks.filter((mark) => holds(mark, finding)) : [];
  if (found.length) return found;
  return marks.filter((mark) => mark.dataset.statement === statement && (mark.dataset.field ?? "statement") === "statement");
}

function holds(mark, finding) {
  return mark.dataset.finding === finding || (mark.dataset.all ?? "").split(" ").includes(finding);
}

function reveal(mark) {
  const [outer, inner] = [pane.getBoundingClientRect(), mark.getBoundingClientRect()];
  const isSeen = inner.top >= outer.top + 24 && inner.bottom <= outer.bottom - 24;
  if (!isSeen) pane.scrollTop += inner.top - outer.top - outer.height / 3;
  if (inner.left < outer.left || inner.right > outer.right) pane.scrollLeft += inner.left - outer.left - 24;
}

// Selecting words: on a picture from the word where the button goes down to where it goes up, in the order of the text

function picking(page) {
  let words = null;
  let [from, to] = [null, null];
  page.addEventListener("pointerenter", async () => {
    if (words) return;
    words = [];
    const answer = await reachAtLast(page.dataset.wordsSrc);
    if (answer.status === 200) words = JSON.parse(answer.text).words;
    page.dataset.words = words.length;
  });
  page.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !words) return;
    from = to = wordAt(page, words, event);
  });
  page.addEventListener("pointermove", (event) => {
    if (from === null || !(event.buttons & 1)) return;
    const at = wordAt(page, words, event);
    if (at === null || at === to) return;
    // From here on it is a selection, wherever the button is let go.
    page.setPointerCapture(event.pointerId);
    to = at;
    select(page, words, from, to);
  });
  page.addEventListener("pointerup", () => {
    if (from !== to) select(page, words, from, to, true);
    from = to = null;
  });
  page.addEventListener("dblclick", (event) => {
    const at = words ? wordAt(page, words, event) : null;
    if (at !== null) select(page, words, at, at, true);
  });
}

function wordAt(page, words, event) {
  const point = new DOMPoint(event.clientX, event.clientY);
  const { x, y } = point.matrixTransform(page.querySelector(".sheet").getScreenCTM().inverse());
  let [best, least] = [null, Infinity];
  words.forEach(([, , boxes], i) => {
    for (const [x0, top, x1, bottom] of boxes) {
      const away = Math.max(x0 - x, 0, x - x1) + 3 * Math.max(top - y, 0, y - bottom);
      if (away < least) [best, least] = [i, away];
    }
  });
  return least < 60 ? best : null;
}

function select(page, words, from, to, isDone = false) {
  for (const layer of pane.querySelectorAll(".picked")) layer.replaceChildren();
  const picked = words.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const [, , boxes] of picked) {
    for (const [x0, top, x1, bottom] of boxes) {
      const rect = document.createElementNS(SVG, "rect");
      setAll(rect, { x: x0, y: top, width: x1 - x0, height: bottom - top });
      page.querySelector(".picked").append(rect);
    }
  }
  if (isDone) tellSelection(picked[0][0], picked[picked.length - 1][1]);
}

function onSelection() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount || !pane.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const ends = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  if (ends[0] !== null && ends[1] !== null && ends[0] < ends[1]) tellSelection(ends[0], ends[1]);
}

function offsetOf(node, offset) {
  const words = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".words");
  if (!words) return null;
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return Number(words.dataset.start) + [...range.toString()].length;
}

function tellSelection(start, end) {
  document.dispatchEvent(new CustomEvent("extract:selected", { detail: { start, end } }));
}
