"""Neither this nor that: "ne kursu, ne sarunu", support neither asked nor given, and no need for either."""

from __future__ import annotations

from collections.abc import Iterator

from extract.fields.denials.denied_deeds import Denial, denial_of, is_of_office, is_of_people, third_parties
from extract.fields.denials.denied_verbs import DeniedVerb, absences, denied_verbs
from extract.fields.denials.measure_words import SEVERAL, MeasureWords
from extract.fields.denials.segments import Clauses, Segment, Word
from extract.latvian.conjugation import VerbForm
from extract.latvian.inflection import Case

#: How many words may tell what one "ne" denies, and what is said to be needed.
_PHRASE = 5
_REACH = 8
_DEEDS = frozenset({"deed", "event", "occur"})
_GIVEN = frozenset({"get", "grant", "receive"})
_OWN = frozenset({VerbForm.FIRST, VerbForm.PASSIVE})
_PAST = frozenset({VerbForm.FIRST, VerbForm.PAST, VerbForm.PASSIVE, VerbForm.ACTIVE})


def find_neither_nor(clauses: Clauses) -> Iterator[tuple[Segment, Denial]]:
    """Where a statement says it, with the segment, in the order of the segments."""
    for segment in clauses.segments:
        for find in (_neither_gathering, _neither_asked_nor_given, _neither_applied_nor_supported, _no_cent, _no_need):
            for denial in find(segment, clauses):
                yield segment, denial


def _neither_gathering(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Nebija ne kursu, ne sarunu, ne kādas citas kustības."""
    words, lexicon = segment.words, clauses.lexicon
    starts = [i for i, word in enumerate(words) if lexicon.has("neither", word.text)]
    if len(starts) < 2:
        return
    phrases = [
        [word.text for word in words[start + 1 : min(end, start + 1 + _PHRASE)]]
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
    ]
    if any(_says_where(phrase, lexicon) for phrase in phrases):
        return
    named = [any(_is_gathering(text, lexicon) for text in phrase[:3]) for phrase in phrases]
    all_else = _is_anything_else(phrases[-1], lexicon)
    lacks = (
        []
        if is_of_people(words)
        else [at for at, _ in absences(segment, lexicon) if not _lacks_another(words, starts[-1], at, lexicon)]
    )
    carried = [verb.first for verb in denied_verbs(segment, lexicon) if _is_carried(verb, segment, lexicon)]
    if carried and any(named[:1]):
        yield denial_of(words, min(*starts, carried[0]), max(*starts, carried[0]))
    elif lacks and named[0] and (all_else or 2 * sum(named) > len(named)):
        yield denial_of(words, min(*starts, lacks[0]), max(*starts, lacks[0]))
    elif all(named) and not any(lexicon.is_finite(word.text) for word in clauses.words):
        yield denial_of(words, starts[0], starts[-1])


def _lacks_another(words: tuple[Word, ...], start: int, at: int, lexicon: MeasureWords) -> bool:
    """Whether "nebija" behind all says that something else was not: "ne sapulču, ne svētku laikā strīdu nebija"."""
    before = words[at - 1].text if at - 1 > start else ""
    is_genitive = before.endswith(("u", "as", "es"))
    known = lexicon.is_filler(before) or lexicon.has("contact", before) or _is_gathering(before, lexicon)
    return is_genitive and not known


def _says_where(phrase: list[str], lexicon: MeasureWords) -> bool:
    """Whether "ne" denies where or when something was: "ne vasarā, ne brīvlaikos"."""
    first = phrase[0] if phrase else ""
    is_else = any(lexicon.has(name, first) for name in ("any_other", "also", "gatherings"))
    return lexicon.ends("locative_endings", first) and not is_else


def _is_carried(verb: DeniedVerb, segment: Segment, lexicon: MeasureWords) -> bool:
    """Whether what a verb denies is that something took place or the office carried it out."""
    if verb.reading is None or verb.reading.kind not in _DEEDS:
        return False
    takes_place = verb.is_passive or verb.reading.kind != "deed"
    return takes_place or verb.is_first_person or is_of_office(segment, lexicon)


def _is_gathering(text: str, lexicon: MeasureWords) -> bool:
    return lexicon.has("gatherings", text) or any(form.thing.kind in SEVERAL for form in lexicon.things(text))


def _is_anything_else(phrase: list[str], lexicon: MeasureWords) -> bool:
    """Whether it is "(ne) arī kas cits", "(ne) kādas citas aktivitātes"."""
    told = [text for text in phrase if not lexicon.is_filler(text)]
    if len(told) < 2 or not lexicon.has("any_other", told[0]) or not lexicon.has("other", told[1]):
        return False
    return len(told) == 2 or lexicon.has("contact", told[2]) or _is_gathering(told[2], lexicon)


def _neither_asked_nor_given(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Naudu nelūdzām un nedabūjām; ne dots, ne prasīts nekas nav."""
    words, lexicon = segment.words, clauses.lexicon
    is_terse = len(clauses.words) <= _PHRASE and lexicon.has("neither", clauses.words[0].text)
    if not (is_terse or any(_is_support(word.text, lexicon) for word in words)) or any(
        word.text == "par" for word in words
    ):
        return
    of_nobody = any(lexicon.has(name, word.text) for word in words for name in ("none_at_all", "supported"))
    asked, given = [], []
    for i, word in enumerate(words):
        is_neither = i > 0 and lexicon.has("neither", words[i - 1].text)
        is_lacking = any(lexicon.has("auxiliaries", other.text) for other in words[max(0, i - 2) : i])
        readings = lexicon.verbs(word.text) if is_neither or is_lacking else lexicon.denied(word.text)
        readings = [reading for reading in readings if reading.form.form in (_PAST if of_nobody else _OWN)]
        asked += [i for reading in readings if reading.kind == "ask"]
        given += [i for reading in readings if reading.kind in _GIVEN]
    is_own = of_nobody or not any(third_parties(segment, lexicon))
    if asked and given and is_own:
        yield denial_of(words, min(*asked, *given), max(*asked, *given))


def _is_support(text: str, lexicon: MeasureWords) -> bool:
    forms = (form for form in lexicon.things(text) if form.case is not Case.LOCATIVE)
    supports = (form.thing.kind in ("money", "support") for form in forms)
    return lexicon.has("nothing", text) or any(supports)


def _neither_applied_nor_supported(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Pieteikumu nebija, līdz ar to arī atbalsta nebija."""
    words, lexicon = clauses.words, clauses.lexicon
    if segment is not clauses.segments[-1] or not lexicon.has("absences", words[-1].text):
        return
    for i, word in enumerate(words[:-1]):
        lacking = (f.case is Case.GENITIVE and f.thing.kind in ("money", "support") for f in lexicon.things(word.text))
        applied = [k for k in range(i) if lexicon.has("applied", words[k].text)]
        lacked = any(lexicon.has("absences", other.text) for other in words[:i])
        also = i > 0 and lexicon.has("also", words[i - 1].text)
        if also and applied and lacked and any(lacking) and len(words) - i <= 3:
            yield denial_of(words, i, len(words) - 1)


def _no_cent(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Biedrībām netika iedots ne eiro; līdzdalībai netērējām ne centa."""
    words, lexicon = segment.words, clauses.lexicon
    if not any(lexicon.has(name, w.text) for w in words for name in ("granted", "domains")) or is_of_people(words):
        return
    granted = [v for v in denied_verbs(segment, lexicon) if v.reading and v.reading.kind in ("grant", "deed")]
    for i, word in enumerate(words[1:], 1):
        if lexicon.has("coins", word.text) and lexicon.has("neither", words[i - 1].text):
            own = (v for v in granted if v.is_first_person or v.is_passive or is_of_office(segment, lexicon))
            for verb in own:
                first, last = min(i - 1, verb.first), max(i, verb.last)
                if not any(other.text.isdigit() for other in words[first:last]):
                    yield denial_of(words, first, last)


def _no_need(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Nav radusies vajadzība sadarboties ar romu kopienu; nav bijusi vajadzība rīkot atsevišķas nodarbības."""
    words, lexicon = segment.words, clauses.lexicon
    for i, word in enumerate(words):
        if not lexicon.has("absences", word.text):
            continue
        near = (*range(i + 1, min(i + 4, len(words))), *range(max(0, i - _REACH), i))
        needs = [k for k in near if lexicon.has("need", words[k].text)]
        for k in range(needs[0] + 1, min(needs[0] + 1 + _REACH, len(words))) if needs else ():
            if is_of_people(words[: needs[0]], staff=True):
                break
            following = words[k + 1 : k + 6]
            joining = lexicon.has("joining", words[k].text) and _is_joint([w.text for w in following], lexicon)
            carrying = any(
                r.kind == "deed" and r.form.form is VerbForm.INFINITIVE for r in lexicon.verbs(words[k].text)
            )
            sought = carrying or words[k].text == lexicon.spelled("pēc")
            separate = sought and _is_separate([w.text for w in following[:4]], lexicon)
            if (joining or separate) and segment.is_whole(min(i, k), max(i, k), lexicon):
                yield denial_of(words, min(i, needs[0]), max(i, k))


def _is_separate(phrase: list[str], lexicon: MeasureWords) -> bool:
    """Whether words name measures apart from those for all: "atsevišķas nodarbības", "īpašs romu atbalsts"."""
    at = next((i for i, text in enumerate(phrase[:2]) if lexicon.has("separate", text)), None)
    if at == 1 and lexicon.has("what", phrase[0]):
        return True
    return at is not None and any(_is_gathering(t, lexicon) or lexicon.things(t) for t in phrase[at + 1 : at + 3])


def _is_joint(phrase: list[str], lexicon: MeasureWords) -> bool:
    """Whether words tell of work with Roma: "ar romu kopienu", "romu jautājumu risināšanā"."""
    about = phrase[:1] == ["ar"] or any(lexicon.has("field", t) or lexicon.things(t) for t in phrase)
    return about and any(text.startswith("rom") for text in phrase)
