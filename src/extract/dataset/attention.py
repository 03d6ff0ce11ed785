"""Why a person should look at a statement or a letter, judged by itself.

What does not fit together within a letter stands in `consistency`, with the letter of the year before in `jumps`; what
keeps a statement from being accepted without a person in `acceptance`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Any

from extract.arrival import part_with
from extract.dataset.records import Flag, StoredFinding, StoredFrame
from extract.model import Count, DocumentPart, Message, PartRole, Project, Signature, SignatureState

#: Below this confidence a finding waits for a person. A method states how often it errs; three of five is too often.
LOW_CONFIDENCE = 0.6

_UNCERTAIN = {
    "years": Message("The years are uncertain."),
    "domain": Message("The domain is uncertain."),
    "no_measures": Message("It is uncertain whether measures were carried out."),
    "respondent": Message("The respondent is uncertain."),
    "letter_date": Message("The date of the letter is uncertain."),
    "letter_number": Message("The number of the letter is uncertain."),
    "reporting_years": Message("The years that the letter answers for are uncertain."),
}


def statement_flags(
    *,
    years: StoredFinding[tuple[int, ...]] | None,
    domain: StoredFinding[str] | None,
    no_measures: StoredFinding[bool] | None,
    counts: Sequence[StoredFinding[object]],
    projects: Sequence[StoredFinding[object]],
    reporting_years: tuple[int, ...],
    decided: Container[str] = (),
) -> tuple[Flag, ...]:
    """What is missing, uncertain or at odds with the letter in a statement that nobody has reviewed.

    `decided` are the fields that a person has set: whatever they hold needs no look.
    """
    flags: list[Flag] = []
    # That nothing was done at all belongs to no one domain.
    if domain is None and not (no_measures and no_measures.value):
        flags.append(Flag("domain", None, Message("No domain was found.")))
    if years is None:
        flags.append(Flag("years", None, Message("No years were found.")))
    elif reporting_years and not set(years.value) <= set(reporting_years):
        values = {"years": _listed(years.value), "asked": _listed(reporting_years)}
        told = Message("The statement tells of {years}, but the letter answers for {asked}.", values)
        flags.append(Flag("years", years.id, told))
    for field, finding in (("years", years), ("domain", domain), ("no_measures", no_measures)):
        if finding is not None and finding.confidence < LOW_CONFIDENCE:
            flags.append(Flag(field, finding.id, _UNCERTAIN[field]))
    flags += [
        Flag("counts", count.id, Message("The count “{quote}” is uncertain.", {"quote": quote_of(count)}))
        for count in counts
        if count.confidence < LOW_CONFIDENCE
    ]
    flags += [
        Flag("projects", project.id, Message("The project “{quote}” is uncertain.", {"quote": quote_of(project)}))
        for project in projects
        if project.confidence < LOW_CONFIDENCE
    ]
    return tuple(flag for flag in flags if flag.field not in decided)


def letter_flags(
    *,
    cause: Message | None,
    pages_without_text: Sequence[int],
    frame: StoredFrame,
    statements: int,
    is_read: bool,
    orphaned: int,
    same_content: Sequence[str] = (),
    parts: Sequence[DocumentPart] = (),
    signatures: Sequence[Signature] = (),
    decided: Container[str] = (),
    is_accepted: bool = False,
) -> tuple[Flag, ...]:
    """Why the letter was not read, or what of it needs a look; its statements say so themselves.

    `orphaned` is how many statements a person has set values of whose words the letter no longer has,
    `same_content` the names of other letters that are the same to the byte. The reader's notices tell why a part was
    not read, and what is wrong with a signature. `decided` are the fields of the frame that a person has set;
    `is_accepted` tells that a person has seen all this and found nothing left to do.
    """
    flags = [Flag(None, None, cause)] if cause else []
    if not is_read or is_accepted:
        return tuple(flags)

    def say(text: Message, field: str | None = None, finding: str | None = None) -> None:
        if field is None or field not in decided:
            flags.append(Flag(field, finding, text))

    if pages_without_text:
        say(Message("Pages without text: {pages}.", {"pages": _listed_pages(pages_without_text, parts)}))
    unread = [part.name for part in parts if part.role is PartRole.UNREADABLE]
    if unread:
        say(Message("Parts that were not read: {names}.", {"names": ", ".join(unread)}))
    if any(signature.state is SignatureState.BROKEN for signature in signatures):
        say(Message("A signature does not fit what it covers."))
    if any(signature.state is SignatureState.UNVERIFIABLE for signature in signatures):
        say(Message("A signature could not be checked."))
    if frame.respondent is None:
        say(Message("No respondent was found."), "respondent")
    for field in ("respondent", "reporting_years"):
        finding = getattr(frame, field)
        if finding is not None and finding.confidence < LOW_CONFIDENCE:
            say(_UNCERTAIN[field], field, finding.id)
    if not statements:
        say(Message("No statements were found."))
    if same_content:
        say(Message("The same file came under other names: {names}.", {"names": ", ".join(same_content)}))
    if orphaned:
        say(
            Message(
                "Reviewed statements whose words have changed since: {count}. What was set for them is kept.",
                {"count": orphaned},
            )
        )
    return tuple(flags)


def quote_of(finding: StoredFinding[Any]) -> str:
    """The words of a value, or what stands for them where its evidence was not loaded."""
    if finding.evidence:
        return finding.evidence[0].quote.strip('„“”"«»')
    value = finding.value
    if isinstance(value, Count):
        return f"{value.value} {value.group}" if value.group else str(value.value)
    return value.name if isinstance(value, Project) else str(value)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)


def _listed_pages(pages: Sequence[int], parts: Sequence[DocumentPart]) -> str:
    """The pages as each part counts them, behind the part's name: "vēstule.pdf 1, 2; pielikums.pdf 1"."""
    by_part: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        part = part_with(parts, page)
        by_part[part.name if part else ""].append(part.own_page(page) if part else page)
    return "; ".join(f"{name} {_listed(own)}".lstrip() for name, own in by_part.items())
