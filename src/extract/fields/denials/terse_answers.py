"""Answers under a heading or a question that are a denial and nothing else: "Nav.", "Arī 2022. gadā nekas."."""

from __future__ import annotations

import re

from extract.fields.denials.measure_words import SEVERAL, MeasureWords, ThingForm, is_participle
from extract.fields.denials.segments import Clauses, Word
from extract.fields.people import readings_of
from extract.latvian.inflection import Case

#: What gives the reason of a terse answer.
_REASON = re.compile(r"(?<=[^.!]),\s*(?:jo|tā kā|ta ka|sakarā|sakara|ņemot|nemot)\b", re.IGNORECASE)
_SHORT = 10


def is_terse_denial(clauses: Clauses) -> bool:
    """Whether a statement is a denial and nothing else, the reason for it aside."""
    found = _REASON.search(clauses.text)
    end = found.start() if found else len(clauses.text)
    words = [word for word in clauses.words if word.end <= end]
    if not words or len(words) > _SHORT or clauses.has_quotation or "?" in clauses.tail:
        return False
    if _is_labelled(words, clauses.lexicon):
        return True
    return _is_bare(_without_cause(words, clauses.lexicon), clauses.lexicon) or _ends_in_nothing(clauses, words)


def _is_bare(words: list[Word], lexicon: MeasureWords) -> bool:
    """Whether all words are denials, verbs of doing, nouns for measures, or tell when and where."""
    texts = [word.text for word in words]
    denials = [text for text in texts if lexicon.has("denials", text)]
    deeds = [t for t in texts if any(r.kind in _DONE and not is_participle(r) for r in lexicon.denied(t))]
    is_none = any(lexicon.has("none_at_all", text) for text in texts) or texts[:2] in (["ne", "viena"], ["ne", "viens"])
    if not (denials or deeds) or texts[:2] == ["ne", "tikai"]:
        return False
    done = any(is_participle(r) and r.kind in _DONE for text in texts for r in lexicon.verbs(text))
    others = [text for text in texts if not (done and lexicon.has("asked", text))]
    if not all(t in denials or t in deeds or _may_stand_beside(t, is_none, lexicon) for t in others):
        return False
    names_nobody = not deeds and all(lexicon.has("none_alone", text) for text in denials)
    return not names_nobody or len(words) == 1 or any(_names(text, is_none, lexicon) for text in texts)


#: Kinds of verbs that an answer may deny or leave without its object.
_DONE = frozenset({"deed", "event", "occur", "support", "employ"})
_NAMED = frozenset({"measure", "undertaking", "work", "service", "support"})


def _may_stand_beside(text: str, is_none: bool, lexicon: MeasureWords) -> bool:
    known = any(lexicon.has(name, text) for name in ("adverbs", "places", "beside", "been", "answered"))
    done = any(is_participle(r) and r.kind in _DONE for r in lexicon.verbs(text))
    return known or done or text.isdigit() or _names(text, is_none, lexicon)


def _names(text: str, is_none: bool, lexicon: MeasureWords) -> bool:
    """Whether a word names what a field asks for: one measure alone only where it is "no measure"."""
    return any(
        f.thing.kind in _NAMED and f.case is not Case.LOCATIVE and (f.plural or is_none or f.thing.kind not in SEVERAL)
        for f in lexicon.things(text)
    )


def _without_cause(words: list[Word], lexicon: MeasureWords) -> list[Word]:
    """The words without a cause: "netika organizēti naudas trūkuma dēļ"."""
    texts = [word.text for word in words]
    because = lexicon.spelled("dēļ")
    if because not in texts:
        return words
    end = texts.index(because)
    start = end
    if end == 1 or (end == 2 and texts[1] == lexicon.spelled("trūkuma")):
        return words[end + 1 :]
    while start and not (lexicon.has("denials", texts[start - 1]) or lexicon.verbs(texts[start - 1])):
        start -= 1
    return words[:start] + words[end + 1 :] if start else words


def _is_labelled(words: list[Word], lexicon: MeasureWords) -> bool:
    """Whether a denial stands behind what it denies, behind a dash or colon: "Ģimenes asistents: nav pieejams"."""
    at = next((i for i, word in enumerate(words) if i and word.before.endswith(("–", "-", "—", ":"))), None)
    if at is None or not _is_bare(words[at:], lexicon):
        return False
    label = [word.text for word in words[:at]]
    denials = [word.text for word in words[at:] if lexicon.has("denials", word.text)]
    if all(lexicon.has("none_alone", text) for text in denials) or any(_names_people(text) for text in label[1:]):
        return False
    return any(_is_subject(form, text == label[-1]) for text in label for form in lexicon.things(text))


def _names_people(text: str) -> bool:
    return any(r.case is Case.NOMINATIVE and not r.is_staff for r in readings_of(text))


def _is_subject(form: ThingForm, is_last: bool) -> bool:
    """Whether a noun is what a label names: in the nominative, and told from a genitive by its ending or its place."""
    if form.case is not Case.NOMINATIVE or not (form.plural or form.thing.kind not in SEVERAL):
        return False
    return is_last or not (form.plural and form.gender == "Fem")


def _ends_in_nothing(clauses: Clauses, words: list[Word]) -> bool:
    """ "Veselībā: nekas", "par mājokļiem – nekā", with no verb before."""
    lexicon = clauses.lexicon
    last = words[-1]
    if not lexicon.has("nothing", last.text) or last.before not in ("–", "-", "—", ":", ""):
        return False
    before = [word.text for word in words[:-1]]
    if any(lexicon.verbs(t) or lexicon.has("positive_auxiliaries", t) or lexicon.has("auxiliaries", t) for t in before):
        return False
    if any(t.startswith("ne") or lexicon.has("else_", t) for t in before):
        return False
    return bool(last.before) or all(
        lexicon.has("adverbs", t) or lexicon.has("places", t) or t.isdigit() for t in before
    )
