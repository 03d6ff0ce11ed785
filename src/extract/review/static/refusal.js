// The line that says why something was not done. It stays for a while, or until something is done.

const line = document.getElementById("refusal");
const SHOWN_MILLISECONDS = 8000;
let hiding = null;

export function refuse(text) {
  line.textContent = text;
  line.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(takeBack, SHOWN_MILLISECONDS);
}

export function takeBack() {
  line.hidden = true;
}

/** Why nothing was answered, for what the user asked for. */
export function whyNot(answer) {
  return answer === null ? line.dataset.away : String(answer.status);
}
