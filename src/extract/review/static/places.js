// Where the reviewer is: the values of the letter in reading order, the one that is marked, and the next that needs them.

const fields = document.getElementById("fields");
const walkAll = document.getElementById("walk-all");
/** Doubtful values that were looked at and found right; their statement is accepted once all of them are. */
const seen = new Set();

export const letterName = fields.dataset.document;
export const mayEdit = document.body.dataset.mayEdit === "yes";

walkAll.checked = localStorage.getItem("extract:walk-all") === "yes";
walkAll.addEventListener("change", () => localStorage.setItem("extract:walk-all", walkAll.checked ? "yes" : "no"));

export function current() {
  return document.activeElement?.closest?.(".value") ?? null;
}

export function cardOf(element) {
  return element?.closest(".statement") ?? null;
}

export function recordOf(card) {
  return JSON.parse(card.dataset.record);
}

export function findCard(statement) {
  return fields.querySelector(`.statement[data-statement="${statement ?? ""}"]`);
}

function all(selector = ".value") {
  return [...fields.querySelectorAll(selector)];
}

export function mark(value, { from = null } = {}) {
  if (!value) return;
  for (const other of all("[tabindex='0'].value")) other.tabIndex = -1;
  value.tabIndex = 0;
  value.focus({ preventScroll: true });
  value.scrollIntoView({ block: "nearest" });
  const card = cardOf(value);
  if (card) {
    const [outer, inner] = [fields.getBoundingClientRect(), card.getBoundingClientRect()];
    // The whole statement is in view where there is room for it.
    if (inner.bottom > outer.bottom && inner.height < outer.height) card.scrollIntoView({ block: "end" });
    else if (inner.top < outer.top && inner.height < outer.height) card.scrollIntoView({ block: "start" });
  }
  if (from === "pages") return;
  const detail = { finding: value.dataset.finding ?? null, statement: value.dataset.statement ?? null, from: "fields" };
  document.dispatchEvent(new CustomEvent("extract:choose", { detail }));
}

/** From now on every statement that nobody has reviewed is stopped at; goes to the next one. */
export function walk() {
  walkAll.checked = true;
  walkAll.dispatchEvent(new Event("change"));
  mark(next());
}

/** Back to the value that was marked last, where something else has the focus; tells whether there was need. */
export function comeBack() {
  if (current()) return false;
  mark(fields.querySelector(".value[tabindex='0']") ?? all()[0]);
  return true;
}

export function step(by) {
  if (comeBack()) return;
  const values = all();
  const at = values.indexOf(current());
  mark(values[Math.max(0, Math.min(values.length - 1, at + by))]);
}

export function stepStatement(by) {
  if (comeBack()) return;
  const wholes = all("#statements .whole");
  const card = cardOf(current());
  const at = wholes.findIndex((whole) => cardOf(whole) === card);
  mark(wholes[Math.max(0, Math.min(wholes.length - 1, at + by))]);
}

export function note(value) {
  seen.add(keyOf(value));
}

export function keyOf(value) {
  return [value.dataset.statement ?? "", value.dataset.field, value.dataset.index ?? ""].join("|");
}

export function openDoubts(card) {
  return [...card.querySelectorAll(".value.doubt")].filter((value) => !seen.has(keyOf(value)));
}

/** The next value that needs a person after the one that is marked, then from the start; the end of the letter if none. */
export function next() {
  const values = all();
  const at = values.indexOf(current());
  const needs = values.map((value, i) => needsPerson(value) && i !== at);
  const after = values.findIndex((_, i) => i > at && needs[i]);
  const before = values.findIndex((_, i) => needs[i]);
  return values[after >= 0 ? after : before] ?? document.getElementById("finish");
}

function needsPerson(value) {
  if (value.classList.contains("doubt")) return !seen.has(keyOf(value));
  const card = cardOf(value);
  return walkAll.checked && value.matches("#statements .whole") && card.dataset.status === "unreviewed"
    && openDoubts(card).length === 0;
}

/** Puts fresh cards in place of those that are shown, and marks again what was marked. */
export function replaceCards({ cards, all: list, letter, progress, end }) {
  const place = current() ? keyOf(current()) : null;
  if (list !== undefined) document.getElementById("statements").innerHTML = list;
  for (const [statement, html] of Object.entries(cards ?? {})) {
    const old = findCard(statement);
    if (old) old.outerHTML = html;
  }
  if (letter) document.getElementById("letter-card").innerHTML = letter;
  if (end) document.getElementById("finish").innerHTML = end;
  if (progress) document.getElementById("progress").innerHTML = progress;
  if (place) mark(find(place) ?? findNear(place), { from: "pages" });
  document.dispatchEvent(new CustomEvent("extract:changed"));
}

function find(place) {
  return all().find((value) => keyOf(value) === place);
}

/** Where the value is gone: the field's last one, else the statement. */
function findNear(place) {
  const [statement, field] = place.split("|");
  const card = findCard(statement);
  const values = [...(card?.querySelectorAll(`.value[data-field="${field}"]`) ?? [])];
  return values.at(-1) ?? card?.querySelector(".value") ?? document.getElementById("finish");
}

document.addEventListener("extract:choose", ({ detail }) => {
  if (detail.from !== "pages") return;
  const value = detail.finding ? fields.querySelector(`.value[data-finding="${detail.finding}"]`) : null;
  mark(value ?? findCard(detail.statement)?.querySelector(".value"), detail);
});

fields.addEventListener("click", (event) => {
  if (event.target.closest("button, form, a")) return;
  const inText = event.target.closest(".words [data-finding]");
  const value = inText && fields.querySelector(`.value[data-finding="${inText.dataset.finding}"]`);
  const chosen = value || event.target.closest(".value");
  if (chosen && getSelection().isCollapsed) mark(chosen);
});
