// Sends changes to the server one after another, and keeps what could not be sent until it can.

const csrf = document.querySelector("meta[name=csrf]").content;
const status = document.getElementById("saved");
const RETRY_MILLISECONDS = 3000;

/** What the page's paths begin with: a second review has its own. */
export const base = document.getElementById("fields")?.dataset.base ?? "";

/** Who is signed in: what somebody else typed in this browser is not theirs. */
export const me = document.getElementById("fields")?.dataset.me ?? "";

let last = Promise.resolve();

/** Sends once all that was asked for before is answered; `makeBody` is called only then, so that it knows the outcome. */
export function send(path, makeBody) {
  const answer = last.then(() => insist(path, makeBody()));
  last = answer.catch(() => undefined);
  return answer;
}

/** One request that may fail. */
export async function ask(path, body, id = null) {
  const headers = { "content-type": "application/json", "x-csrf-token": csrf, ...(id && { "x-request-id": id }) };
  const response = await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body), keepalive: true });
  if (response.status === 401) location.assign("/sign-in");
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, ...(isJson ? await response.json() : {}) };
}

async function insist(path, body) {
  if (body === null) return { status: 0 };
  keep(path, body);
  tell("saving");
  // The same for every try, by which the server knows what it has done already though its answer was lost.
  const id = crypto.randomUUID?.() ?? String(Math.random());
  for (;;) {
    try {
      const answer = await ask(path, body, id);
      if (answer.status === 401) return { status: 0 }; // kept until its user has signed in again
      if (answer.status < 500) {
        drop(path, body);
        tell(answer.status === 200 ? "saved" : null);
        return answer;
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // fetch throws TypeError where the server cannot be reached
    }
    tell("unsaved");
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
  }
}

// A change on its way outlives the page: what is closed or reloaded before the answer is sent again when its user opens
// the letter anew, whatever was opened meanwhile. Undo and redo are never repeated.

const KEPT = "extract:unsent";
const CHANGES = "/edit";

function keyOf(document) {
  return JSON.stringify([me, base, document]);
}

function kept() {
  return JSON.parse(localStorage.getItem(KEPT) ?? "{}");
}

function keep(path, body) {
  if (path === CHANGES) localStorage.setItem(KEPT, JSON.stringify({ ...kept(), [keyOf(body.document)]: body }));
}

function drop(path, body) {
  if (path !== CHANGES) return;
  const { [keyOf(body.document)]: _, ...others } = kept();
  localStorage.setItem(KEPT, JSON.stringify(others));
}

/** The change of this user to the letter that a page before this one could not send; null where there is none. */
export function unsentOf(document) {
  return kept()[keyOf(document)] ?? null;
}

function tell(what) {
  status.textContent = what ? status.dataset[what] : "";
  status.dataset.state = what ?? "";
}

addEventListener("beforeunload", (event) => {
  if (status.dataset.state === "unsaved") event.preventDefault();
});
