// What outlives the page in this browser, by kind and letter. It belongs to whoever is signed in and to this review:
// what somebody else typed in this browser is not theirs, nor is a second review's the first one's.

const fields = document.getElementById("fields");

/** What the page's paths begin with: a second review has its own. */
export const base = fields?.dataset.base ?? "";

const me = document.body.dataset.me ?? "";

/** What is kept of this kind for a letter; null where there is nothing. */
export function kept(kind, letter) {
  return all(kind)[placeOf(letter)] ?? null;
}

export function keep(kind, letter, what) {
  localStorage.setItem(nameOf(kind), JSON.stringify({ ...all(kind), [placeOf(letter)]: what }));
}

export function forget(kind, letter) {
  const { [placeOf(letter)]: _, ...others } = all(kind);
  localStorage.setItem(nameOf(kind), JSON.stringify(others));
}

/** Everything that the user has typed and not saved, in whichever letter. */
export function forgetDrafts() {
  const others = Object.entries(all("drafts")).filter(([place]) => JSON.parse(place)[0] !== me);
  localStorage.setItem(nameOf("drafts"), JSON.stringify(Object.fromEntries(others)));
}

function all(kind) {
  return JSON.parse(localStorage.getItem(nameOf(kind)) ?? "{}");
}

function nameOf(kind) {
  return `extract:${kind}`;
}

function placeOf(letter) {
  return JSON.stringify([me, base, letter]);
}
