"""Lemmas as rules that turn a form into its lemma: what goes and what comes at its start and end, and its letter case.

The rules are those of UDPipe 2 (Straka, "UDPipe 2.0 Prototype at CoNLL 2018"), simplified: the longest common substring
stays, a rule tells what stands around it.
"""

from __future__ import annotations

from difflib import SequenceMatcher

_KEEP, _LOWER, _TITLE, _UPPER, _WHOLE = "=", "l", "T", "U", "!"
_CASINGS = (_KEEP, _LOWER, _TITLE, _UPPER)


def lemma_rule(form: str, lemma: str) -> str:
    """The rule that makes `lemma` of `form`; the lemma itself behind "!" where nothing of the form stays in it.

    Otherwise letter case (one of "=lTU"), the number of characters cut at the start, ">", what is put there instead,
    "|", and the same for the end: "=0>|2>s".
    """
    low_form, low_lemma = form.lower(), lemma.lower()
    first, second, size = _longest_common(low_form, low_lemma)
    if size and len(low_form) == len(form):
        cut = len(form) - first - size
        edit = f"{first}>{low_lemma[:second]}|{cut}>{low_lemma[second + size :]}"
        for casing in _CASINGS:
            if apply_lemma_rule(casing + edit, form) == lemma:
                return casing + edit
    return _WHOLE + lemma


def _longest_common(form: str, lemma: str) -> tuple[int, int, int]:
    """Where the longest common substring starts in each, the first of several, and its length."""
    start = next((i for i, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
    # Most words only change their ending, and a longer substring than their start is soon ruled out.
    if start and not any(form[i : i + start + 1] in lemma for i in range(len(form) - start)):
        return 0, 0, start
    common = SequenceMatcher(None, form, lemma, autojunk=False).find_longest_match()
    return common.a, common.b, common.size


def apply_lemma_rule(rule: str, form: str) -> str:
    """The lemma that the rule makes of `form`; the form itself where it is too short for the rule."""
    casing, edit = rule[0], rule[1:]
    if casing == _WHOLE:
        return edit
    start, end = edit.split("|", 1)
    first, prefix = start.split(">", 1)
    last, suffix = end.split(">", 1)
    kept = form[int(first) : len(form) - int(last)]
    if not kept:
        return form
    lemma = prefix + kept + suffix
    if casing == _LOWER:
        return lemma.lower()
    if casing == _TITLE:
        return lemma[:1].upper() + lemma[1:].lower()
    return lemma.upper() if casing == _UPPER else lemma
