"""What `extract evaluate` prints: figures of fields, layouts and formats, confusions, confidence, errors, changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from extract.cli.labels import field_label, value_label
from extract.cli.terminal import console, say, tell
from extract.evaluation import Comparison, Miss
from extract.model import Bound, Count, Message, Project, ProjectKind, Role, Unit

Tree = Mapping[str, Any]
#: Groups that stand side by side in one table of the terminal's usual width.
_ABREAST = 4
#: What the table of groups shows: where letters differ by layout or format.
_GROUPED = ("respondent", "years", "domain", "statements", "counts", "counts_strict", "projects", "no_measures")


def show_report(tree: Tree) -> None:
    """Print all figures of a report."""
    intervals = tree["intervals"]
    values = {"percent": round(100 * intervals["level"]), "resamples": intervals["resamples"]}
    console().print(_figures(tree["fields"]))
    say(
        Message(
            "In brackets: what {percent} of 100 draws of letters with replacement give, of {resamples}. "
            "Where no letter errs, the lower end is what as many values without an error prove.",
            values,
        )
    )
    for title, groups in ((Message("Layout"), tree["by_layout"]), (Message("Format"), tree["by_format"])):
        for table in _groups(tell(title), groups):
            console().print(table)
    if tree["domains"]:
        console().print(_confusions(tree["domains"]))
    if tree["confidence"]["fields"]:
        console().print(_reliability(tree["confidence"]))
        console().print(_bins(tree["confidence"]["fields"]))
    if any(each["values"] for each in tree["confidence"]["statements"]):
        console().print(_acceptance(tree["confidence"]["statements"]))


def show_errors(misses: Sequence[Miss]) -> None:
    """Print every error below its letter and sentence; one that is wrong already without `strict` is told once."""
    if not misses:
        say(Message("No errors."))
        return
    say(Message("Errors: {count}", {"count": len(list(_told_once(misses)))}))
    _show_misses(_told_once(misses))


def show_comparison(comparison: Comparison) -> None:
    """Print how the fields changed, then each error that is gone, new, or other than before."""
    say(Message("Compared over the letters that both evaluations have: {letters}", {"letters": comparison.letters}))
    if comparison.only_before:
        say(Message("Only in the earlier evaluation: {names}", {"names": ", ".join(comparison.only_before)}))
    if comparison.only_after:
        say(Message("Only in this evaluation: {names}", {"names": ", ".join(comparison.only_after)}))
    table = _table(
        Message("Field"), Message("Before"), Message("Now"), Message("Change"), Message("Gained"), Message("Lost")
    )
    for each in comparison.fields:
        table.add_row(
            field_label(each.field),
            f"{each.before:.3f}",
            f"{each.after:.3f}",
            _signed(each.change.value, each.change.low, each.change.high),
            str(each.gained),
            str(each.lost),
        )
    console().print(table)
    gained, lost = list(_told_once(comparison.gained)), list(_told_once(comparison.lost))
    otherwise = list(_told_once(after for _, after in comparison.otherwise))
    for message, misses in (
        (Message("Gained, no longer wrong: {count}", {"count": len(gained)}), gained),
        (Message("Lost, wrong only now: {count}", {"count": len(lost)}), lost),
        (Message("Still wrong, in another way: {count}", {"count": len(otherwise)}), otherwise),
    ):
        if misses:
            say(message)
            _show_misses(misses)


def _table(*titles: Message) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for place, title in enumerate(titles):
        table.add_column(tell(title), justify="right" if place else "left", no_wrap=True)
    return table


def _figures(fields: Tree) -> Table:
    table = _table(Message("Field"), Message("Asked"), Message("Precision"), Message("Recall"), Message("F1"))
    for name, field in fields.items():
        asked = field["true_positives"] + field["false_negatives"]
        figures = (_interval(field[part]) for part in ("precision", "recall", "f1"))
        table.add_row(field_label(name), str(asked), *figures)
    return table


def _interval(estimate: Tree | None) -> str:
    if estimate is None:
        return "–"
    if estimate["low"] is None:
        return f"{estimate['value']:.3f}"
    return f"{estimate['value']:.3f} ({estimate['low']:.3f}–{estimate['high']:.3f})"


def _signed(value: float, low: float | None, high: float | None) -> str:
    return f"{value:+.3f}" if low is None or high is None else f"{value:+.3f} ({low:+.3f} … {high:+.3f})"


def _groups(title: str, groups: Tree) -> Iterator[Table]:
    names = list(groups)
    for first in range(0, len(names), _ABREAST):
        shown = names[first : first + _ABREAST]
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        table.add_column(title, no_wrap=True)
        for name in shown:
            table.add_column(f"{name} ({groups[name]['letters']})", justify="right", no_wrap=True)
        for field in _GROUPED:
            table.add_row(field_label(field), *(_interval(groups[name]["fields"][field]["score"]) for name in shown))
        yield table


def _confusions(pairs: Sequence[Tree]) -> Table:
    """Gold domains down, extracted ones across, each by the number that stands before its name."""
    codes = sorted({pair["expected"] for pair in pairs} | {pair["found"] for pair in pairs if pair["found"]})
    number = {(pair["expected"], pair["found"]): pair["statements"] for pair in pairs}
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(tell(Message("Domain by the gold, and as what it was taken")), no_wrap=True)
    for place in range(len(codes)):
        table.add_column(str(place + 1), justify="right", no_wrap=True)
    table.add_column("–", justify="right", no_wrap=True)
    for place, expected in enumerate(codes):
        cells = [
            Text(str(number.get((expected, found), "·")), style="" if found == expected else "yellow")
            for found in (*codes, None)
        ]
        table.add_row(f"{place + 1} {expected}", *cells)
    return table


def _reliability(confidence: Tree) -> Table:
    table = _table(
        Message("Confidence"),
        Message("Values"),
        Message("Wrong"),
        Message("Calibration error"),
        Message("{percent} of 100 right from", {"percent": round(100 * confidence["target"])}),
        Message("Share"),
        Message("Proven"),
    )
    for name, field in confidence["fields"].items():
        covered = field["coverage"]
        table.add_row(
            field_label(name),
            str(field["values"]),
            str(field["wrong"]),
            f"{field['expected_calibration_error']:.3f}",
            *(
                (f"{covered['threshold']:.3f}", f"{covered['share']:.3f}", f"≥ {covered['least']:.3f}")
                if covered
                else ("–", "–", "–")
            ),
        )
    return table


def _bins(fields: Tree) -> Table:
    """The reliability table: of each field and bin how many values there are, how sure they are and how many right."""
    table = _table(
        Message("Reliability"), Message("Confidence"), Message("Values"), Message("Mean confidence"), Message("Right")
    )
    for name, field in fields.items():
        for place, each in enumerate(field["bins"]):
            table.add_row(
                "" if place else field_label(name),
                f"{each['low']:.1f}–{each['high']:.1f}",
                str(each["values"]),
                f"{each['confidence']:.3f}",
                f"{each['right']:.3f}",
            )
    return table


def _acceptance(statements: Sequence[Tree]) -> Table:
    table = _table(
        Message("Accepted above"), Message("Statements"), Message("Share"), Message("Right"), Message("Proven")
    )
    for each in statements:
        row = [f"{each['accepted']} / {each['values']}", f"{each['share']:.3f}"]
        row += [f"{each['right']:.3f}", f"≥ {each['least']:.3f}"] if each["accepted"] else ["–", "–"]
        table.add_row(f"{each['threshold']:.2f}", *row)
    return table


def _told_once(misses: Iterable[Miss]) -> Iterator[Miss]:
    """Without the errors of a strict field that its other field has as well, and of fields that repeat another."""
    misses = list(misses)
    told = [(miss.document, miss.field, miss.statement, miss.expected, miss.found) for miss in misses]
    for miss in misses:
        loose = miss.field.removesuffix("_strict")
        if loose == miss.field or (miss.document, loose, miss.statement, miss.expected, miss.found) not in told:
            yield miss


def _show_misses(misses: Iterable[Miss]) -> None:
    ordered = sorted(misses, key=lambda miss: (miss.document, miss.statement))
    for document, of_letter in groupby(ordered, key=lambda miss: miss.document):
        console().print(Text(document, style="bold"))
        for statement, of_statement in groupby(of_letter, key=lambda miss: miss.statement):
            if statement:
                console().print(Text(f"  {statement}"), soft_wrap=True)
            for miss in of_statement:
                line = Text.assemble(
                    (f"    {field_label(miss.field)}: ", "cyan"),
                    (_side(miss.field, miss.expected), "green"),
                    " → ",
                    (_side(miss.field, miss.found), "yellow"),
                )
                console().print(line, soft_wrap=True)


def _side(field: str, value: Any) -> str:
    """One side of an error as a person reads it; – where nothing stands there."""
    if value is None:
        return "–"
    if field.startswith("counts"):
        parts = (Bound(value["bound"]), Unit(value["unit"]), value["group"], Role(value["role"]))
        return f"„{value['text']}” {value_label(Count(value['value'], *parts))}"
    if field.startswith("projects"):
        project = Project(value["name"], ProjectKind(value["kind"]), value.get("number"))
        return f"„{value['text']}” {value_label(project)}"
    if isinstance(value, list):
        return value_label(tuple(value))
    return value_label(value)
