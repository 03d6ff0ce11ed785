// Sends changes to the server one after another, and keeps what could not be sent until it can; asks it for what it has.

import { base, forget, keep, kept } from "./kept.js";
import { post, reach } from "./reaching.js";

const status = document.getElementById("saved");
const RETRY_MILLISECONDS = 3000;
// A change on its way outlives the page: what is closed or reloaded before the answer is sent again when its user opens
// the letter anew, whatever was opened meanwhile. Undo and redo are never repeated.
const KEPT = "/edit";

let last = Promise.resolve();

/** Sends once all that was asked for before is answered; `makeBody` is called only then, so that it knows the outcome. */
export function send(path, makeBody) {
  const answer = last.then(() => insist(path, makeBody()));
  last = answer.catch(() => undefined);
  return answer;
}

/** One request; null where the server cannot be reached. */
export async function ask(path, body, id = null) {
  const answer = await post(base + path, body, id ? { "x-request-id": id } : {});
  if (answer === null) return null;
  return { status: answer.status, ...(answer.type.startsWith("application/json") ? JSON.parse(answer.text) : {}) };
}

/** The same, tried until there is an answer: what only completes the page comes late rather than never. */
export async function reachAtLast(url) {
  for (;;) {
    const answer = await reach(url);
    if (answer) return answer;
    await pause();
  }
}

async function insist(path, body) {
  if (body === null) return { status: 0 };
  if (path === KEPT) keep("unsent", body.document, body);
  tell("saving");
  // The same for every try, by which the server knows what it has done already though its answer was lost.
  const id = crypto.randomUUID?.() ?? String(Math.random());
  for (;;) {
    const answer = await ask(path, body, id);
    if (answer?.status === 401) return { status: 0 }; // kept until its user has signed in again
    if (answer && answer.status < 500) {
      if (path === KEPT) forget("unsent", body.document);
      tell(answer.status === 200 ? "saved" : null);
      return answer;
    }
    tell("unsaved");
    await pause();
  }
}

/** The change of this user to the letter that a page before this one could not send; null where there is none. */
export function unsentOf(letter) {
  return kept("unsent", letter);
}

export function isSending() {
  return ["saving", "unsaved"].includes(status.dataset.state);
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
}

function tell(what) {
  status.textContent = what ? status.dataset[what] : "";
  status.dataset.state = what ?? "";
}

addEventListener("beforeunload", (event) => {
  if (status.dataset.state === "unsaved") event.preventDefault();
});
