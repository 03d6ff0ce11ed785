"""Why a person should look: the rules one by one."""

from dataclasses import replace
from typing import Any

import pytest

from extract.dataset import StoredFinding, StoredFrame
from extract.dataset.attention import LOW_CONFIDENCE, letter_flags, statement_flags
from extract.model import DocumentPart, Evidence, Message, PartRole, Signature, SignatureState


def found(value: Any, confidence: float = 0.9, quote: str | None = None, decided_by: str | None = None) -> Any:
    evidence = (Evidence(0, len(quote), quote),) if quote else ()
    return StoredFinding(value, evidence, "test", confidence, Message("Test."), id="f1", decided_by=decided_by)


def about_statement(**given: Any) -> list[str]:
    sure: dict[str, Any] = {
        "years": found((2021,)),
        "domain": found("health"),
        "no_measures": None,
        "counts": (),
        "projects": (),
        "reporting_years": (2021, 2022),
    }
    return [str(flag.reason) for flag in statement_flags(**{**sure, **given})]


def about_letter(**given: Any) -> list[str]:
    sure: dict[str, Any] = {
        "cause": None,
        "pages_without_text": (),
        "frame": StoredFrame(respondent=found("Talsu novads")),
        "statements": 1,
        "is_read": True,
        "orphaned": 0,
    }
    return [str(flag.reason) for flag in letter_flags(**{**sure, **given})]


@pytest.mark.parametrize(
    ("given", "reasons"),
    [
        ({}, []),
        ({"domain": None}, ["No domain was found."]),
        ({"domain": None, "no_measures": found(True)}, []),
        ({"years": None}, ["No years were found."]),
        ({"domain": found("health", LOW_CONFIDENCE)}, []),
        ({"domain": found("health", LOW_CONFIDENCE - 0.01)}, ["The domain is uncertain."]),
        ({"years": found((2021,), 0.3)}, ["The years are uncertain."]),
        ({"no_measures": found(True, 0.3)}, ["It is uncertain whether measures were carried out."]),
        ({"counts": (found(3, 0.9), found(4, 0.5, "četri"))}, ["The count “četri” is uncertain."]),
        ({"counts": (found(4, 0.5),)}, ["The count “4” is uncertain."]),
        ({"projects": (found("Saule", 0.1, "„Saule”"),)}, ["The project “Saule” is uncertain."]),
        ({"years": found((2021, 2022))}, []),
        ({"years": found((2020, 2021))}, ["The statement tells of 2020, 2021, but the letter answers for 2021, 2022."]),
        ({"years": found((2020,)), "decided": {"years"}}, []),
        ({"domain": None, "years": None, "decided": {"domain"}}, ["No years were found."]),
        ({"years": found((2020,)), "reporting_years": ()}, []),
        ({"years": None, "domain": None}, ["No domain was found.", "No years were found."]),
    ],
)
def test_statements(given: dict[str, Any], reasons: list[str]) -> None:
    assert about_statement(**given) == reasons


@pytest.mark.parametrize(
    ("given", "reasons"),
    [
        ({}, []),
        ({"cause": Message("It is damaged."), "is_read": False}, ["It is damaged."]),
        (
            {"cause": Message("It is damaged."), "pages_without_text": (2,)},
            ["It is damaged.", "Pages without text: 2."],
        ),
        ({"statements": 0}, ["No statements were found."]),
        ({"pages_without_text": (2, 4)}, ["Pages without text: 2, 4."]),
        ({"frame": StoredFrame()}, ["No respondent was found."]),
        ({"frame": StoredFrame(respondent=found("Talsu novads", 0.5))}, ["The respondent is uncertain."]),
        (
            {"frame": StoredFrame(found("Talsu novads"), reporting_years=found((2021,), 0.5))},
            ["The years that the letter answers for are uncertain."],
        ),
        (
            {"orphaned": 2},
            ["Reviewed statements whose words have changed since: 2. What was set for them is kept."],
        ),
        ({"frame": StoredFrame(), "decided": {"respondent"}}, []),
        ({"statements": 0, "pages_without_text": (2,), "is_accepted": True}, []),
        ({"cause": Message("It is damaged."), "statements": 0, "is_accepted": True}, ["It is damaged."]),
    ],
)
def test_letters(given: dict[str, Any], reasons: list[str]) -> None:
    assert about_letter(**given) == reasons


def part(name: str, role: PartRole) -> DocumentPart:
    return DocumentPart(name, "pdf", "0" * 64, role)


def test_parts_that_were_not_read_need_a_look() -> None:
    parts = (part("a.pdf", PartRole.LETTER), part("b.png", PartRole.UNREADABLE), part("c.gif", PartRole.ASIDE))
    assert about_letter(parts=parts) == ["Parts that were not read: b.png."]


def test_pages_without_text_are_told_as_their_parts_count_them() -> None:
    parts = (
        replace(part("v.pdf", PartRole.LETTER), first_page=1, pages=2),
        part("v.docx", PartRole.ANNEX),
        replace(part("skens.pdf", PartRole.ANNEX), first_page=3, pages=3),
    )
    assert about_letter(parts=parts, pages_without_text=(2, 3, 5)) == ["Pages without text: v.pdf 2; skens.pdf 1, 3."]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (SignatureState.INTACT, []),
        (SignatureState.UNVERIFIABLE, ["A signature could not be checked."]),
        (SignatureState.BROKEN, ["A signature does not fit what it covers."]),
    ],
)
def test_a_signature_that_is_not_known_to_fit_needs_a_look(state: SignatureState, expected: list[str]) -> None:
    assert about_letter(signatures=(Signature(None, None, state, Message("Test.")),)) == expected


def test_flags_tell_which_field_and_finding_they_are_about() -> None:
    flags = statement_flags(
        years=None,
        domain=found("health", 0.3),
        no_measures=None,
        counts=(found(4, 0.5, "četri"),),
        projects=(),
        reporting_years=(),
    )
    assert [(flag.field, flag.finding) for flag in flags] == [("years", None), ("domain", "f1"), ("counts", "f1")]
