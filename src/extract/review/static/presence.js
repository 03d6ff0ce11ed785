// Who else is in the letter, and what they change meanwhile.

import { refresh, state } from "./changes.js";
import { cardOf, current, letterName } from "./places.js";
import { ask, isSending } from "./sending.js";

const HEARTBEAT_MILLISECONDS = 5000;
const page = crypto.randomUUID?.() ?? String(Math.random());
let shown = null;

async function beat() {
  const statement = cardOf(current())?.dataset.statement || null;
  const answer = await ask("/presence", { document: letterName, page, statement });
  if (answer?.status !== 200) return; // whoever saves is told that the server cannot be reached
  document.getElementById("others").textContent = answer.said;
  for (const place of document.querySelectorAll(".statement .others")) place.textContent = "";
  for (const { name, statement: at } of answer.others) {
    const place = document.querySelector(`.statement[data-statement="${at}"] .others`);
    if (place) place.textContent = name;
  }
  if (shown === null) shown = answer.state;
  const known = Math.max(shown, state ?? 0);
  // What the page itself has on its way brings its cards along.
  if (answer.state > known && !isSending() && !document.querySelector("#fields form, dialog[open]")) {
    if (await refresh()) shown = answer.state;
  }
}

export function announce() {
  beat();
  setInterval(() => document.visibilityState === "visible" && beat(), HEARTBEAT_MILLISECONDS);
  let waiting = null;
  document.getElementById("fields").addEventListener("focusin", () => {
    clearTimeout(waiting);
    waiting = setTimeout(beat, 400);
  });
  addEventListener("pagehide", () => ask("/presence", { document: letterName, page, is_leaving: true }));
}
