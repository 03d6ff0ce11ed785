// The letter page's keys and buttons. The rest stands in the modules it imports.

import { resend, say, setAbsence, setItem, setStatus, setValues, tells, turn } from "./changes.js";
import { edit, reopenDraft } from "./editors.js";
import { base } from "./kept.js";
import { isTyping, turnOf } from "./page.js";
import {
  cardOf, comeBack, current, findCard, mark, mayEdit, next, note, openDoubts, recordOf, step, stepStatement, walk,
} from "./places.js";
import { announce } from "./presence.js";
import { refuse } from "./refusal.js";
import { add, addBlank, addFromLetter, merge, showHistory, split } from "./statements.js";

const BOUNDS = { "=": "exact", "~": "about", ">": "at_least", "<": "at_most" };
const ABSENCES = { n: "not_stated", i: "illegible", d: "not_applicable" };
const fields = document.getElementById("fields");
const domains = document.getElementById("domain-list").content.firstElementChild;
const domainCodes = [...domains.querySelectorAll("[data-domain]")].map((button) => button.dataset.domain);
/** The query of the queue that is worked through; null where letters are taken as they come. */
const queue = document.getElementById("next-letter").dataset.queue ?? null;
const TYPING_MILLISECONDS = 3000;
let typing = null;

const MOVES = {
  ArrowDown: () => step(1), ArrowRight: () => step(1), j: () => step(1),
  ArrowUp: () => step(-1), ArrowLeft: () => step(-1), k: () => step(-1),
  J: () => stepStatement(1), K: () => stepStatement(-1),
  h: () => comeBack() || showHistory(),
};
const ADDS = { a: () => add(), A: () => addFromLetter() };
const EDITS = {
  e: () => editCurrent(), x: () => reject(), s: () => split(), m: () => merge(),
  z: () => zero(), "+": () => isMultiple(current()) && addBlank(current()), " ": () => toggle(),
};

// While going down, so that a key that means something here is taken before the letter to the left sees it.
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || isTyping(event.target) || event.target.closest("form")) return;
  const back = mayEdit ? turnOf(event) : null;
  if (back) return act(event, () => turn(back));
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const value = current();
  if (event.key === "Tab" && !event.shiftKey && (value || event.target === document.body)) {
    if (value?.id === "finish") return; // from the end of the letter Tab goes on as everywhere
    return act(event, () => mark(next()));
  }
  if (event.target.closest("button, summary, a") && ["Enter", " "].includes(event.key)) return;
  if (event.key === "Enter" && value) return act(event, () => (event.shiftKey || !mayEdit ? leaveOpen(value) : accept(value)));
  if (event.key in MOVES) return act(event, MOVES[event.key]);
  if (event.key in ADDS && mayEdit) return act(event, ADDS[event.key]);
  const isKnown = /^[0-9]$/.test(event.key) || [BOUNDS, ABSENCES, ADDS, EDITS].some((keys) => event.key in keys);
  if (isKnown && !mayEdit && value) return act(event, () => refuse(tells.readOnly));
  const isAside = event.target === document.body && !"+= ".includes(event.key); // those zoom and scroll the letter
  if (isAside && (isKnown || event.key === "Enter")) return act(event, comeBack);
  if (!mayEdit || !value) return;
  if (/^[0-9]$/.test(event.key)) return act(event, () => digit(value, event.key));
  if (event.key === "Backspace" && isYears(value)) return act(event, () => dropYear(value));
  if (event.key in BOUNDS && value.dataset.field === "counts") return act(event, () => setPart(value, "bound", BOUNDS[event.key]));
  if (event.key in ABSENCES && isField(value)) return act(event, () => setAbsence(value, ABSENCES[event.key]));
  if (event.key in EDITS) return act(event, EDITS[event.key]);
}, { capture: true });

function act(event, what) {
  event.preventDefault();
  what();
}

function isField(value) {
  return !["statement", "letter"].includes(value?.dataset.field) && value.id !== "finish";
}

function isYears(value) {
  return value.dataset.field === "years" || value.dataset.field === "reporting_years";
}

function isMultiple(value) {
  return ["counts", "projects"].includes(value?.dataset.field);
}

// Accepting

/** What is marked is right. A statement is accepted once all its doubtful values were found right. */
function accept(value) {
  if (value.id === "finish") return queue === null ? location.assign(document.getElementById("next-letter").href) : goOn(null);
  const card = cardOf(value);
  if (isUnsaid(value)) return refuse(tells.unsaid);
  if (["rejected", "blinded"].includes(card.dataset.status)) return goOnFrom(card, null);
  note(value);
  const open = openDoubts(card);
  if (open.length) mark(open[0]);
  else acceptWhole(card);
}

/** In a second review nothing is there to be found right: it is said what a field holds, or why it holds nothing. */
function isUnsaid(value) {
  return base !== "" && value.classList.contains("doubt") && !value.classList.contains("decided");
}

function acceptWhole(card) {
  const isLetter = !card.dataset.statement;
  const isOpen = isLetter ? card.classList.contains("waiting") : card.dataset.status !== "accepted";
  for (const value of openDoubts(card)) note(value);
  const saved = isOpen ? setStatus(card.dataset.statement, "accepted") : null;
  goOnFrom(card, saved);
}

function goOnFrom(card, saved) {
  if (queue !== null && card.dataset.statement === fields.dataset.chosen) goOn(saved);
  else mark(next());
}

/** On through the queue that was opened, once what was said is saved. */
async function goOn(saved) {
  await saved;
  const skipped = JSON.parse(sessionStorage.getItem("extract:skipped") ?? "[]");
  location.assign(`/next?${queue}&skipped=${skipped.join()}`);
}

function skip(statement) {
  const skipped = JSON.parse(sessionStorage.getItem("extract:skipped") ?? "[]");
  sessionStorage.setItem("extract:skipped", JSON.stringify([...new Set([...skipped, statement])]));
}

function leaveOpen(value) {
  if (value.id === "finish") return accept(value);
  note(value);
  const card = cardOf(value);
  if (queue !== null && mayEdit && card.dataset.statement === fields.dataset.chosen && openDoubts(card).length === 0) {
    skip(card.dataset.statement);
    return goOn(null);
  }
  mark(next());
}

// Correcting

function digit(value, key) {
  const { field } = value.dataset;
  if (field === "counts") edit(value, { typed: key });
  else if (isYears(value)) typeYear(value, key);
  else if (field === "domain" || field === "statement") setDomain(value.dataset.statement, domainCodes[Number(key) - 1]);
  else if (field === "no_measures") setItem(value, key === "1");
  else if (isField(value)) edit(value, { typed: key });
}

/** What is set is marked, so that a digit on a whole statement does not change its domain unseen. */
function setDomain(statement, domain) {
  if (!domain) return;
  mark(findCard(statement).querySelector(".value.domain"));
  setValues(statement, () => ({ domain }));
}

/** Digits show beside the years until there are four; those of a year that is not finished are forgotten soon. */
function typeYear(value, key) {
  value.dataset.typed = (value.dataset.typed ?? "") + key;
  clearTimeout(typing);
  if (value.dataset.typed.length < 4) {
    typing = setTimeout(() => delete value.dataset.typed, TYPING_MILLISECONDS);
    return;
  }
  const year = Number(value.dataset.typed);
  delete value.dataset.typed;
  const { field, statement } = value.dataset;
  setValues(statement, (values) => {
    const held = values[field] ?? [];
    const years = held.includes(year) ? held.filter((each) => each !== year) : [...held, year];
    return { [field]: years.length ? years : null };
  });
}

function dropYear(value) {
  if (value.dataset.typed) {
    value.dataset.typed = value.dataset.typed.slice(0, -1);
    if (!value.dataset.typed) delete value.dataset.typed;
    return;
  }
  const { field, statement } = value.dataset;
  setValues(statement, (values) => ({ [field]: values[field]?.length > 1 ? values[field].slice(0, -1) : null }));
}

function setPart(value, part, to) {
  if (value.dataset.index === undefined) return;
  const held = recordOf(cardOf(value)).values.counts[Number(value.dataset.index)];
  setItem(value, { value: { ...held.value, [part]: to } });
}

function editCurrent() {
  const value = current();
  if (!value || value.id === "finish" || value.dataset.field === "letter") return;
  edit(value.dataset.field === "statement" ? cardOf(value).querySelector(".value.domain") : value);
}

/** A count, project or other value is taken away; a statement is none, or after all is one. */
function reject() {
  const value = current();
  if (!value || value.id === "finish" || value.dataset.field === "letter") return;
  if (value.dataset.field === "statement") rejectStatement(cardOf(value));
  else if (!isMultiple(value) || value.dataset.index !== undefined) setItem(value, null);
}

function rejectStatement(card) {
  setStatus(card.dataset.statement, card.dataset.status === "rejected" ? "unreviewed" : "rejected");
}

function zero() {
  const value = current();
  if (value?.dataset.field !== "counts") return;
  const none = { value: 0, bound: "exact", unit: "persons", group: null, role: "participant" };
  if (value.dataset.index === undefined) setItem(value, { value: none, quote: null, start: null });
  else setPart(value, "value", 0);
}

function toggle() {
  const value = current();
  if (value?.dataset.field !== "no_measures") return;
  setValues(value.dataset.statement, (values) => ({ no_measures: values.no_measures ? null : true }));
}

// Buttons

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-does], [data-domain]");
  if (!button || button.closest("form, dialog")) return;
  const card = cardOf(button);
  if (card && !button.closest(".value")) mark(current() && cardOf(current()) === card ? current() : card.querySelector(".value"));
  if (button.closest(".value")) mark(button.closest(".value"));
  const value = current();
  if (button.dataset.domain) return setDomain(value.dataset.statement, button.dataset.domain);
  const does = {
    undo: () => turn("/undo"), redo: () => turn("/redo"), edit: editCurrent, add, split, merge, history: showHistory, walk,
    accept: () => acceptWhole(card), "reject-statement": () => rejectStatement(card),
  }[button.dataset.does];
  does?.();
});

// What a mouse does outside the fields leaves the keys with the value that is marked.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest(".tools button, .letter-head button")) event.preventDefault();
});

fields.addEventListener("focusout", ({ target }) => delete target.closest(".value")?.dataset.typed);
fields.addEventListener("focusin", ({ target }) => {
  const value = target.closest(".value");
  if (value?.dataset.field === "domain" && mayEdit && !value.querySelector("form")) value.after(domains);
  else if (!domains.contains(target)) domains.remove();
});

// Beginning

const said = sessionStorage.getItem("extract:said");
sessionStorage.removeItem("extract:said");
if (said) say(said);
resend();
if (!reopenDraft()) {
  const card = fields.dataset.chosen ? findCard(fields.dataset.chosen) : null;
  const chosen = card?.querySelector(".value.doubt") ?? card?.querySelector(".value");
  const first = next();
  const isDone = first.id === "finish";
  mark(chosen ?? (isDone ? fields.querySelector(".statement[data-status=unreviewed] .value") : null) ?? first);
}
announce();
