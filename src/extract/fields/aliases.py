"""What a letter calls a project from now on: the aliases that stand behind a name ("„Soli kopā” (turpmāk – SK)")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from extract.fields.name_heads import head_class_of, is_generic, words_of
from extract.fields.quotations import Quotation, find_quotations
from extract.latvian.folding import fold
from extract.lexicons import read_lexicon
from extract.model import ProjectKind

#: An alias stands at most so many characters behind its name.
_NEAR = 120
_UPPER = "[A-ZĀČĒĢĪĶĻŅŠŪŽ]"
_INITIALISM = re.compile(rf"(?:{_UPPER}\w*){{1,2}}{_UPPER}\w*(?!\w)")
_WORDS = re.compile(r"[^\W_][^),;.\]/–—„“\"«]{0,60}")
#: An initialism in brackets or between dashes right behind the name, perhaps beside the project's number.
_BARE = re.compile(rf"\s*(?:\((?:[^()]*[,;]\s*)?|[–—-]\s)(?P<alias>{_INITIALISM.pattern})\s*(?=[),;]|\s[–—-]\s)")
#: Who calls it so, in brackets right behind the name: "(skolotāju istabā – „Solis”)".
_CALLED_SO = re.compile(r"\s*\((?:[^\W\d]+\s*){1,4}[–—:-]\s*(?=[„“\"«,'‚])")
_NO_ALIAS = re.compile(r"\b(?:nr|id)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name for the project `name`, which the letter gives at `start:end` of a statement's text."""

    start: int
    end: int
    alias: str
    name: str
    kind: ProjectKind


@dataclass(frozen=True, slots=True)
class Owner:
    """A name at `start:end` that an alias may belong to; `kind` is None for what is no project."""

    start: int
    end: int
    name: str
    kind: ProjectKind | None


def definition_spans(text: str) -> list[tuple[int, int]]:
    """Where a text gives aliases, of whatever: what stands there is no mention of its own."""
    return [(start, end) for start, end, _ in _definitions(text)]


def find_aliases(doc: Doc, owners: Sequence[Owner]) -> list[Alias]:
    """The aliases that a statement gives, each to the nearest name before it; none where that is no project's.

    Where a verb stands between, the alias may be someone's who does something; then it must have the name's initials.
    """
    text, found = doc.text, []
    for start, end, alias in _definitions(text):
        owner = max((each for each in owners if each.end <= start + 1), key=lambda each: each.end, default=None)
        if owner is None or owner.kind is None or start - owner.end >= _NEAR or is_generic(alias):
            continue
        if not _has_verb(doc, owner.end, start) or _initials(owner.name) == alias:
            found.append(Alias(start, end, alias, owner.name, owner.kind))
    quotations = find_quotations(text)
    for owner in owners:
        so = _CALLED_SO.match(text, owner.end)
        quoted = next((each for each in quotations if so is not None and each.start == so.end()), None)
        if quoted is not None and owner.kind is not None:
            alias = text[quoted.inner_start : quoted.inner_end].strip()
            found.append(Alias(quoted.start, quoted.end, alias, owner.name, owner.kind))
        bare = _BARE.match(text, owner.end)
        if bare is None or owner.kind is None or _NO_ALIAS.search(bare["alias"]):
            continue
        alias = bare["alias"]
        if _initials(owner.name) == alias or fold(alias) not in words_of("funders"):
            found.append(Alias(*bare.span("alias"), alias, owner.name, owner.kind))
    return found


def _definitions(text: str) -> list[tuple[int, int, str]]:
    """Each place where an alias is given, from what opens it to its end, with the alias."""
    quotations = find_quotations(text)
    return [
        (opening.start(), *read)
        for opening in _opening().finditer(fold(text))
        if (read := _read_alias(text, opening.end(), quotations)) is not None
    ]


def _read_alias(text: str, at: int, quotations: Sequence[Quotation]) -> tuple[int, str] | None:
    """The end of the alias that begins at `at`, and the alias without its marks."""
    for quotation in quotations:
        if quotation.start == at:
            return quotation.end, text[quotation.inner_start : quotation.inner_end].strip(" .,;:–-")
    if initialism := _INITIALISM.match(text, at):
        return initialism.end(), initialism[0]
    words = _WORDS.match(text, at)
    if words is None:
        return None
    alias = words[0].rstrip()
    for kept in (alias.split()[-1:], alias.split()[:1]):  # "projekts SK", "SK projekts"
        other = alias.split()[:1] if kept == alias.split()[-1:] else alias.split()[-1:]
        kind = head_class_of([fold(word) for word in other])
        if len(alias.split()) == 2 and kind is not None and kind.kind and _INITIALISM.fullmatch(kept[0]):
            return words.end(), kept[0]
    return words.start() + len(alias), alias


@cache
def _opening() -> re.Pattern[str]:
    """What stands before an alias, in folded text, up to the alias's first letter or mark."""
    data = read_lexicon("fields", "name_heads.toml")
    intros, calls = (
        "|".join(
            r"\s+".join(map(re.escape, fold(phrase).split())) for phrase in sorted(data[key], key=len, reverse=True)
        )
        for key in ("alias_intros", "alias_calls")
    )
    called = rf"(?:(?:{calls})\b\s*(?:ari\s+)?(?:par\b|ka\b)?)"
    return re.compile(
        rf"(?:[(\[/,;]|\s[–—-])\s*(?:(?:{intros})(?!\w)(?:\s+ari\b)?(?:\s+{called})?|(?:\w+\s+)?{called})\s*[-–—:,]?\s*(?=[„“\"«\w])"
        rf"|(?:\s\(|\s)jeb\s+(?=[„“\"«\w])"
        rf"|,\s*(?:ko|kuru|kas|kurs|kura)\s+(?:\w+\s+){{0,4}}?{called}\s+(?=[„“\"«\w])"
    )


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    return any(
        start <= token.idx < end and token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm", []) in ([], ["Fin"])
        for token in doc
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name)).upper()
