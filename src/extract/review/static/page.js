// What every page has: keys that lead elsewhere, and dialogs.

/** The first key of two, which waits for the second a moment. */
let awaited = null;
const AWAITED_MILLISECONDS = 1500;

document.addEventListener("keydown", (event) => {
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
    document.getElementById("help")?.showModal();
  }
}, { capture: true });

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
  if (event.target.closest("[data-does=close]")) event.target.closest("dialog").close();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

export function isTyping(target) {
  return target.closest?.("input:not([type=checkbox]), select, textarea, dialog[open]") != null;
}
