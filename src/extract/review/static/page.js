// What every page has: keys that lead elsewhere, undo where no letter is open, dialogs, and what signing out leaves behind.

import { forgetDrafts } from "./kept.js";
import { turnElsewhere } from "./undo.js";

/** The first key of two, which waits for the second a moment. */
let awaited = null;
const AWAITED_MILLISECONDS = 1500;

document.addEventListener("keydown", (event) => {
  const turn = turnOf(event);
  if (turn && document.body.dataset.mayEdit && !document.getElementById("fields") && !isTyping(event.target)) {
    event.preventDefault();
    turnElsewhere(turn);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (awaited === "g") {
    awaited = null;
    const path = { s: "/", q: "/queue?flagged=yes", l: "/letters" }[event.key];
    if (path) {
      event.preventDefault();
      event.stopImmediatePropagation();
      location.assign(path);
    }
    return;
  }
  if (event.key === "g") {
    awaited = "g";
    setTimeout(() => (awaited = null), AWAITED_MILLISECONDS);
    event.stopImmediatePropagation();
  } else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("search")?.focus();
  } else if (event.key === "?") {
    event.preventDefault();
    read("help");
  }
}, { capture: true });

document.getElementById("search")?.addEventListener("keydown", ({ key, target }) => key === "Escape" && target.blur());

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) read(opener.dataset.opens);
  if (event.target.closest("[data-does=close]")) event.target.closest("dialog").close();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// What was typed and not saved does not wait for whoever signs in next; what could not be sent yet waits for its user.
document.querySelector("form[action='/sign-out']")?.addEventListener("submit", () => {
  forgetDrafts();
  sessionStorage.clear();
});

/** Opens a dialog that is there to be read: from its top, not from its first button, which may be far below. */
export function read(name) {
  const dialog = document.getElementById(name);
  dialog?.showModal();
  dialog?.focus();
  dialog?.scrollTo(0, 0);
}

/** The path of what Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y ask for; null for every other key. */
export function turnOf(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "/redo" : "/undo";
  return key === "y" ? "/redo" : null;
}

export function isTyping(target) {
  return target.closest?.("input:not([type=checkbox]), select, textarea, dialog[open]") != null;
}
