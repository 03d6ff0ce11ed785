"""Tells who answers, from all places of a letter that say so, each weighed by how surely it does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

from extract.codebook import Codebook
from extract.latvian.folding import fold
from extract.letters.body import Part
from extract.letters.phrases import sentence_phrases
from extract.letters.register import Mention, NameKind, Register, register_of
from extract.model import BlockKind, Document, Evidence, Finding, Message, PartRole, Statement


class Source(StrEnum):
    """Where a respondent's name stands."""

    LETTERHEAD = "letterhead"
    SENDER = "sender"
    SIGNATURE = "signature"
    HEADER = "header"
    COVER = "cover"
    EMAIL = "email"
    FILE_NAME = "file_name"
    DATE_LINE = "date_line"
    BODY = "body"


#: How surely a name of each kind tells the respondent where it stands there: set by hand, from 0 to 1.
_WEIGHTS: dict[Source, dict[NameKind, float]] = {
    Source.LETTERHEAD: {
        NameKind.NAME: 0.95,
        NameKind.PLACE: 0.85,
        NameKind.OFFICE: 0.8,
        NameKind.LESSER_OFFICE: 0.65,
        NameKind.ABBREVIATION: 0.6,
        NameKind.SETTLEMENT: 0.4,
    },
    Source.SENDER: {
        NameKind.NAME: 0.9,
        NameKind.PLACE: 0.8,
        NameKind.OFFICE: 0.75,
        NameKind.LESSER_OFFICE: 0.6,
        NameKind.ABBREVIATION: 0.75,
    },
    Source.SIGNATURE: {
        NameKind.NAME: 0.85,
        NameKind.PLACE: 0.75,
        NameKind.OFFICE: 0.7,
        NameKind.LESSER_OFFICE: 0.55,
        NameKind.ABBREVIATION: 0.5,
        NameKind.SETTLEMENT: 0.3,
    },
    Source.HEADER: {
        NameKind.NAME: 0.85,
        NameKind.PLACE: 0.75,
        NameKind.OFFICE: 0.7,
        NameKind.LESSER_OFFICE: 0.55,
        NameKind.SETTLEMENT: 0.3,
    },
    Source.COVER: {
        NameKind.NAME: 0.75,
        NameKind.PLACE: 0.65,
        NameKind.OFFICE: 0.6,
        NameKind.LESSER_OFFICE: 0.5,
        NameKind.SETTLEMENT: 0.25,
    },
    Source.FILE_NAME: {
        NameKind.NAME: 0.75,
        NameKind.PLACE: 0.65,
        NameKind.OFFICE: 0.55,
        NameKind.SETTLEMENT: 0.55,
        NameKind.ABBREVIATION: 0.5,
    },
    Source.DATE_LINE: {NameKind.SETTLEMENT: 0.35},
    Source.BODY: {NameKind.NAME: 0.45, NameKind.PLACE: 0.4, NameKind.OFFICE: 0.35},
}
_EMAIL_WEIGHT = 0.6
#: The confidence where a rival is as likely.
_LEAST_CONFIDENCE = 0.05
#: A rival below this weight does not lower the confidence.
_RIVAL = 0.5
#: From this confidence on a part of an arrival is somebody's letter of its own.
_SURELY = 0.6
#: Alternatives below this weight are not worth telling.
_ALTERNATIVE = 0.2
_SITE = re.compile(r"(?:@|\bwww\.|https?://)([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-zāčēģīķļņšūž])(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ])")
#: The subject of a body's sentence: "Kuldīgas novada pašvaldība", "Kuldīgas novada dome".
_AS_SUBJECT = re.compile(r"\W+(?:pašvaldība|dome)\b", re.IGNORECASE)
#: What follows a name that is not the sender's but that of whoever asked.
_ASKER = re.compile(r"(?:[^,]{0,40}\b(?:vēstul|pieprasīj|lūgum|uzaicināj|aicināj|uzdevum)\w*)", re.IGNORECASE)
#: What only letters have, beside their letterhead.
_FORM = frozenset({Part.DATE_LINE, Part.ADDRESSEE, Part.SUBJECT, Part.SALUTATION, Part.CLOSING})
#: How far (in characters) the verb may stand behind the sender's name.
_TO_VERB = 160
#: The body's first statements, in which the sender may name itself.
_FIRST_STATEMENTS = 2


@dataclass(frozen=True, slots=True)
class _Clue:
    respondents: tuple[str, ...]
    source: Source
    weight: float
    evidence: Evidence | None
    kind: NameKind


_REASONS = {
    Source.LETTERHEAD: Message("The letterhead names {quote}."),
    Source.SENDER: Message("The opening says that {quote} answers."),
    Source.SIGNATURE: Message("The signature names {quote}."),
    Source.HEADER: Message("The page's header or footer names {quote}."),
    Source.COVER: Message("The message that the letter came with names {quote}."),
    Source.EMAIL: Message("The e-mail or web address {quote} is the respondent's."),
    Source.FILE_NAME: Message("The file's name names the respondent: {quote}."),
    Source.DATE_LINE: Message("The letter was written at {quote}."),
    Source.BODY: Message("The letter's text speaks of {quote} as its writer."),
}


def find_respondent(
    document: Document,
    parts: Sequence[Part],
    announcements: Sequence[Evidence],
    statements: Sequence[Statement],
    codebook: Codebook,
) -> Finding[str] | None:
    """Who answers, in the nominative as the codebook lists it; None where nothing in letter or file name tells.

    `parts` has one part for each block, `announcements` are the opening's sentences that tell nothing else.
    """
    register = register_of(codebook.respondents)
    clues = [
        *_clues_beside_body(document, parts, register),
        *_sender_clues(document, announcements, statements, register),
        *(clue for name in _file_names(document) for clue in _file_name_clues(name, register)),
    ]
    addressed = _addressed(document, parts, register)
    return _weigh([clue for clue in clues if not set(clue.respondents) <= addressed or _heads(clue)], document)


def find_respondents_of_parts(
    document: Document,
    parts: Sequence[Part],
    announcements: Sequence[Evidence],
    statements: Sequence[Statement],
    codebook: Codebook,
) -> list[str]:
    """Who surely answers in each letter of an arrival, sorted; more than one where letters of several lie together.

    An annex counts where it has the form of a letter of its own. The arguments are those of `find_respondent`, with
    the annexes' `parts` told as those of letters.
    """
    found: set[str] = set()
    for letter in document.parts:
        if letter.role not in (PartRole.LETTER, PartRole.ANNEX):
            continue
        inside = range(letter.start, letter.end)
        told = [part if b.start in inside else Part.BODY for b, part in zip(document.blocks, parts, strict=True)]
        if letter.role is PartRole.ANNEX and not _is_in_form(told):
            continue
        respondent = find_respondent(
            replace(document, name=letter.name, parts=(letter,)),
            told,
            [each for each in announcements if each.start in inside],
            [each for each in statements if each.start in inside],
            codebook,
        )
        if respondent is not None and respondent.confidence >= _SURELY:
            found.add(respondent.value)
    return sorted(found)


def _is_in_form(parts: Sequence[Part]) -> bool:
    """Whether a text has the form of a letter: a letterhead, and at least two of what else only letters have."""
    return Part.LETTERHEAD in parts and len(_FORM & set(parts)) > 1


def _heads(clue: _Clue) -> bool:
    """Whether the letterhead gives the respondent's name in the nominative, as no addressee is given."""
    named = clue.evidence is not None and fold(clue.evidence.quote) == fold(clue.respondents[0])
    return named and clue.source is Source.LETTERHEAD


def _clues_beside_body(document: Document, parts: Sequence[Part], register: Register) -> Iterator[_Clue]:
    for block, part in zip(document.blocks, parts, strict=True):
        source = _source_of(part, block.kind)
        if source is None:
            continue
        text = document.text[block.start : block.end]
        mentions = [mention for mention in register.find_mentions(text) if not mention.is_dative]
        strongest = max((mention.kind for mention in mentions), default=NameKind.SETTLEMENT)
        for mention in mentions:
            if mention.kind is strongest or mention.kind >= NameKind.PLACE:
                yield from _clue(document, block.start, mention, source)
        if source is Source.DATE_LINE:
            continue
        for site in _SITE.finditer(text):
            respondent = register.respondent_of_site(site.group(1))
            if respondent is not None:
                evidence = document.evidence(block.start + site.start(), block.start + site.end())
                yield _Clue((respondent,), Source.EMAIL, _EMAIL_WEIGHT, evidence, NameKind.SETTLEMENT)


def _source_of(part: Part, kind: BlockKind) -> Source | None:
    match part:
        case Part.LETTERHEAD:
            return Source.LETTERHEAD
        case Part.CLOSING:
            return Source.SIGNATURE
        case Part.DATE_LINE:
            return Source.DATE_LINE
        case Part.COVER:
            return Source.COVER
        case Part.BESIDE if kind in (BlockKind.HEADER, BlockKind.FOOTER):
            return Source.HEADER
        case _:
            return None


def _clue(document: Document, offset: int, mention: Mention, source: Source) -> Iterator[_Clue]:
    weight = _WEIGHTS[source].get(mention.kind)
    if weight is not None:
        evidence = document.evidence(offset + mention.start, offset + mention.end)
        yield _Clue(mention.respondents, source, weight, evidence, mention.kind)
        if mention.others:
            yield _Clue(mention.others, source, weight / 2, evidence, NameKind.SETTLEMENT)


def _sender_clues(
    document: Document, announcements: Sequence[Evidence], statements: Sequence[Statement], register: Register
) -> Iterator[_Clue]:
    """The subject of the opening's verb of telling, and of the body's first sentences."""
    sentences = [(each.start, each.quote) for each in announcements]
    first = [(each.start, each.text) for each in statements[:_FIRST_STATEMENTS]]
    for offset, sentence in sentences + first:
        sender = _sender(sentence, register)
        if sender is not None:
            yield from _clue(document, offset, sender, Source.SENDER)
    for offset, sentence in first:
        for mention in register.find_mentions(sentence):
            if mention.start == 0 and _AS_SUBJECT.match(sentence, mention.end):
                yield from _clue(document, offset, mention, Source.BODY)


def _sender(sentence: str, register: Register) -> Mention | None:
    """The last name before the first verb of telling, but for that of who asked."""
    for verb in sentence_phrases("sender").finditer(sentence):
        names = [
            mention
            for mention in register.find_mentions(sentence[: verb.start()])
            if not mention.is_dative
            and not _ASKER.match(sentence, mention.end, verb.start())
            and verb.start() - mention.end <= _TO_VERB
        ]
        if names:
            return names[-1]
    return None


def _file_names(document: Document) -> list[str]:
    """The name of the arrival, and those of the letters in it."""
    return [document.name, *(part.name for part in document.parts if part.role is PartRole.LETTER)]


def _file_name_clues(name: str, register: Register) -> Iterator[_Clue]:
    spaced = re.sub(r"[\W_]+", " ", _CAMEL.sub(" ", PurePath(name).stem))
    for mention in register.find_mentions(spaced, anywhere=True):
        weight = _WEIGHTS[Source.FILE_NAME].get(mention.kind)
        if weight is not None:
            yield _Clue(mention.respondents, Source.FILE_NAME, weight, None, mention.kind)


def _addressed(document: Document, parts: Sequence[Part], register: Register) -> set[str]:
    """The respondents that the letter is addressed to, who therefore do not answer."""
    return {
        respondent
        for block, part in zip(document.blocks, parts, strict=True)
        if part is Part.ADDRESSEE
        for mention in register.find_mentions(document.text[block.start : block.end])
        if mention.kind >= NameKind.ABBREVIATION
        for respondent in mention.respondents
    }


def _weigh(clues: Iterable[_Clue], document: Document) -> Finding[str] | None:
    """The respondent with most evidence: clues from different sources add up (noisy or), from one the best counts."""
    best: defaultdict[str, dict[Source, _Clue]] = defaultdict(dict)
    for clue in clues:
        weight = clue.weight / len(clue.respondents)
        for respondent in clue.respondents:
            held = best[respondent].get(clue.source)
            if held is None or weight > held.weight:
                best[respondent][clue.source] = replace(clue, weight=weight)
    scores = {respondent: _noisy_or(clue.weight for clue in held.values()) for respondent, held in best.items()}
    ranked = sorted(scores, key=lambda respondent: -scores[respondent])
    if not ranked:
        return None
    value = ranked[0]
    strongest = max(clue.kind for clue in best[value].values())
    rival = max((_rival_score(best[respondent].values(), strongest) for respondent in ranked[1:]), default=0.0)
    told = sorted(best[value].values(), key=lambda clue: -clue.weight)
    confidence = scores[value] - (rival / 2 if rival >= _RIVAL else 0.0)
    return Finding(
        value=value,
        evidence=tuple(clue.evidence for clue in told if clue.evidence is not None),
        method=told[0].source.value,
        confidence=round(max(confidence, _LEAST_CONFIDENCE), 2),
        reason=_reason(told[0], document),
        alternatives=tuple(respondent for respondent in ranked[1:] if scores[respondent] >= _ALTERNATIVE),
    )


def _rival_score(clues: Iterable[_Clue], strongest: NameKind) -> float:
    """The weight of the clues that name as fully as the strongest does.

    A county's office may stand in the city next door, and an agency's branch is called after its town.
    """
    return _noisy_or(clue.weight for clue in clues if clue.kind >= min(strongest, NameKind.PLACE))


def _reason(clue: _Clue, document: Document) -> Message:
    return replace(_REASONS[clue.source], values={"quote": clue.evidence.quote if clue.evidence else document.name})


def _noisy_or(weights: Iterable[float]) -> float:
    left = 1.0
    for weight in weights:
        left *= 1.0 - weight
    return 1.0 - left
