"""What a clause may deny: nouns that stand for all that a field asks for, "nothing", and what stands in for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.fields.denials.measure_words import SEVERAL, MeasureWords, ThingForm
from extract.fields.denials.segments import Clauses, Segment, Word
from extract.latvian.inflection import Case


@dataclass(frozen=True, slots=True)
class Object:
    """What may be denied, in the words `first` to `last` of a segment; without a `form` it is "nothing"."""

    first: int
    last: int
    case: Case
    form: ThingForm | None
    #: Whether it stands for all there could be by itself, in the singular too.
    is_none: bool


def objects(clauses: Clauses, segment: Segment, *, with_all: bool = False) -> Iterator[Object]:
    """The nouns of a segment that stand for all of their kind, and those for nothing; `with_all` takes "visi"."""
    lexicon = clauses.lexicon
    for i, word in enumerate(segment.words):
        for case, name in _NOTHING.items():
            if lexicon.has(name, word.text) and not _is_other(segment, i, lexicon):
                yield Object(i, i, case, None, True)
        if clauses.after(word).startswith("„"):
            continue
        for form in lexicon.things(word.text):
            if _stands_for_all(segment, i, form, lexicon, with_all):
                yield Object(i, i, form.case, form, _none_before(segment, i, form, lexicon))
            elif _is_none_of(segment, i, form, lexicon):
                is_object = any(word.text == "nevienu" for word in segment.words[max(0, i - 6) : i])
                yield Object(i, i, Case.ACCUSATIVE if is_object else Case.NOMINATIVE, form, True)


_NOTHING = {
    Case.NOMINATIVE: "nothing_nominative",
    Case.ACCUSATIVE: "nothing_accusative",
    Case.GENITIVE: "nothing_genitive",
}


def _is_other(segment: Segment, i: int, lexicon: MeasureWords) -> bool:
    """Whether "nekas" is "nekas cits", or "nekā" is "than"."""
    following = segment.words[i + 1 : i + 2]
    before = segment.words[i - 1 : i] if i else ()
    is_more = any(lexicon.has("than", word.text) for word in before)
    return is_more or any(lexicon.has("else_", word.text) for word in following)


def _none_before(segment: Segment, i: int, form: ThingForm, lexicon: MeasureWords) -> bool:
    """Whether "neviens", "nekādi", "ne viens" agrees with a noun: near before it, or farther in the nominative."""
    ending = lexicon.spelled(_NONE_ENDINGS[form.case, form.plural][form.gender == "Fem"])
    texts = [word.text for word in segment.words[:i]]
    near = texts[-_NEAR:]
    parted = any(first == "ne" and second == "vien" + ending for first, second in pairwise(near))
    if parted or any(_is_none(text, ending, lexicon) for text in near):
        return True
    far = [k for k, text in enumerate(texts) if text == "nevien" + ending]
    is_subject = form.case is Case.NOMINATIVE and not form.plural
    return is_subject and bool(far) and segment.is_whole(far[-1], i, lexicon)


def _is_none(text: str, ending: str, lexicon: MeasureWords) -> bool:
    return lexicon.has("none_at_all", text) and text in ("nevien" + ending, lexicon.spelled("nekād") + ending)


#: How many words before a noun may hold what makes it none.
_NEAR = 4
#: Endings of "neviens" and "nekāds", masculine and feminine, by case and whether it is plural.
_NONE_ENDINGS = {
    (Case.NOMINATIVE, False): ("s", "a"),
    (Case.NOMINATIVE, True): ("i", "as"),
    (Case.GENITIVE, False): ("a", "as"),
    (Case.GENITIVE, True): ("u", "u"),
    (Case.DATIVE, False): ("am", "ai"),
    (Case.DATIVE, True): ("iem", "ām"),
    (Case.ACCUSATIVE, False): ("u", "u"),
    (Case.ACCUSATIVE, True): ("us", "as"),
    (Case.LOCATIVE, False): ("ā", "ā"),
    (Case.LOCATIVE, True): ("os", "ās"),
}


def _is_listed(segment: Segment, i: int) -> bool:
    """Whether "citi" at a word closes a list of what was not: "ne sanāksmes, ne kādi citi", "semināri un citi"."""
    return any(word.text in ("ne", "nedz", "un", "vai") for word in segment.words[max(0, i - 2) : i])


def _is_none_of(segment: Segment, i: int, form: ThingForm, lexicon: MeasureWords) -> bool:
    """Whether it is "neviens no plānotajiem pasākumiem"."""
    if not (form.plural and form.case is Case.DATIVE):
        return False
    texts = [word.text for word in segment.words[max(0, i - 6) : i]]
    return any(lexicon.has("none_at_all", first) and second == "no" for first, second in pairwise(texts))


def _stands_for_all(segment: Segment, i: int, form: ThingForm, lexicon: MeasureWords, with_all: bool) -> bool:
    """Whether a noun can stand for all of its kind: not some of them, behind no preposition, no modifier of another."""
    words = segment.words
    kind = form.thing.kind
    before = words[max(0, i - 3) : i]
    near = [k for k in range(max(0, i - 3), i) if segment.is_whole(k, i, lexicon)]
    some = [k for k in near if _is_some(words[k], words[k + 1], lexicon) and not _is_listed(segment, k)]
    if any(not (with_all and lexicon.has("all", words[k].text)) for k in some):
        return False
    if kind == "matter" and not (before and lexicon.has("answered", before[-1].text) and form.plural):
        return False
    if kind == "carrying" and not (before and lexicon.has("carried", before[-1].text)):
        return False
    if kind == "assistant" and before and lexicon.has("others_assistants", before[-1].text):
        return False
    if kind == "labour" and form.plural:  # "remonta darbi nav veikti"
        of_a_kind = form.case is Case.GENITIVE and _is_of_a_kind(segment, i, lexicon)
        return of_a_kind or _none_before(segment, i, form, lexicon)
    if form.case is Case.NOMINATIVE:
        is_only_nominative = form.plural and form.gender == "Masc"
        if _is_governed(segment, i, lexicon) and not is_only_nominative:
            return False
        return form.plural or kind in _WHOLE or _none_before(segment, i, form, lexicon)
    if _is_governed(segment, i, lexicon):
        return False
    if form.case is Case.ACCUSATIVE:
        return form.plural or kind in _WHOLE or _none_before(segment, i, form, lexicon)
    if form.case is not Case.GENITIVE:
        return False
    following = words[i + 1].text if i + 1 < len(words) else ""
    if form.plural:
        return not lexicon.has("of_measures", following)
    if _none_before(segment, i, form, lexicon):
        return True
    if kind in SEVERAL:
        return _is_of_a_kind(segment, i, lexicon)
    if kind == "labour":
        return following == "ar"
    alone = (
        not following or following[0].isdigit() or "," in words[i + 1].before or lexicon.has("behind_lone", following)
    )
    return kind in _WHOLE and alone


def _is_of_a_kind(segment: Segment, i: int, lexicon: MeasureWords) -> bool:
    """Whether one measure is of the kind asked about, and lacking: "īpašas programmas nav", "programmas romiem nav"."""
    words = segment.words
    k = i + 1
    while k < len(words) and not words[k].before and lexicon.is_filler(words[k].text):
        k += 1
    is_special = i > 0 and lexicon.has("special", words[i - 1].text)
    for_roma = any(word.text == "romiem" for word in words[i + 1 : k])
    return (is_special or for_roma) and k < len(words) and lexicon.has("absences", words[k].text)


#: Kinds of which the singular stands for all there could be.
_WHOLE = frozenset({"work", "service", "assistant", "support", "money", "attention", "carrying", "labour", "section"})


def _is_some(word: Word, following: Word, lexicon: MeasureWords) -> bool:
    """Whether a word counts some measures of more: a number of no year nor day, or "daži", "citi"."""
    if word.text.isdigit():
        return word.text != "0" and len(word.text) < len("2021") and not following.before.startswith(".")
    return lexicon.has("only_some", word.text) and not lexicon.has("no_numerals", word.text)


def _is_governed(segment: Segment, i: int, lexicon: MeasureWords) -> bool:
    """Whether a preposition governs the noun, directly or over one word."""
    for back in (1, 2):
        k = i - back
        if k < 0 or segment.words[k + 1].before:
            return False
        if lexicon.has("prepositions", segment.words[k].text):
            return back == 1 or not lexicon.has("whole_phrases", segment.words[i - 1].text)
    return False
