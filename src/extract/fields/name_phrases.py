"""Tells where a name without quotation marks ends, by the phrase that begins with its capital ("projektā Durvis vaļā").

A name is one phrase: a verb with its object ("Dāvini prieku"), a pronoun with its verb ("Es varu"), an adverb with what
it goes with ("Kopā augam"), or a noun in the nominative with what agrees with it or depends on it ("Mans pirmais
solis", "Mūzika visiem", "Ceļā uz mājām"). A second nominative begins what the sentence tells of it. All this takes a
doc that a trained pipeline has annotated.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from extract.fields.name_heads import forms_of, head_class_of, is_generic, is_head, words_of
from extract.fields.people import readings_of
from extract.latvian.capitals import is_common
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, paradigm
from extract.latvian.searching import stems

_MOST_WORDS = 7
#: Endings that no noun has in the nominative.
_OBLIQUE = re.compile(r"(?:u|am|im|um|ai|ei|ij|ā|ē|ī|ū|os|ās|ēs|īs|iem|ām|ēm|īm)$")
_MODIFYING = frozenset({"ADJ", "DET", "NUM"})
_BLOCKING = frozenset({"person", "GPE", "location", "time"})
_OPENING = frozenset({"ADP", "ADV"})


def find_name_end(doc: Doc, start: int, *, governed: bool) -> int | None:
    """The token behind the name that begins at token `start`; None where what begins there is no name.

    `governed` says that the noun before the name is in the genitive, so that a noun behind it must follow ("projekta
    Durvis vaļā atbalsts").
    """
    first = doc[start]
    if not _may_open(first):
        return None
    end: int | None
    if _commands(first):
        end = _after_verb(doc, start, governed=governed)
    elif first.pos_ == "PRON" and fold(first.lower_) in words_of("speakers"):
        end = _to_verb(doc, start + 1) if start + 1 < len(doc) and _is_verb(doc[start + 1]) else None
    elif first.pos_ == "ADV":
        end = _after_adverb(doc, start)
    elif first.pos_ == "ADP":
        end = _after_preposition(doc, start)
        end = _with_tail(doc, start, end) if end is not None else None
    elif first.pos_ == "X":
        end = next((token.i for token in doc[start:] if token.pos_ != "X"), len(doc))
    else:
        end = _noun_phrase(doc, start)
    if end is None or end - start > _MOST_WORDS or not _is_name(doc, start, end):
        return None
    if governed and not _has_governor(doc, end):
        return None
    if end < len(doc) and re.fullmatch(r"20\d\d", doc[end].text) and not doc[end : end + 2].text.endswith("."):
        end += 1  # "konkursā Gada mamma 2022"
    if end < len(doc) and doc[end].text == "!" and end + 1 < len(doc) and doc[end + 1].text[:1].islower():
        end += 1
    return end


def is_governed(noun: Token) -> bool:
    """Whether a noun is in the genitive and no preposition asks for that, so that a noun behind it must."""
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    genitives = {form.text for form in paradigm(noun.lemma_.lower()) if form.case is Case.GENITIVE}
    # "akciju" may as well be an accusative
    is_genitive = "Gen" in _cases(noun) and noun.lower_ in genitives and not noun.lower_.endswith("u")
    return is_genitive and fold(before) not in words_of("genitive_prepositions")


def _has_governor(doc: Doc, at: int) -> bool:
    """Whether a noun's phrase begins at token `at` or behind what stands there in brackets."""
    if at < len(doc) and doc[at].text == "(":
        at = next((token.i + 1 for token in doc[at:] if token.text == ")"), at)
    return at < len(doc) and (_is_nominal(doc[at]) or _frames(doc[at]))


def _may_open(token: Token) -> bool:
    """Whether a capital is that of a name rather than of a person, place, institution or one of the letter's terms."""
    text = token.text
    if not text[0].isupper() or not text.isalpha() or (text.isupper() and len(text) > 1):
        return False
    folded = fold(text)
    if folded.startswith(tuple(words_of("no_opening"))):
        return False
    if text in ("Jūs", "Jums", "Jūsu"):
        return False
    if token.pos_ == "PROPN" and ("Gen" in _cases(token) or (token.i + 1 < len(token.doc) and token.nbor().is_title)):
        return False
    return not any(_is_blocking(entity) for entity in token.doc.ents if entity.start <= token.i < entity.end)


def _is_blocking(entity: Span) -> bool:
    """Whether an entity is a person, a place or a time; common words are often taken for one, coined ones too."""
    if entity.label_ not in _BLOCKING:
        return False
    framed = entity.end < len(entity.doc) and _frames(entity.doc[entity.end])
    likely = is_common(entity[0]) or (entity.label_ == "person" and framed)
    if len(entity) == 1 and likely and _may_be_nominative(entity[0]):
        return False
    if entity.label_ == "time":
        return entity[0].pos_ not in _OPENING  # "Pretī pavasarim"
    return any(token.pos_ == "PROPN" and not (token.i > entity.start and _is_initialism(token)) for token in entity)


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the words can be a project's name and not an institution, people, or a thing of the letter."""
    words = [token for token in doc[start:end] if token.is_alpha]
    named = [token for token in words if token.pos_ in ("NOUN", "PROPN")]
    if len(words) == 1:
        word, folded = words[0].lower_, fold(words[0].lower_)
        is_term = is_head(folded) or _is_term(word) or folded.endswith(tuple(forms_of("institutions")))
        return len(word) > 1 and not (is_term or readings_of(word) or words[0].pos_ == "ADV")
    own = _commands(words[0]) or words[0].pos_ == "ADV" or _is_indefinite(words[0]) or words[0].pos_ in ("PRON", "DET")
    if own or not named:
        return True
    if words[0].pos_ == "PROPN" and not is_common(words[0]):
        return False
    heads = [token for token in named if _may_be_nominative(token)] or named[-1:]
    head = next((token for token in heads if "Gen" not in _cases(token)), heads[-1])
    people = readings_of(head.lower_)
    of_institution = fold(words[0].lower_) in forms_of("institutions") and bool(people)  # "akcijā Domes deputāti"
    return not (
        fold(head.lower_) in forms_of("institutions") or of_institution or any(each.is_staff for each in people)
    )


def _noun_phrase(doc: Doc, start: int) -> int | None:
    """The end of a phrase with a noun in the nominative, or of a place with what depends on it ("Ceļā uz mājām")."""
    first = doc[start]
    if not (_is_nominal(first) or first.pos_ == "PROPN"):
        return None
    if _OBLIQUE.search(first.lower_) and _is_term(first.lower_):
        return None  # "konkursa Nolikumā minētie termiņi"
    run = start + 1
    while run < len(doc) and run - start < _MOST_WORDS and (_goes_on(doc[run]) or _joins(doc, start, run)):
        run += 1
    heads = [i for i in range(start, run) if doc[i].pos_ in ("NOUN", "PROPN") and _may_be_nominative(doc[i])]
    closed = [i for i in heads if not ("Gen" in _cases(doc[i]) and i + 1 < run)]
    for end in ((closed[0] if closed else heads[-1]) + 1 if heads else run, run):
        if end < len(doc) and _is_initialism(doc[end]) and _may_be_genitive(doc[end - 1]):
            return end + 1  # "Vecāku ABC"
    if heads:
        return _with_tail(doc, start, (closed[0] if closed else heads[-1]) + 1)
    if _is_modifying(doc[start]) and "Nom" in _cases(doc[start]):
        return _with_tail(doc, start, start + 1)
    if doc[start].pos_ in ("NOUN", "PRON"):
        return _after_oblique(doc, start)
    return None


def _joins(doc: Doc, start: int, at: int) -> bool:
    """Whether a token joins two genitives ("Bērnu un vecāku skola"), or is the name that an adjective stands before."""
    token = doc[at]
    if token.lower_ == "un" and at + 1 < len(doc):
        both = (doc[at - 1], doc[at + 1])
        return all("Gen" in _cases(each) for each in both) and _goes_on(both[1])
    return at == start + 1 and token.is_title and _is_modifying(doc[start]) and _cases(token) == ["Nom"]


def _is_initialism(token: Token) -> bool:
    return token.is_alpha and token.is_upper and len(token) > 1 and fold(token.text) not in words_of("funders")


def _may_be_genitive(token: Token) -> bool:
    genitives = {form.text for form in paradigm(token.lemma_.lower()) if form.case is Case.GENITIVE}
    return token.lower_ in genitives


def _after_oblique(doc: Doc, start: int) -> int | None:
    """The end of a phrase that opens with a place, a dative or an object ("Darbam gatavs", "Kaimiņos labi")."""
    behind = doc[start + 1] if start + 1 < len(doc) else None
    if behind is None:
        return None
    if _is_manner(behind) or (_is_modifying(behind) and "Nom" in _cases(behind) and behind.text[0].islower()):
        if "Acc" in _cases(doc[start]):
            return _to_verb(doc, start + 1)
        return _with_tail(doc, start, start + 2)
    pair = doc[start + 2] if start + 2 < len(doc) and behind.lower_ == "un" else None
    if pair is not None and pair.text[0].islower() and _is_nominal(pair) and _cases(pair) == _cases(doc[start]):
        return start + 3
    tail = _with_tail(doc, start, start + 1)
    return tail if tail > start + 1 else None


def _with_tail(doc: Doc, start: int, end: int) -> int:
    """The end of a noun phrase with what hangs on it: one more noun, a dative, a place or direction, an adverb."""
    if end >= len(doc):
        return end
    token = doc[end]
    if token.pos_ == "CCONJ" and token.lower_ in ("un", "vai"):
        if fold(doc[end + 1 : end + 2].text) in words_of("closing_pronouns"):
            return end + 2  # "Vide un mēs"
        more = _noun_phrase(doc, end + 1) if end + 1 < len(doc) and doc[end + 1].text[0].islower() else None
        if more is not None and _is_coordinate(doc, end + 1, more):
            return more
        return end
    if fold(token.text) in words_of("closing_pronouns"):
        return end + 1  # "Skatuve tava"
    if (
        (_is_manner(token) or "Loc" in _cases(token))
        and token.text[0].islower()
        and doc[end + 1 : end + 2].text in ",.:;)–-"
    ):
        return end + 1  # "Sirds silti", "Nakts bibliotēkā", which no verb follows
    if fold(token.lower_) in words_of("name_adverbs"):
        return _with_tail(doc, start, end + 1) if end - start < _MOST_WORDS else end
    if token.pos_ == "ADP" and (more := _after_preposition(doc, end)) is not None:
        return more
    if _is_nominal(token) and token.text[0].islower() and "Dat" in _cases(token) and not _frames(token):
        last = end
        while last + 1 < len(doc) and _is_modifying(doc[last]) and "Dat" in _cases(doc[last + 1]):
            last += 1
        if _is_for(doc, start, last):
            return last + 1
    return end


def _is_for(doc: Doc, start: int, last: int) -> bool:
    """Whether a dative that ends at token `last` tells for whom the name is, rather than to whom something is done."""
    if _frames(doc[last]) or fold(doc[last].lower_).startswith(tuple(words_of("no_part_of_name"))):
        return False
    if (
        not readings_of(doc[last].lower_)
        or last + 1 == len(doc)
        or not (doc[last + 1].is_alpha or doc[last + 1].like_num)
    ):
        return True
    return not stems(doc[last].lower_).isdisjoint(stems(doc[last - 1].lower_)) or _frames(doc[last + 1])


def _is_coordinate(doc: Doc, start: int, end: int) -> bool:
    nouns = [token for token in doc[start:end] if token.pos_ == "NOUN"]
    return bool(nouns) and not any(
        readings_of(token.lower_) or head_class_of([fold(token.lower_)]) is not None for token in nouns
    )


def _after_preposition(doc: Doc, at: int) -> int | None:
    """The end of a preposition's phrase that can belong to a name: of common words, and no time or people."""
    if fold(doc[at].lower_) in words_of("no_name_prepositions"):
        return None
    end = at + 1
    while end < len(doc) and _is_modifying(doc[end]) and _goes_on(doc[end]) and end - at < _MOST_WORDS:
        end += 1
    if end >= len(doc) or not _is_nominal(doc[end]):
        return end if end > at + 1 else None
    of_institution = fold(doc[end].lower_) in forms_of("institutions") and doc[at].lower_ not in ("uz", "bez")
    return None if of_institution or not _goes_on(doc[end]) or readings_of(doc[end].lower_) else end + 1


def _after_verb(doc: Doc, start: int, *, governed: bool) -> int:
    """The end of a verb's phrase: the adverbs and the object right behind it, and what hangs on the object."""
    end = start + 1
    while end < len(doc) and _is_manner(doc[end]):
        end += 1
    if re.match(r"vien[sai]\s+otr", doc[end : end + 2].text):
        return end + 2  # "Sasildīsim viens otru"
    objects = end
    while objects < len(doc) and _is_modifying(doc[objects]) and _goes_on(doc[objects]):
        objects += 1
    if objects >= len(doc) or doc[objects].pos_ not in ("NOUN", "PRON") or not _goes_on(doc[objects]):
        return _with_tail(doc, start, end)
    if "Nom" in _cases(doc[objects]) and not doc[objects].lower_.endswith("i"):
        does = end == start + 1 and not readings_of(doc[objects].lower_)  # "Sporto visa klase"
        return objects + 1 if does and fold(doc[objects].lower_) not in forms_of("institutions") else end
    owned = objects + 1
    if "Gen" in _cases(doc[objects]) and owned < len(doc) and doc[owned].pos_ == "NOUN" and _goes_on(doc[owned]):
        behind = doc[owned + 1] if owned + 1 < len(doc) else None
        left = _is_nominal(behind) if governed and behind is not None else not governed
        if left and "Nom" not in _cases(doc[owned]) and not (behind is not None and _is_verb(behind)):
            return _with_tail(doc, start, owned + 1)
    return _with_tail(doc, start, objects + 1)


def _is_manner(token: Token) -> bool:
    """Whether a word tells how what a verb asks for is done: "Lasi skaļi", "Mācies spēlējoties"."""
    if not token.text[0].islower():
        return False
    if token.pos_ == "VERB":
        return token.morph.get("VerbForm", []) in (["Conv"], ["Inf"])
    return token.pos_ in ("ADV", "PART") and (
        token.lower_.endswith("i") or fold(token.lower_) in words_of("name_adverbs")
    )


def _after_adverb(doc: Doc, start: int) -> int | None:
    """The end of an adverb's phrase: the word that it goes with, and what hangs on that."""
    if start + 1 >= len(doc) or not doc[start + 1].is_alpha or doc[start + 1].text[0].isupper():
        return None
    if doc[start + 1].pos_ == "ADP":
        return _after_preposition(doc, start + 1)
    if _is_verb_next(doc, start) and not doc[start + 1].lower_.endswith(("am", "ies", "im", "iet")):
        return None
    end = start + 2
    return _with_tail(doc, start, end) if end < len(doc) else end


def _is_verb_next(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and _is_verb(doc[i + 1])


def _to_verb(doc: Doc, start: int) -> int | None:
    """The token before which the words end that run to a verb, a number or a mark; at `start` a verb may stand."""
    end = start + 1
    while end < len(doc) and end - start < _MOST_WORDS and not _is_verb(doc[end]):
        token = doc[end]
        if not (token.pos_ == "ADV" or _goes_on(token)) or readings_of(token.lower_):
            return end
        end += 1
    return end


def _goes_on(token: Token) -> bool:
    """Whether a word behind a name's first may belong to its noun phrase."""
    if not _is_nominal(token) or not token.text[0].islower() or _frames(token):
        return False
    folded = fold(token.lower_)
    if folded.startswith(tuple(words_of("no_part_of_name"))) or fold(token.lower_) in words_of("relative"):
        return False
    found = head_class_of([folded])
    return found is None or found.kind is None


def _frames(token: Token) -> bool:
    return fold(token.lower_) in words_of("framing")


def _is_verb(token: Token) -> bool:
    if fold(token.lower_) in words_of("verbs_behind"):
        return True
    return token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm", []) in ([], ["Fin"])


def _commands(token: Token) -> bool:
    """Whether a name's first word is a verb, as in "Dāvini prieku"; some look like nouns ("Redzi mani")."""
    if _is_verb(token) or (token.pos_ == "VERB" and token.lower_.endswith("ies")):
        return True
    if token.pos_ != "NOUN" or not token.lower_.endswith("i"):
        return False
    return _cases(token) == ["Acc"] or (token.i + 1 < len(token.doc) and _is_manner(token.nbor()))


def _is_modifying(token: Token) -> bool:
    return token.pos_ in _MODIFYING or (token.pos_ == "VERB" and token.morph.get("VerbForm", []) == ["Part"])


def _is_nominal(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PRON") or _is_modifying(token)


def _is_term(word: str) -> bool:
    """Whether a word, in lower case, is one of what every project has, or is."""
    return is_generic(word) or fold(word) in forms_of("terms")


def _cases(token: Token) -> list[str]:
    return token.morph.get("Case", [])


def _may_be_nominative(token: Token) -> bool:
    if "Nom" in _cases(token):
        return True
    nominatives = {form.text for form in paradigm(token.lemma_.lower()) if form.case is Case.NOMINATIVE}
    return token.lower_ in nominatives and _OBLIQUE.search(token.lower_) is None


def _is_indefinite(token: Token) -> bool:
    return token.pos_ == "ADJ" and "Def" not in token.morph.get("Definite", [])
