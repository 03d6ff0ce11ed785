"""Tells where a name without quotation marks ends, by the phrase that begins with its capital ("projektā Durvis vaļā").

A name is one phrase: a verb with its object ("Dāvini prieku"), a pronoun with its verb ("Es varu"), an adverb with what
it goes with ("Kopā augam"), or a noun in the nominative with what agrees with it or depends on it ("Mans pirmais
solis", "Mūzika visiem", "Ceļā uz mājām"). A second nominative begins what the sentence tells of it. All this takes a
doc that a trained pipeline has annotated.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from extract.fields.name_heads import forms_of, head_class_of, is_head, words_of
from extract.fields.name_words import (
    OBLIQUE,
    cases_of,
    commands,
    frames,
    goes_on,
    is_indefinite,
    is_initialism,
    is_manner,
    is_modifying,
    is_nominal,
    is_term,
    is_verb,
    may_be_genitive,
    may_be_nominative,
    may_open,
)
from extract.fields.people import readings_of
from extract.latvian.capitals import is_common
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, paradigm
from extract.latvian.searching import stems

_MOST_WORDS = 7
#: Signs that end a clause, or nothing where the text ends.
_MARKS = frozenset({"", ",", ".", ":", ";", ")", "–", "-"})
_YEAR = re.compile(r"20\d\d\b")


def find_name_end(doc: Doc, start: int, *, governed: bool) -> int | None:
    """The token behind the name that begins at token `start`; None where what begins there is no name.

    `governed` says that the noun before the name is in the genitive, so that a noun behind it must follow ("projekta
    Durvis vaļā atbalsts").
    """
    first = doc[start]
    if not may_open(first):
        return None
    end: int | None
    if commands(first):
        end = _after_verb(doc, start, governed=governed)
    elif first.pos_ == "PRON" and fold(first.lower_) in words_of("speakers"):
        end = _to_verb(doc, start + 1) if start + 1 < len(doc) and is_verb(doc[start + 1]) else None
    elif first.pos_ == "ADV":
        end = _after_adverb(doc, start)
    elif first.pos_ == "ADP":
        end = _after_preposition(doc, start)
        end = _with_tail(doc, start, end) if end is not None else None
    elif first.pos_ == "X":
        end = next((token.i for token in doc[start:] if token.pos_ != "X"), len(doc))
    else:
        end = _noun_phrase(doc, start)
    if _is_for_place(doc, start, end):
        return start + 2
    end = _behind_contrast(doc, start, _behind_parallel(doc, start, end)) if end is not None else None
    if end is None or end - start > _MOST_WORDS or not _is_name(doc, start, end):
        return None
    if governed and not _has_governor(doc, end):
        end = _before_governor(doc, start, end)
    if end is None:
        return None
    if end < len(doc) and _YEAR.fullmatch(doc[end].text) and not doc[end : end + 2].text.endswith("."):
        end += 1  # "konkursā Gada mamma 2022"
    if end < len(doc) and doc[end].text == "!" and end + 1 < len(doc) and doc[end + 1].text[:1].islower():
        end += 1
    return end


def _behind_parallel(doc: Doc, start: int, end: int) -> int:
    """Where a name ends that says the same of one more noun ("Tava skola, tavs laiks"), else `end`."""
    following = doc[end + 1 : end + 2].text
    is_again = doc[end : end + 1].text == "," and following[:1].islower() and doc[start].pos_ in ("DET", "PRON")
    if not is_again or stems(following.lower()).isdisjoint(stems(doc[start].lower_)):
        return end
    return _noun_phrase(doc, end + 1) or end


def _is_for_place(doc: Doc, start: int, end: int | None) -> bool:
    """Whether a name is a command of one word and for which place it is done ("Dari Talsiem")."""
    if end != start + 1 or end >= len(doc) or not doc[start].lower_.endswith("i"):
        return False
    return doc[end].pos_ == "PROPN" and cases_of(doc[end]) == ["Dat"] and not doc[end + 1 : end + 2].text.istitle()


def _behind_contrast(doc: Doc, start: int, end: int) -> int:
    """Where a name ends that a verb opens and that says what it is not about ("Redzi cilvēku, nevis tautību")."""
    is_contrast = doc[end : end + 2].text == ", nevis" and commands(doc[start])
    return end + 3 if is_contrast and end + 2 < len(doc) and is_nominal(doc[end + 2]) else end


def is_governed(noun: Token) -> bool:
    """Whether a noun is in the genitive and no preposition asks for that, so that a noun behind it must."""
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    genitives = {form.text for form in paradigm(noun.lemma_.lower()) if form.case is Case.GENITIVE}
    # "akciju" may as well be an accusative
    is_genitive = "Gen" in cases_of(noun) and noun.lower_ in genitives and not noun.lower_.endswith("u")
    return is_genitive and fold(before) not in words_of("genitive_prepositions")


def _has_governor(doc: Doc, at: int) -> bool:
    """Whether a noun's phrase begins at token `at` or behind what stands there in brackets."""
    if at < len(doc) and doc[at].text == "(":
        at = next((token.i + 1 for token in doc[at:] if token.text == ")"), at)
    return at < len(doc) and (is_nominal(doc[at]) or frames(doc[at]))


def _before_governor(doc: Doc, start: int, end: int) -> int | None:
    """Where the name ends if the phrase's last noun is what it belongs to ("programmas Rīta rosme vingrojumiem")."""
    for at in range(end - 1, start, -1):
        before = doc[at - 1]
        if (
            is_nominal(doc[at])
            and before.pos_ == "NOUN"
            and may_be_nominative(before)
            and "Gen" not in cases_of(before)
        ):
            return at
    return None


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the words can be a project's name and not an institution, people, or a thing of the letter."""
    words = [token for token in doc[start:end] if token.is_alpha]
    named = [token for token in words if token.pos_ in ("NOUN", "PROPN")]
    if len(words) == 1:
        word, folded = words[0].lower_, fold(words[0].lower_)
        other = is_head(folded) or is_term(word) or folded.endswith(tuple(forms_of("institutions")))
        return len(word) > 1 and not (other or readings_of(word) or words[0].pos_ == "ADV")
    own = commands(words[0]) or words[0].pos_ == "ADV" or is_indefinite(words[0]) or words[0].pos_ in ("PRON", "DET")
    if own or not named:
        return True
    if words[0].pos_ == "PROPN" and not is_common(words[0]):
        return False
    heads = [token for token in named if may_be_nominative(token)] or named[-1:]
    head = next((token for token in heads if "Gen" not in cases_of(token)), heads[-1])
    people = readings_of(head.lower_)
    of_institution = fold(words[0].lower_) in forms_of("institutions") and bool(people)  # "akcijā Domes deputāti"
    return not (
        fold(head.lower_) in forms_of("institutions") or of_institution or any(each.is_staff for each in people)
    )


def _noun_phrase(doc: Doc, start: int) -> int | None:
    """The end of a phrase with a noun in the nominative, or of a place with what depends on it ("Ceļā uz mājām")."""
    first = doc[start]
    if not (is_nominal(first) or first.pos_ == "PROPN"):
        return None
    if OBLIQUE.search(first.lower_) and is_term(first.lower_):
        return None  # "konkursa Nolikumā minētie termiņi"
    run = start + 1
    while run < len(doc) and run - start < _MOST_WORDS and (goes_on(doc[run]) or _joins(doc, start, run)):
        run += 1
    heads = [i for i in range(start, run) if doc[i].pos_ in ("NOUN", "PROPN") and may_be_nominative(doc[i])]
    closed = [i for i in heads if not ("Gen" in cases_of(doc[i]) and i + 1 < run)]
    for end in ((closed[0] if closed else heads[-1]) + 1 if heads else run, run):
        if end < len(doc) and is_initialism(doc[end]) and may_be_genitive(doc[end - 1]):
            return end + 1  # "Vecāku ABC"
    if heads:
        return _with_tail(doc, start, (closed[0] if closed else heads[-1]) + 1)
    if is_modifying(doc[start]) and "Nom" in cases_of(doc[start]):
        return _with_tail(doc, start, start + 1)
    if doc[start].pos_ in ("NOUN", "PRON"):
        return _after_oblique(doc, start)
    return None


def _joins(doc: Doc, start: int, at: int) -> bool:
    """Whether a token joins two genitives ("Bērnu un vecāku skola"), or is the name that an adjective stands before."""
    token = doc[at]
    if token.lower_ == "un" and at + 1 < len(doc):
        both = (doc[at - 1], doc[at + 1])
        return all("Gen" in cases_of(each) for each in both) and goes_on(both[1])
    is_named = token.is_title or doc[start].pos_ == "DET"  # "Tavs laiks"
    return at == start + 1 and is_named and is_modifying(doc[start]) and cases_of(token) == ["Nom"]


def _after_oblique(doc: Doc, start: int) -> int | None:
    """The end of a phrase that opens with a place, a dative or an object ("Darbam gatavs", "Kaimiņos labi")."""
    behind = doc[start + 1] if start + 1 < len(doc) else None
    if behind is None:
        return None
    if is_manner(behind) or (is_modifying(behind) and "Nom" in cases_of(behind) and behind.text[0].islower()):
        if "Acc" in cases_of(doc[start]):
            return _to_verb(doc, start + 1)
        return _with_tail(doc, start, start + 2)
    pair = doc[start + 2] if start + 2 < len(doc) and behind.lower_ == "un" else None
    if pair is not None and pair.text[0].islower() and is_nominal(pair) and cases_of(pair) == cases_of(doc[start]):
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
    if _is_said_by(doc, start, end):
        return end + 2  # "kampaņā Vārds ir darbs"
    if _closes(doc, end):
        return end + 1  # "Sirds silti", "Nakts bibliotēkā", which no verb follows
    if fold(token.lower_) in words_of("name_adverbs"):
        return _with_tail(doc, start, end + 1) if end - start < _MOST_WORDS else end
    if token.pos_ == "ADP" and (more := _after_preposition(doc, end)) is not None:
        return more
    if is_nominal(token) and token.text[0].islower() and "Dat" in cases_of(token) and not frames(token):
        last = end
        while last + 1 < len(doc) and is_modifying(doc[last]) and "Dat" in cases_of(doc[last + 1]):
            last += 1
        if _is_for(doc, start, last):
            return last + 1
    return end


def _closes(doc: Doc, at: int) -> bool:
    """Whether a token is a manner or a place with which the name ends, as no verb follows."""
    token, behind = doc[at], doc[at + 1 : at + 2].text
    if not token.text[0].islower() or not (is_manner(token) or "Loc" in cases_of(token)):
        return False
    is_place = fold(token.lower_) in forms_of("institutions") or frames(token)
    return behind in _MARKS or ("Loc" in cases_of(token) and not is_place and _YEAR.match(behind) is not None)


def _is_said_by(doc: Doc, start: int, at: int) -> bool:
    """Whether "ir" and a noun belong to the name: where the noun before it is no subject, and a verb follows."""
    if doc[at].lower_ != "ir" or at + 2 >= len(doc) or not start or "Nom" in cases_of(doc[start - 1]):
        return False
    noun = doc[at + 1]
    if noun.pos_ != "NOUN" or "Nom" not in cases_of(noun) or readings_of(noun.lower_) or not goes_on(noun):
        return False
    clause = next((token.i for token in doc[at + 2 :] if token.text in _MARKS), len(doc))
    return any(is_verb(token) for token in doc[at + 2 : clause])


def _is_for(doc: Doc, start: int, last: int) -> bool:
    """Whether a dative that ends at token `last` tells for whom the name is, rather than to whom something is done."""
    if frames(doc[last]) or fold(doc[last].lower_).startswith(tuple(words_of("no_part_of_name"))):
        return False
    if (
        not readings_of(doc[last].lower_)
        or last + 1 == len(doc)
        or not (doc[last + 1].is_alpha or doc[last + 1].like_num)
    ):
        return True
    return not stems(doc[last].lower_).isdisjoint(stems(doc[last - 1].lower_)) or frames(doc[last + 1])


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
    while end < len(doc) and is_modifying(doc[end]) and goes_on(doc[end]) and end - at < _MOST_WORDS:
        end += 1
    if end >= len(doc) or not is_nominal(doc[end]):
        return end if end > at + 1 else None
    of_institution = fold(doc[end].lower_) in forms_of("institutions") and doc[at].lower_ not in ("uz", "bez")
    return None if of_institution or not goes_on(doc[end]) or readings_of(doc[end].lower_) else end + 1


def _after_verb(doc: Doc, start: int, *, governed: bool) -> int:
    """The end of a verb's phrase: the adverbs and the object right behind it, and what hangs on the object."""
    end = start + 1
    while end < len(doc) and is_manner(doc[end]):
        end += 1
    if re.match(r"vien[sai]\s+otr", doc[end : end + 2].text):
        return end + 2  # "Sasildīsim viens otru"
    objects = end
    while objects < len(doc) and is_modifying(doc[objects]) and goes_on(doc[objects]):
        objects += 1
    if objects >= len(doc) or doc[objects].pos_ not in ("NOUN", "PRON") or not goes_on(doc[objects]):
        return _with_tail(doc, start, end)
    if "Nom" in cases_of(doc[objects]) and not doc[objects].lower_.endswith("i"):
        does = end == start + 1 and not readings_of(doc[objects].lower_)  # "Sporto visa klase"
        return objects + 1 if does and fold(doc[objects].lower_) not in forms_of("institutions") else end
    owned = objects + 1
    if "Gen" in cases_of(doc[objects]) and owned < len(doc) and doc[owned].pos_ == "NOUN" and goes_on(doc[owned]):
        behind = doc[owned + 1] if owned + 1 < len(doc) else None
        left = is_nominal(behind) if governed and behind is not None else not governed
        if left and "Nom" not in cases_of(doc[owned]) and not (behind is not None and is_verb(behind)):
            return _with_tail(doc, start, owned + 1)
    return _with_tail(doc, start, objects + 1)


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
    return i + 1 < len(doc) and is_verb(doc[i + 1])


def _to_verb(doc: Doc, start: int) -> int | None:
    """The token before which the words end that run to a verb, a number or a mark; at `start` a verb may stand."""
    end = start + 1
    while end < len(doc) and end - start < _MOST_WORDS and not is_verb(doc[end]):
        token = doc[end]
        if not (token.pos_ == "ADV" or goes_on(token)) or readings_of(token.lower_):
            return end
        end += 1
    return end
