// Editing a value in its place: a form for all its parts. What is typed is kept until it is saved, whatever happens.

import { setAbsence, setItem, setValues } from "./changes.js";
import { forget, keep, kept } from "./kept.js";
import { cardOf, findCard, keyOf, letterName, mark, note, recordOf } from "./places.js";

const ABSENCE_KEYS = { n: "not_stated", i: "illegible", d: "not_applicable" };

const READERS = {
  counts: (form) => ({
    value: Number(form.value.value.replaceAll(/\s/g, "")),
    bound: form.bound.value,
    unit: form.unit.value,
    group: form.group.value.trim() || null,
    role: form.role.value,
    part_of: form.part_of.value === "" ? null : Number(form.part_of.value),
  }),
  projects: (form) => ({
    name: form.elements.name.value.trim(),
    kind: form.kind.value,
    number: form.number.value.trim() || null,
    funder: form.funder.value.trim() || null,
  }),
  years: (form) => readYears(form.years.value),
  domain: (form) => form.domain.value,
  no_measures: (form) => form.no_measures.value === "yes",
  text: (form) => form.text.value.trim() || null,
  date: (form) => readDate(form.text.value),
};

const FILLERS = {
  counts: (form, count, others) => {
    for (const { value, label } of others) form.part_of.append(new Option(label, value));
    form.part_of.closest("label").hidden = others.length === 0;
    const held = count ?? { value: "", bound: "exact", unit: "persons", group: "", role: "participant" };
    for (const part of ["value", "bound", "unit", "group", "role", "part_of"]) form[part].value = held[part] ?? "";
  },
  projects: (form, project) => {
    form.elements.name.value = project?.name ?? "";
    form.kind.value = project?.kind ?? "project";
    form.number.value = project?.number ?? "";
    form.funder.value = project?.funder ?? "";
    form.elements.name.addEventListener("change", () => completeProject(form));
  },
  years: (form, years) => (form.years.value = (years ?? []).join(", ")),
  domain: (form, domain) => (form.domain.value = domain ?? form.domain.options[0].value),
  no_measures: (form, held) => (form.no_measures.value = held === false ? "no" : "yes"),
  text: (form, text) => (form.text.value = text ?? ""),
  date: (form, date) => (form.text.value = date ? `${date.split("-").reverse().join(".")}.` : ""),
};

const MULTIPLE = ["counts", "projects"];
const KINDS = { reporting_years: "years", respondent: "text", letter_number: "text", letter_date: "date" };

/** Opens the form of a value. `typed` begins its first part; `words` are those that a new count or project rests on. */
export function edit(value, { typed = null, words = null, draft = null } = {}) {
  if (value.querySelector("form")) return;
  const { field, index } = value.dataset;
  const kind = KINDS[field] ?? field;
  const form = document.getElementById(`editor-${field === "reporting_years" ? "years" : field}`).content.firstElementChild.cloneNode(true);
  const held = recordOf(cardOf(value)).values[field];
  const isMultiple = MULTIPLE.includes(kind);
  const others = kind === "counts" ? totalsFor(held, index) : [];
  FILLERS[kind](form, isMultiple ? (held[index]?.value ?? null) : held, others);
  if (words) suggest(form, kind, words.quote);
  if (typed !== null) form.elements[0].value = typed;
  if (draft) for (const [name, text] of Object.entries(draft.parts)) form.elements[name].value = text;
  value.append(form);
  value.classList.add("editing");
  const first = form.elements[0];
  first.focus();
  if (typed !== null) first.setSelectionRange?.(typed.length, typed.length);
  else first.select?.();
  const remember = () => keepDraft(value, form, words);
  if (typed !== null || words) remember();
  form.addEventListener("input", remember);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    finish(value, form, kind, words);
  });
  form.addEventListener("keydown", (event) => onKey(event, value, form));
  form.addEventListener("click", ({ target }) => onClick(target, value, form));
}

/** The other counts of the same role, of which one may be a part. */
function totalsFor(counts, index) {
  const role = counts[index]?.value.role ?? "participant";
  return counts
    .map(({ value }, i) => ({ value: i, label: `${value.value} ${value.group ?? ""}`, role: value.role }))
    .filter((other) => String(other.value) !== index && other.role === role);
}

function onKey(event, value, form) {
  event.stopPropagation();
  if (event.key === "Escape") {
    event.preventDefault();
    cancel(value, form);
  } else if (event.key === "Enter" && event.target.matches("select")) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.altKey && event.key in ABSENCE_KEYS) {
    event.preventDefault();
    absent(value, form, ABSENCE_KEYS[event.key]);
  }
}

function onClick(target, value, form) {
  const absence = target.closest("[data-absence]");
  if (absence) absent(value, form, absence.dataset.absence);
  if (target.closest("[data-does=cancel]")) cancel(value, form);
  if (target.closest("[data-does=zero]")) {
    form.value.value = "0";
    form.requestSubmit();
  }
}

function absent(value, form, absence) {
  const why = whyOf(form);
  leave(value, form);
  setAbsence(value, absence, why);
}

function leave(value, form) {
  forget("drafts", letterName);
  form.remove();
  value.classList.remove("editing");
  mark(value);
}

/** Leaves the form without saving; a place that was made only for it goes, too. */
function cancel(value, form) {
  leave(value, form);
  if (!value.classList.contains("made")) return;
  mark(value.closest(".field").querySelector(".value"));
  value.closest("dd").remove();
}

async function finish(value, form, kind, words) {
  const read = READERS[kind](form);
  const why = whyOf(form);
  const parts = Object.fromEntries(new FormData(form));
  leave(value, form);
  note(value);
  const isMultiple = MULTIPLE.includes(kind);
  const isNew = isMultiple && (words || value.dataset.index === undefined);
  const answer = isNew
    ? await addItem(value.dataset.statement, kind, read, words, why)
    : await setItem(value, isMultiple ? { value: read } : read, why);
  // What was refused is there to be put right, and need not be typed again.
  if (answer.status === 400 && value.isConnected) edit(value, { words, draft: { parts } });
}

function whyOf(form) {
  return form.why.value.trim() || null;
}

async function addItem(statement, field, value, words, why) {
  const added = { value, quote: words?.quote ?? null, start: words?.start ?? null };
  const answer = await setValues(statement, (values) => ({ [field]: [...values[field], added] }), why);
  if (answer.status === 200) mark([...findCard(statement).querySelectorAll(`.value[data-field="${field}"]`)].at(-1));
  return answer;
}

/** A new count begins with the first number of its words, and the noun after it. */
function suggest(form, kind, quote) {
  if (kind === "counts") {
    const [, number, rest] = /^\D*?(\d[\d ]*)?\s*(.*)$/s.exec(quote);
    form.value.value = number?.replaceAll(/\s/g, "") ?? "";
    form.group.value = (rest.match(/\p{L}[\p{L}-]*/gu)?.at(-1) ?? "").toLowerCase();
    if (/ģimen|mājsaimniec/i.test(rest)) form.unit.value = "families";
  } else if (kind === "projects") {
    form.elements.name.value = quote.replaceAll(/^[„“”"«»,\s]+|[„“”"«»,.\s]+$/g, "");
    completeProject(form);
  }
}

function completeProject(form) {
  const known = [...document.getElementById("projects").options].find(({ value }) => value === form.elements.name.value.trim());
  if (!known) return;
  form.kind.value = known.dataset.kind;
  if (known.dataset.number) form.number.value = known.dataset.number;
}

/** A date as Latvian writes it, as ISO 8601 does; the browser's own field would follow the browser's language. */
function readDate(text) {
  const [, day, month, year] = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

function readYears(text) {
  const years = [];
  for (const [, from, to] of text.matchAll(/(\d{4})(?:\s*[–-]\s*(\d{4}))?/g)) {
    for (let year = Number(from); year <= Number(to ?? from); year += 1) years.push(year);
  }
  return years.length ? [...new Set(years)].sort() : null;
}

/** What was typed into the letter's form that was not yet saved. */
function keepDraft(value, form, words) {
  keep("drafts", letterName, { key: keyOf(value), words, parts: Object.fromEntries(new FormData(form)) });
}

export function reopenDraft() {
  const draft = kept("drafts", letterName);
  if (!draft) return false;
  const value = [...document.querySelectorAll("#fields .value")].find((each) => keyOf(each) === draft.key);
  if (!value) return false;
  mark(value);
  edit(value, { words: draft.words, draft });
  return true;
}
