"""Why a person should look at a statement or a letter: the one place with these rules."""

from __future__ import annotations

from collections.abc import Sequence

from extract.dataset.records import StoredFinding, StoredFrame
from extract.model import DocumentPart, Message, PartRole, Signature, SignatureState

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


def statement_attention(
    *,
    years: StoredFinding[tuple[int, ...]] | None,
    domain: StoredFinding[str] | None,
    no_measures: StoredFinding[bool] | None,
    counts: Sequence[StoredFinding[object]],
    projects: Sequence[StoredFinding[object]],
    reporting_years: tuple[int, ...],
) -> tuple[Message, ...]:
    """What is missing, uncertain or at odds with the letter in a statement that nobody has reviewed."""
    reasons: list[Message] = []
    # That nothing was done at all belongs to no one domain.
    if domain is None and not (no_measures and no_measures.value):
        reasons.append(Message("No domain was found."))
    if years is None:
        reasons.append(Message("No years were found."))
    elif reporting_years and years.decided_by is None and not set(years.value) <= set(reporting_years):
        reasons.append(
            Message(
                "The statement tells of {years}, but the letter answers for {asked}.",
                {"years": _listed(years.value), "asked": _listed(reporting_years)},
            )
        )
    for field, finding in (("years", years), ("domain", domain), ("no_measures", no_measures)):
        if finding is not None and finding.confidence < LOW_CONFIDENCE:
            reasons.append(_UNCERTAIN[field])
    reasons += [
        Message("The count “{quote}” is uncertain.", {"quote": _quote(count)})
        for count in counts
        if count.confidence < LOW_CONFIDENCE
    ]
    reasons += [
        Message("The project “{quote}” is uncertain.", {"quote": _quote(project)})
        for project in projects
        if project.confidence < LOW_CONFIDENCE
    ]
    return tuple(reasons)


def letter_attention(
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
) -> tuple[Message, ...]:
    """Why the letter was not read, or what of it needs a look; its statements say so themselves.

    `orphaned` is how many statements a person has set values of whose words the letter no longer has,
    `same_content` the names of other letters that are the same to the byte. The reader's notices tell why a part was
    not read, and what is wrong with a signature.
    """
    reasons = [cause] if cause else []
    if not is_read:
        return tuple(reasons)
    if pages_without_text:
        reasons.append(Message("Pages without text: {pages}.", {"pages": _listed(pages_without_text)}))
    unread = [part.name for part in parts if part.role is PartRole.UNREADABLE]
    if unread:
        reasons.append(Message("Parts that were not read: {names}.", {"names": ", ".join(unread)}))
    if any(signature.state is SignatureState.BROKEN for signature in signatures):
        reasons.append(Message("A signature does not fit what it covers."))
    if frame.respondent is None:
        reasons.append(Message("No respondent was found."))
    for field in ("respondent", "reporting_years"):
        finding = getattr(frame, field)
        if finding is not None and finding.confidence < LOW_CONFIDENCE:
            reasons.append(_UNCERTAIN[field])
    if not statements:
        reasons.append(Message("No statements were found."))
    if same_content:
        reasons.append(Message("The same file came under other names: {names}.", {"names": ", ".join(same_content)}))
    if orphaned:
        reasons.append(
            Message(
                "Reviewed statements whose words have changed since: {count}. What was set for them is kept.",
                {"count": orphaned},
            )
        )
    return tuple(reasons)


def _quote(finding: StoredFinding[object]) -> str:
    return finding.evidence[0].quote if finding.evidence else str(finding.value)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)
