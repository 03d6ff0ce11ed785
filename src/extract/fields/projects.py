"""Named projects, programmes, campaigns and competitions of each statement."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from extract.codebook import KnownProject
from extract.fields.aliases import Owner, definition_spans, find_aliases
from extract.fields.analysed import AnalysedLetter
from extract.fields.name_heads import (
    HeadClass,
    head_after,
    head_before,
    head_class_of,
    head_of_ordinal,
    is_paid_for,
    words_of,
)
from extract.fields.project_funders import find_funder
from extract.fields.project_numbers import assign_numbers, find_project_numbers, has_number_behind
from extract.fields.project_register import ProjectRegister, name_key, register_of
from extract.fields.quotations import Quotation, find_quotations, plain_marks
from extract.fields.told_names import Named, ToldNames
from extract.fields.unquoted_names import find_unquoted_names
from extract.fields.vocabulary import tells_of_taking_part
from extract.latvian.folding import fold
from extract.model import Evidence, Finding, Message, Project, ProjectKind

#: Behind a name that a share in per cent stands before, "akciju" is of shares in a company.
_SHARES = re.compile(r"akciju\b(?!\s+\w)")
_SHARE_BEFORE = re.compile(r"(?:%|procent\w*)\s*(?:\w+\s+)?\Z")
#: Two quotations joined by such words are named by one noun ("projektos „A” un „B”").
_JOINED = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?(?:[,;]?\s*(?:un|vai|gan|kā arī|&)?(?:\s+t(?:ā|ās|o)\s+\w+)?|[,;]\s*\d?\)?)\s*$"
)
#: A long name with its short one, inside one pair of marks.
_BRACKET = re.compile(r"(?P<long>[^()]+)\((?P<short>[^()]+)\)\s*")


def find_projects(letter: AnalysedLetter) -> tuple[tuple[Finding[Project], ...], ...]:
    """The named projects of each statement, in the order of the text.

    A name is told by its quotation marks and the noun beside it, by the codebook's register, by capitals after a
    noun, or by an alias that the letter gave before. Names of one letter that differ in spelling share the first.
    """
    register = register_of(letter.codebook.projects)
    seen = ToldNames()
    spellings: dict[str, str] = {}
    findings = []
    for i, statement in enumerate(letter.letter.statements):
        lead_in = statement.lead_in.quote if statement.lead_in else ""
        named = _find_in(letter.docs[i], lead_in, register, seen)
        seen.above = statement.text
        findings.append(tuple(_finding(letter, i, each, number, spellings) for each, number in named))
    return tuple(findings)


def _find_in(
    doc: Doc, lead_in: str, register: ProjectRegister, seen: ToldNames
) -> list[tuple[Named, tuple[int, int, str] | None]]:
    """The mentions in a statement, each with its number's place and form; what they tell is added to `seen`."""
    text = doc.text
    quotations = find_quotations(text)
    named = _quoted(text, quotations, lead_in, register, seen)
    taken = [*((quotation.start, quotation.end) for quotation in quotations), *definition_spans(text)]
    for found in (*_registered(text, register), *_unquoted(doc)):
        if not any(found.start < end and start < found.end for start, end in taken):
            found = replace(found, name=seen.name_of(found.name) or found.name)
            named.append(found)
            taken.append((found.start, found.end))
            seen.add(found, text)
    aliases = find_aliases(doc, _owners(text, named, quotations))
    taken += [(alias.start, alias.end) for alias in aliases]
    taken += [(number.start, number.end) for number in find_project_numbers(text)]
    named += seen.again(doc, taken)
    named.sort(key=lambda each: each.start)
    numbers = assign_numbers(text, [(each.start, each.end) for each in named])
    with_numbers = [
        (each, (number.start, number.end, number.number) if number else None)
        for each, number in zip(named, numbers, strict=True)
    ]
    for alias in aliases:
        seen.add_alias(alias)
    return with_numbers


def _owners(text: str, named: list[Named], quotations: list[Quotation]) -> list[Owner]:
    """What an alias may be given to: the projects, and what else stands in quotation marks."""
    owners = [Owner(each.start, each.end, each.name, each.kind) for each in named]
    starts = {each.start for each in named}
    others = (quotation for quotation in quotations if quotation.start not in starts)
    return owners + [Owner(each.start, each.end, text[each.inner_start : each.inner_end], None) for each in others]


def _quoted(
    text: str, quotations: list[Quotation], lead_in: str, register: ProjectRegister, seen: ToldNames
) -> list[Named]:
    named: list[Named] = []
    heads = _heads_of(text, quotations, lead_in, seen.above)
    for quotation, (head, method, words) in zip(quotations, heads, strict=True):
        # "„Proti un dari!” aktivitātēs": what follows a known name does not make it something else
        beside = None if head is HeadClass.NONE and method == "head after" else head
        found = _from_register(text, quotation, beside, register) or _from_head(text, quotation, head, method, words)
        if found is not None:
            found = replace(found, name=seen.name_of(found.name) or found.name)
        else:
            found = seen.quoted(text, quotation, other_before=beside is HeadClass.NONE)
        if found is None and beside is HeadClass.NONE and method == "head before":
            seen.add_other(text[quotation.inner_start : quotation.inner_end])
        if found is None and beside in (None, HeadClass.WEAK) and has_number_behind(text, quotation.end):
            found = _from_number(text, quotation)
        if found is not None:
            named.append(found)
            seen.add(found, text)
    return named


def _heads_of(
    text: str, quotations: list[Quotation], lead_in: str, above: str
) -> list[tuple[HeadClass | None, str, str]]:
    """The head of each quotation, as `_head_of` tells it; joined ones share the head that stands before or after."""
    heads: list[tuple[HeadClass | None, str, str]] = []
    for k, quotation in enumerate(quotations):
        following = quotations[k + 1].start if k + 1 < len(quotations) else len(text)
        heads.append(_head_of(text, quotation, following, "" if k else lead_in))
        if heads[k][0] is None and (ordinal := head_of_ordinal(text, quotation.start, above)) is not None:
            heads[k] = (ordinal.head_class, "joined", text[ordinal.start : ordinal.end])
        is_joined = k > 0 and _JOINED.match(text[quotations[k - 1].end : quotation.start])
        if is_joined and heads[k][0] is None:
            heads[k] = (heads[k - 1][0], "joined", heads[k - 1][2])
        elif is_joined and heads[k][1] == "head after" and heads[k - 1][0] is None:
            heads[k - 1] = (heads[k][0], "joined", heads[k][2])
    return heads


def _from_number(text: str, quotation: Quotation) -> Named:
    """A name with no noun beside it and a project's number in brackets behind it."""
    name = plain_marks(text[quotation.inner_start : quotation.inner_end]).strip(" .,;:–-")
    reason = Message("A project's number stands right behind the name.")
    return Named(quotation.start, quotation.end, name, ProjectKind.PROJECT, "number behind", 0.85, reason)


def _head_of(text: str, quotation: Quotation, following: int, lead_in: str) -> tuple[HeadClass | None, str, str]:
    """The class of the noun that the quotation belongs to, how it was found, and the noun as it stands.

    `following` is where the next quotation starts, or the text ends.
    """
    start = quotation.start
    if text[:start].endswith(", ") and text[quotation.end : quotation.end + 1] == ",":
        start -= 2  # "otrs projekts, „…”, sākās"
    before, after = head_before(text, start), head_after(text, quotation.end)
    if after is not None and _SHARES.match(text[after.start :]) and _SHARE_BEFORE.search(text[:start]):
        after = None  # 47,2% „Spārni” akciju
    if after is not None and text[after.end : following].strip(" :–-") == "" and following < len(text):
        after = None  # „Cerība” projekts „Ausma”: the noun is the next name's
    if before is not None and after is not None and text[after.end : after.end + 2].strip().isupper():
        after = None  # aģentūra „Cerība” projektā Ausma
    if before is not None and before.head_class is not HeadClass.WEAK:
        return before.head_class, "head before", text[before.start : before.end]
    if after is not None and after.head_class is not HeadClass.WEAK:
        return after.head_class, "head after", text[after.start : after.end]
    if before is None and not text[: quotation.start].strip(" •-–—0123456789.)") and lead_in:
        above = head_before(lead_in, len(lead_in.rstrip(" :")))
        if above is not None:
            return above.head_class, "lead-in", lead_in[above.start : above.end]
    return (before.head_class if before else None), "head before", ""


def _from_register(text: str, quotation: Quotation, head: HeadClass | None, register: ProjectRegister) -> Named | None:
    """The register's entry that the quotation, its inner name, or it without its inner name is."""
    inner = text[quotation.inner_start : quotation.inner_end]
    names = [inner]
    for nested in quotation.inside:
        names += [text[nested.inner_start : nested.inner_end], text[quotation.inner_start : nested.start]]
    if bracket := _BRACKET.fullmatch(inner):
        names += [bracket["short"], bracket["long"]]
    for name in names:
        entry = register.entry_of(name)
        if entry is None or not _agrees(entry, name, head, register):
            continue
        return _known(quotation.start, quotation.end, entry, text[quotation.start : quotation.end], 0.97)
    return None


def _agrees(entry: KnownProject, name: str, head: HeadClass | None, register: ProjectRegister) -> bool:
    """Whether the noun beside a registered name allows it; a canonical name is known whatever competition it is in."""
    if head is HeadClass.NONE:
        return False
    if head in (None, HeadClass.WEAK, HeadClass.IDEA) or head.value == entry.kind:
        return True
    return register.is_own_name(name)


def _known(start: int, end: int, entry: KnownProject, words: str, confidence: float) -> Named:
    reason = Message("{words} is “{name}” in the register of known projects.", {"words": words, "name": entry.name})
    return Named(start, end, entry.name, ProjectKind(entry.kind), "register", confidence, reason)


_METHOD_CONFIDENCE = {"head before": 0.95, "head after": 0.93, "joined": 0.88, "lead-in": 0.8, "head inside": 0.85}


def _from_head(text: str, quotation: Quotation, head: HeadClass | None, method: str, words: str) -> Named | None:
    core = quotation.core
    name = plain_marks(text[core.inner_start : core.inner_end]).strip(" .,;:–-")
    kind = head.kind if head else None
    if head is HeadClass.IDEA and is_paid_for(text):
        kind = ProjectKind.PROJECT
    if head in (None, HeadClass.WEAK) and quotation.inside:
        nested = quotation.inside[0]
        opening = fold(text[quotation.inner_start : nested.start]).split()
        inside = head_class_of(opening)
        if inside is not None and inside.kind is not None:
            kind, method, words = inside.kind, "head inside", opening[-1]
            name = plain_marks(text[nested.inner_start : nested.inner_end])
    if kind is None or not name or not any(character.isalpha() for character in name):
        return None
    if fold(words).startswith("programm") and _is_study(text[: quotation.start], text[quotation.end :]):
        return None
    reason = Message("The name stands in quotation marks beside “{word}”.", {"word": words})
    return Named(quotation.start, quotation.end, name, kind, method, _METHOD_CONFIDENCE[method], reason)


def _is_study(before: str, behind: str) -> bool:
    """Whether the words right before a programme or behind its name make it a course of study."""
    near = re.findall(r"\w+", fold(re.split(r"[.;,]", behind)[0]))[:3]
    told = re.findall(r"\w+", fold(before))[-2:-1]
    return any(word.startswith(tuple(words_of("study"))) for word in near) or any(
        word.startswith(tuple(words_of("study_before"))) for word in told
    )


def _registered(text: str, register: ProjectRegister) -> list[Named]:
    """Registered names without quotation marks, where they are written as names or stand beside their noun."""
    named, numbers = [], find_project_numbers(text)
    for found in register.find(text):
        words = text[found.start : found.end]
        if _is_named_fully_behind(text, found.end, name_key(found.entry.name)) or any(
            number.start <= found.start < number.end for number in numbers
        ):
            continue
        beside = _beside_project(text, found.start, found.end)
        capitals = sum(character.isupper() for character in words)
        bold = capitals >= 3 or (found.words == 1 and capitals == len(words.strip("+!")) >= 3)
        # no common word has digits or a plus among its letters: Erasmus+, Skola2030
        bold = bold or (words[0].isupper() and (words.endswith("+") or any(map(str.isdigit, words))))
        opens = re.search(r"(?:^|[.!?:])\W*$", text[: found.start]) is not None
        named_so = words[0].isupper() and found.words >= (4 if opens else 2)
        named_so = named_so or (words[0].isupper() and found.words >= 2 and _is_joined(text[found.end :]))
        if beside or bold or named_so:
            named.append(_known(found.start, found.end, found.entry, words, 0.92 if beside or bold else 0.8))
    return named


def _is_joined(behind: str) -> bool:
    """Whether the next words tell of taking part ("Jauniešu garantijai 2025. gadā pieteicās …")."""
    return any(map(tells_of_taking_part, re.findall(r"\w+", behind.lower())[:4]))


def _is_named_fully_behind(text: str, end: int, key: str) -> bool:
    """Whether a project follows in quotation marks that begins with the name ("Romu platformas projekts „…”")."""
    opening = re.match(r"\s+\w+\s*[„“\"«]", text[end:])
    return opening is not None and name_key(text[end + opening.end() :]).startswith(key + " ")


def _beside_project(text: str, start: int, end: int) -> bool:
    heads = (head_before(text, start), head_after(text, end))
    return any(head is not None and head.head_class.kind is not None for head in heads)


def _people_and_places(doc: Doc) -> list[tuple[int, int]]:
    """Where the annotation has names of persons and places; its organizations are often projects, and no help."""
    return [(e.start_char, e.end_char) for e in doc.ents if e.label_ in ("person", "GPE", "location")]


def _unquoted(doc: Doc) -> list[Named]:
    """Names without quotation marks right after their noun, unless they are persons' or places'."""
    return [
        Named(
            found.start,
            found.end,
            found.name,
            found.kind,
            "unquoted",
            found.confidence,
            Message("The name stands right after “{word}”, without quotation marks.", {"word": found.head}),
        )
        for found in find_unquoted_names(doc, _people_and_places(doc))
    ]


def _finding(
    letter: AnalysedLetter,
    i: int,
    named: Named,
    number: tuple[int, int, str] | None,
    spellings: dict[str, str],
) -> Finding[Project]:
    name = spellings.setdefault(name_key(named.name), named.name)
    evidence: tuple[Evidence, ...] = (letter.evidence(i, named.start, named.end),)
    if number is not None:
        evidence += (letter.evidence(i, number[0], number[1]),)
    statement = letter.letter.statements[i]
    funder = find_funder(statement.text, named.start, named.end)
    project = Project(name, named.kind, number[2] if number else None, funder)
    return Finding(project, evidence, named.method, named.confidence, named.reason)
