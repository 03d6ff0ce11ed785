"""`extract show`: one letter with its statements, their values, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.arrival import part_at
from extract.cli.labels import code_label, field_label, value_label
from extract.cli.parameters import DEFAULT_DATASET, AcceptAbove, Dataset
from extract.cli.terminal import console, tell
from extract.model import Message, Signature, SignatureState
from extract.readers.members import shown_path

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from extract.dataset import StoredFinding, StoredLetter, StoredRecord


def show(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help=tell(Message("The letter, by the name that `status` shows.")))
    ],
    dataset: Dataset = DEFAULT_DATASET,
    accept_above: AcceptAbove = None,
) -> None:
    """Print the letter's frame and each statement with its findings: value, words, place, confidence, reason."""
    from extract.dataset import open_dataset

    with open_dataset(dataset, create=False, accept_above=accept_above) as store:
        tree = _letter_tree(store.letter(document))
        for record in store.records(document):
            _add_record(tree, record)
    console().print(tree)


def _letter_tree(letter: StoredLetter) -> Tree:
    from rich.text import Text
    from rich.tree import Tree

    tree = Tree(Text(letter.name, style="bold"))
    for message in (*letter.attention, *letter.notices, *([letter.advice] if letter.advice else [])):
        tree.add(Text(tell(message), style="yellow"))
    _add_parts(tree, letter)
    for name in ("respondent", "letter_date", "letter_number", "reporting_years"):
        finding = getattr(letter.frame, name)
        if finding is not None:
            tree.add(_finding_text(name, finding))
    return tree


def _add_parts(tree: Tree, letter: StoredLetter) -> None:
    """What the arrival is made of, and of each file whether a signature vouches for it: of integrity, not of trust."""
    from rich.text import Text

    for part in letter.parts:
        branch = tree.add(
            Text.assemble((shown_path(part.path or (part.name,)), "bold"), f"  {code_label(part.role)}  ")
            + Text(tell(part.reason) if part.reason else "", style="dim")
        )
        states = [(signature, signature.vouches_for(part)) for signature in letter.signatures]
        for signature, state in states:
            if state is not None:
                branch.add(Text.assemble((f"{_signed_by(signature)}: ", "cyan"), code_label(state)))
        if letter.signatures and not part.is_message and all(state is None for _, state in states):
            branch.add(Text(tell(Message("No signature covers it.")), style="yellow"))
    # What is wrong with the others is among the notices.
    intact = (tell(signature.reason) for signature in letter.signatures if signature.state is SignatureState.INTACT)
    for reason in dict.fromkeys(intact):
        tree.add(Text(reason, style="dim"))


def _signed_by(signature: Signature) -> str:
    """Who signed, and when as they claim."""
    values = {"signer": signature.signer or "?"}
    if signature.claimed_time is None:
        return tell(Message("Signed by {signer}", values))
    when = f"{signature.claimed_time:%Y-%m-%d %H:%M} UTC"
    return tell(Message("Signed by {signer}, {time} as the signer claims", {**values, "time": when}))


def _add_record(tree: Tree, record: StoredRecord) -> None:
    from rich.text import Text

    head = Text.assemble((f"{record.position + 1}. ", "bold"), record.statement.text, (f"  {_place(record)}", "dim"))
    branch = tree.add(head)
    for message in record.attention:
        branch.add(Text(tell(message), style="yellow"))
    singles = (("years", record.years), ("domain", record.domain), ("no_measures", record.no_measures))
    for name, finding in singles:
        if finding is not None:
            branch.add(_finding_text(name, finding))
    for name, findings in (("count", record.counts), ("project", record.projects)):
        for each in findings:
            branch.add(_finding_text(name, each))


def _place(record: StoredRecord) -> str:
    """The page of the statement, and the part of the arrival that has it where there are several."""
    part = part_at(record.parts, record.statement.start) if len(record.parts) > 1 else None
    if part is None:
        return tell(Message("page {page}", {"page": record.page})) if record.page else ""
    name = shown_path(part.path or (part.name,))
    if record.page is None:
        return name
    return tell(Message("{part}, page {page}", {"part": name, "page": part.own_page(record.page)}))


def _finding_text(name: str, finding: StoredFinding[Any]) -> Text:
    from rich.text import Text

    return Text.assemble(
        (f"{field_label(name)}: ", "cyan"),
        (value_label(finding.value), "bold"),
        (f"  {finding.evidence[0].quote}" if finding.evidence else "", "green"),
        f"  {_rounded(finding.confidence)}  ",
        (tell(finding.reason), "dim"),
    )


def _rounded(confidence: float) -> str:
    """Two decimals; only what a person has set is quite sure."""
    return f"{confidence if confidence == 1 else min(confidence, 0.99):.2f}"
