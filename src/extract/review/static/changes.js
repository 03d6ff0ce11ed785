// Changes of values: from what the cards hold and what the reviewer does to what the server is sent.

import { cardOf, findCard, letterName, mark, recordOf, replaceCards } from "./places.js";
import { refuse, takeBack } from "./refusal.js";
import { ask, send, unsentOf } from "./sending.js";
import { goWhere } from "./undo.js";

const conflict = document.getElementById("conflict");
/** Sentences that the page says by itself. */
export const tells = document.getElementById("tells").dataset;

/** The letter's state that the page shows: a number of the server's, by which changes of others are noticed. */
export let state = null;

/** Sets fields of a statement (or of the letter: null); `make` gets the values as they are then and gives the new ones. */
export function setValues(statement, make, why = null) {
  return save(() => {
    const record = recordOf(findCard(statement));
    const changes = Object.entries(make(record.values)).map(([field, value]) => ({
      statement: statement || null, field, value, version: record.versions[field] ?? 0, why,
    }));
    return { document: letterName, changes };
  });
}

export function setStatus(statement, status) {
  return setValues(statement, () => ({ review_status: status }));
}

export function setItem(value, change, why = null) {
  const { field, index, statement } = value.dataset;
  if (index === undefined && field !== "counts" && field !== "projects") return setValues(statement, () => ({ [field]: change }), why);
  return setValues(statement, (values) => {
    const items = [...values[field]];
    if (index === undefined) items.push(change);
    else if (change === null) return { [field]: without(items, Number(index)) };
    else items[Number(index)] = { ...items[Number(index)], value: change.value };
    return { [field]: items };
  }, why);
}

/** The items but one. Sub-totals name their total by its place, which moves, or is gone with it. */
function without(items, index) {
  return items.toSpliced(index, 1).map((item) => {
    const total = item.value.part_of ?? null;
    if (total === null || total < index) return item;
    return { ...item, value: { ...item.value, part_of: total === index ? null : total - 1 } };
  });
}

/** Of several counts or projects it cannot be said that there are none: those that are wrong are taken away first. */
export function setAbsence(value, absence, why = null) {
  const { field, statement } = value.dataset;
  const isMultiple = field === "counts" || field === "projects";
  if (isMultiple && recordOf(cardOf(value)).values[field].length > 1) return refuse(tells.several);
  return setValues(statement, () => ({ [field]: { absence } }), why);
}

async function save(makeBody) {
  let body = null;
  const answer = await send("/edit", () => (body = makeBody()));
  if (answer.status === 409) return settle(answer, body);
  return take(answer);
}

/** What any of the letter's requests is answered with: fresh cards, a sentence to say, another letter to go to. */
export function take(answer) {
  if (answer.status === 0) return answer;
  if (answer.status !== 200) {
    refuse(`${answer.cause ?? answer.status} ${answer.advice ?? ""}`);
    return answer;
  }
  if (answer.go !== undefined) {
    location.assign(answer.go);
    return answer;
  }
  if (answer.document !== undefined) {
    goWhere(answer);
    return answer;
  }
  takeBack();
  state = answer.state ?? state;
  replaceCards(answer);
  if (answer.said) say(answer.said);
  if (answer.statement !== undefined) {
    const card = findCard(answer.statement);
    mark(card?.querySelector(`.value[data-field="${answer.field}"]`) ?? card?.querySelector(".value"));
  }
  return answer;
}

async function settle(answer, body) {
  take({ ...answer, status: 200, statement: undefined });
  conflict.querySelector("[data-who]").textContent = answer.who;
  conflict.querySelector("[data-theirs]").textContent = answer.theirs;
  conflict.querySelector("[data-yours]").textContent = answer.yours;
  const keeps = await choice(conflict, "keeps", { 1: "theirs", 2: "yours" });
  if (keeps !== "yours") return take({ status: 200 });
  for (const change of body.changes) {
    if (change.statement === answer.statement && change.field === answer.field) change.version = answer.version;
  }
  return save(() => body);
}

/** Opens a dialog and waits for one of its buttons, by mouse or by its key; null where it is left. */
export function choice(dialog, name, keys) {
  return new Promise((resolve) => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const done = (chosen) => {
      leaving.abort();
      dialog.close();
      resolve(chosen);
    };
    dialog.addEventListener("click", ({ target }) => {
      const button = target.closest(`[data-${name}]`);
      if (button) done(button.dataset[name]);
    }, { signal });
    dialog.addEventListener("keydown", (event) => {
      if (!(event.key in keys)) return;
      event.preventDefault();
      done(keys[event.key]);
    }, { signal });
    dialog.addEventListener("cancel", () => done(null), { signal });
    dialog.showModal();
  });
}

export function say(text) {
  const status = document.getElementById("saved");
  status.textContent = text;
  status.dataset.state = "said";
}

export async function turn(path) {
  return take(await send(path, () => ({ document: letterName })));
}

/** All cards anew; null where the server cannot be reached. */
export async function refresh() {
  const answer = await ask("/cards", { document: letterName });
  return answer && take(answer);
}

export function resend() {
  const unsent = unsentOf(letterName);
  if (unsent) save(() => unsent);
}
