// Undo and redo where no letter is open: they lead to the letter where that was.

import { post } from "./reaching.js";
import { refuse, whyNot } from "./refusal.js";

export async function turnElsewhere(path) {
  const answer = await post(path, { document: "" });
  if (answer?.status === 401) return;
  if (answer === null || !answer.type.startsWith("application/json")) return refuse(whyNot(answer));
  const told = JSON.parse(answer.text);
  if (told.document !== undefined) goWhere(told);
  else refuse(told.said ?? `${told.cause ?? answer.status} ${told.advice ?? ""}`);
}

/** To the letter where something was done, which then says what. */
export function goWhere({ said, document, statement }) {
  sessionStorage.setItem("extract:said", said);
  location.assign(`/letters/${document.split("/").map(encodeURIComponent).join("/")}?statement=${statement ?? ""}`);
}
