// Adding what was missed, splitting and merging statements.

import { choice, take, tells } from "./changes.js";
import { edit } from "./editors.js";
import { base } from "./kept.js";
import { read } from "./page.js";
import { cardOf, current, findCard, letterName, mark, recordOf } from "./places.js";
import { reach } from "./reaching.js";
import { refuse, whyNot } from "./refusal.js";
import { send } from "./sending.js";
import { chooseWords } from "./words.js";

const adding = document.getElementById("adding");
const selectedHint = document.getElementById("selected");
const wordHelp = document.getElementById("word-help");
let selected = null;

document.addEventListener("extract:selected", ({ detail }) => takeUp(detail));
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed) {
    if (selected && !document.querySelector("#pages .picked rect")) forget();
  } else if (wordHelp.hidden) {
    const words = inStatement(selection.getRangeAt(0));
    if (words) takeUp({ ...words, quote: selection.toString() });
  }
});

function takeUp(words) {
  selected = words;
  selectedHint.hidden = false;
}

/** Where in the letter's text the words of a statement's card are that a range spans; null where it is elsewhere. */
function inStatement({ startContainer, startOffset, endContainer, endOffset }) {
  const [start, end] = [placeOf(startContainer, startOffset), placeOf(endContainer, endOffset)];
  return start !== null && end !== null && start < end ? { start, end } : null;
}

function placeOf(node, offset) {
  const part = node.nodeType === Node.TEXT_NODE && node.parentElement.closest("#statements .words [data-start]");
  return part ? Number(part.dataset.start) + [...node.data.slice(0, offset)].length : null;
}

function forget() {
  selected = null;
  selectedHint.hidden = true;
  for (const picked of document.querySelectorAll("#pages .picked")) picked.replaceChildren();
}

/** Adds from the words selected in the letter, or from words of the statement that are chosen now. */
export async function add() {
  if (selected) {
    const words = selected;
    forget();
    return addFrom(words);
  }
  const card = cardOf(current());
  if (!card?.dataset.statement) return addFromLetter();
  const words = await chooseWords(card.querySelector(".words"), "add");
  return words ? addFrom(words) : mark(card.querySelector(".value"));
}

/** Shows the whole letter as text and lets words be chosen in it. */
export async function addFromLetter() {
  const dialog = document.getElementById("whole-text");
  const content = dialog.querySelector(".content");
  const answer = await reach(`/letter-text?letter=${encodeURIComponent(letterName)}`);
  if (answer?.status !== 200) return refuse(whyNot(answer));
  content.innerHTML = answer.text;
  const back = current();
  dialog.showModal();
  const words = await chooseWords(content, "add");
  dialog.close();
  if (words) await addFrom(words);
  else mark(back);
}

async function addFrom({ start, end, quote }) {
  const statement = [...document.querySelectorAll("#statements .statement")].find((card) => {
    const record = recordOf(card);
    return !["rejected", "blinded"].includes(card.dataset.status) && record.start <= start && end <= record.end;
  });
  const record = statement && recordOf(statement);
  const text = statement?.querySelector(".words").textContent;
  const words = statement && { start: start - record.start, quote: [...text].slice(start - record.start, end - record.start).join("") };
  adding.querySelector("blockquote").textContent = words?.quote ?? quote ?? "";
  for (const button of adding.querySelectorAll("[data-adds]")) button.disabled = !statement && button.dataset.adds !== "statement";
  const keys = statement ? { c: "counts", p: "projects", s: "statement", Enter: "counts" } : { s: "statement", Enter: "statement" };
  const what = await choice(adding, "adds", keys);
  if (what === "statement") return take(await send("/statements/add", () => ({ document: letterName, start, end })));
  if (!what) return mark(statement?.querySelector(".value"));
  const value = [...statement.querySelectorAll(`.value[data-field="${what}"]`)].at(-1);
  const place = value.classList.contains("empty") ? value : insertPlace(value, what);
  mark(place);
  return edit(place, { words });
}

/** A field that has values already gets another place, for as long as its form is open. */
function insertPlace(value, field) {
  const place = document.createElement("div");
  place.className = `value made ${field}`;
  Object.assign(place.dataset, { field, statement: value.dataset.statement });
  place.tabIndex = -1;
  place.innerHTML = '<span class="shown"></span>';
  const definition = document.createElement("dd");
  definition.append(place);
  value.closest("dd").after(definition);
  return place;
}

/** One more value of the field that is marked, without words. */
export function addBlank(value) {
  const place = value.classList.contains("empty") ? value : insertPlace(value, value.dataset.field);
  mark(place);
  edit(place, { words: null });
}

export async function split() {
  const card = cardOf(current());
  if (!card?.dataset.statement) return;
  if (card.dataset.status === "rejected") return refuse(tells.rejected);
  const words = await chooseWords(card.querySelector(".words"), "split", true);
  if (!words) return mark(card.querySelector(".value"));
  const body = { document: letterName, statements: [card.dataset.statement], at: [words.start] };
  take(await send("/statements/split", () => body));
}

export async function merge() {
  const card = cardOf(current());
  if (!card?.dataset.statement) return;
  if (card.dataset.status === "rejected") return refuse(tells.rejected);
  let other = card.nextElementSibling;
  while (other?.dataset.status === "rejected") other = other.nextElementSibling;
  if (!other) return refuse(tells.last);
  const body = { document: letterName, statements: [card.dataset.statement, other.dataset.statement] };
  take(await send("/statements/merge", () => body));
}

export async function showHistory() {
  const value = current();
  if (!value) return;
  const { field, statement = "" } = value.dataset;
  const query = new URLSearchParams({ letter: letterName, statement, field });
  const answer = await reach(`${base}/history?${query}`);
  if (answer?.status !== 200) return refuse(whyNot(answer));
  const dialog = document.getElementById("history");
  dialog.querySelector(".content").innerHTML = answer.text;
  dialog.addEventListener("close", () => mark(value), { once: true });
  read("history");
}
