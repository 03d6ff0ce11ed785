// Choosing words with the keyboard: arrows move from word to word, Shift extends, letters search, Enter takes.

/** Words of an element whose parts tell in `data-start` where in the letter's text they begin. */
function wordsIn(container) {
  const words = [];
  for (const part of container.querySelectorAll("[data-start]")) {
    const node = part.firstChild;
    if (!node || node.nodeType !== Node.TEXT_NODE) continue;
    for (const found of node.data.matchAll(/[^\s„“”"«»(),;:]+/g)) {
      const before = [...node.data.slice(0, found.index)].length;
      const start = Number(part.dataset.start) + before;
      const isContinued = words.length && words.at(-1).end === start;
      const word = { node, from: found.index, to: found.index + found[0].length, start, end: start + [...found[0]].length, text: found[0] };
      if (isContinued) Object.assign(words.at(-1), { lastNode: node, lastTo: word.to, end: word.end, text: words.at(-1).text + word.text });
      else words.push({ ...word, lastNode: node, lastTo: word.to });
    }
  }
  return words;
}

/** Waits until words are chosen; gives {start, end, quote} in the letter's text, or null where it is left. */
export function chooseWords(container, purpose, single = false) {
  const words = wordsIn(container);
  if (!words.length) return Promise.resolve(null);
  const help = document.getElementById("word-help");
  for (const line of help.children) line.hidden = line.dataset.for !== purpose;
  help.hidden = false;
  let [anchor, head] = single ? [Math.min(1, words.length - 1), Math.min(1, words.length - 1)] : [0, 0];
  let typed = "";
  const show = () => {
    const [first, last] = [words[Math.min(anchor, head)], words[Math.max(anchor, head)]];
    getSelection().setBaseAndExtent(first.node, first.from, last.lastNode, last.lastTo);
    words[head].node.parentElement.scrollIntoView({ block: "nearest" });
  };
  const move = (to, extend) => {
    head = Math.max(0, Math.min(words.length - 1, to));
    if (!extend || single) anchor = head;
    show();
  };
  show();
  return new Promise((resolve) => {
    const done = (chosen) => {
      removeEventListener("keydown", onKey, true);
      help.hidden = true;
      getSelection().removeAllRanges();
      resolve(chosen);
    };
    const onKey = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Shift") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === "Escape") done(null);
      else if (event.key === "Enter") {
        const [first, last] = [words[Math.min(anchor, head)], words[Math.max(anchor, head)]];
        const quote = getSelection().toString();
        done({ start: first.start, end: last.end, quote });
      } else if (event.key === "ArrowRight") move(head + 1, event.shiftKey);
      else if (event.key === "ArrowLeft") move(head - 1, event.shiftKey);
      else if (event.key === "ArrowDown") move(lineFrom(words, head, 1), event.shiftKey);
      else if (event.key === "ArrowUp") move(lineFrom(words, head, -1), event.shiftKey);
      else if (event.key === "End") move(words.length - 1, event.shiftKey);
      else if (event.key === "Home") move(0, event.shiftKey);
      else if (event.key === "Backspace") typed = "";
      else if (event.key.length === 1) {
        typed = search(words, typed + event.key, head) === null ? event.key : typed + event.key;
        const found = search(words, typed, head);
        if (found !== null) move(found, false);
        return;
      }
      if (event.key.startsWith("Arrow")) typed = "";
    };
    addEventListener("keydown", onKey, true);
  });
}

/** The next word, from this one on and then from the start, that begins with what was typed, whatever its diacritics. */
function search(words, typed, from) {
  const wanted = fold(typed);
  for (let i = 0; i < words.length; i += 1) {
    const at = (from + i) % words.length;
    if (fold(words[at].text).startsWith(wanted)) return at;
  }
  return null;
}

function fold(text) {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function lineFrom(words, at, by) {
  const here = boxOf(words[at]);
  let best = at;
  for (let i = at + by; i >= 0 && i < words.length; i += by) {
    const box = boxOf(words[i]);
    if (Math.abs(box.top - here.top) < 4) continue;
    if (best !== at && Math.abs(box.top - boxOf(words[best]).top) > 4) break;
    if (best === at || Math.abs(box.left - here.left) < Math.abs(boxOf(words[best]).left - here.left)) best = i;
  }
  return best;
}

function boxOf(word) {
  const range = document.createRange();
  range.setStart(word.node, word.from);
  range.setEnd(word.node, word.to);
  return range.getBoundingClientRect();
}
