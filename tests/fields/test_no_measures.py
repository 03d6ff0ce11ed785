"""Statements that say that no measures were carried out, and statements that deny something else."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear_training import is_held_out
from spacy.language import Language

from denials import FOLDER, LEARNT, RULED, SETS
from extract.fields.linear import LinearClassifier, in_place_of
from extract.fields.no_measures import find_no_measures
from extract.latvian.engines import load_engine
from extract.model import Engine
from invented_letters import analysed

#: How many denials are missed, and how much else is taken for one, at most; no wrong one in a set that is not named.
WRONG = {
    "all_kinds": (1, 2),
    "clauses": (2, 0),
    "idioms": (4, 0),
    "idioms_told": (12, 0),
    "official_letters": (12, 2),
    "official_negations": (2, 2),
    "peoples_idioms": (27, 1),
    "peoples_voices": (17, 9),
    "plain": (0, 1),
    "test": (4, 1),
    "test_all_kinds": (0, 1),
    "test_clauses": (5, 5),
}


@pytest.fixture(scope="module")
def engine() -> Language:
    return load_engine(Engine.SPACY)


def _told(texts: tuple[str, ...], language: Language | None) -> list[bool]:
    return [found is not None for found in find_no_measures(analysed(texts, language=language))] if texts else []


@pytest.mark.parametrize("name", sorted(SETS))
def test_denials_are_told_from_what_resembles_them(name: str, engine: Language) -> None:
    """Sentences that were learnt from, by rules or by the classifier; those of test files were not."""
    each = SETS[name]
    missed = [t for t, told in zip(each.nothing_done, _told(each.nothing_done, engine), strict=True) if not told]
    taken = [t for t, told in zip(each.something_else, _told(each.something_else, engine), strict=True) if told]
    most_missed, most_taken = WRONG.get(name, (0, 0))
    assert len(missed) <= most_missed, missed
    assert len(taken) <= most_taken, taken


@pytest.mark.parametrize("name", RULED)
def test_letters_without_lemmas_are_told_by_rules(name: str) -> None:
    each = SETS[name]
    assert [t for t, told in zip(each.nothing_done, _told(each.nothing_done, None), strict=True) if not told] == []
    assert [t for t, told in zip(each.something_else, _told(each.something_else, None), strict=True) if told] == []


def test_nouns_that_may_mean_other_things_are_less_sure() -> None:
    measures, projects = find_no_measures(analysed(["Pasākumi netika rīkoti.", "Projekti netika īstenoti."]))
    assert measures is not None and projects is not None
    assert measures.confidence > projects.confidence


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Pasākumi romiem netika rīkoti, jo trūka naudas.", "Pasākumi romiem netika rīkoti"),
        ("Ja jautājat par veselību: šajā laukā gads aizgāja tukšā.", "šajā laukā gads aizgāja tukšā"),
        (
            "Plāni bija lieli, taču līdz romu jautājumam mēs tā arī netikām.",
            "taču līdz romu jautājumam mēs tā arī netikām",
        ),
        (
            "Lai gan naudu piešķīra, romu labā no tās netika iztērēts ne cents.",
            "romu labā no tās netika iztērēts ne cents",
        ),
    ],
)
def test_the_clause_that_denies_is_quoted(text: str, quote: str, engine: Language) -> None:
    (found,) = find_no_measures(analysed([text], language=engine))
    assert found is not None
    assert found.evidence[0].quote == quote


@pytest.mark.parametrize(("chance", "expected"), [(9.0, 0.95), (-1.0, 0.7), (-9.0, None)])
def test_what_rules_find_may_be_doubted(chance: float, expected: float | None, engine: Language) -> None:
    """Less sure where the classifier thinks otherwise, and dropped where it is all but impossible to it."""
    with in_place_of("denial", LinearClassifier(chance, {})):
        (found,) = find_no_measures(analysed(["Pasākumi romiem netika rīkoti."], language=engine))
    assert (found.confidence if found else None) == expected


def test_nothing_is_learnt_from_what_is_held_out() -> None:
    """Neither from sentences of test files nor from statements of dev and test letters of more than three words."""
    not_learnt_from = [each for name, each in SETS.items() if is_held_out(name)]
    learnt_from = [each for name, each in SETS.items() if not is_held_out(name)]
    learnt = {_plain(t) for each in learnt_from for t in (*each.nothing_done, *each.something_else)}
    held_out = {_plain(t) for each in not_learnt_from for t in (*each.nothing_done, *each.something_else)}
    for name in ("dev", "test"):
        lines = (FOLDER.parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        texts = (_plain(statement["text"]) for line in lines for statement in json.loads(line)["statements"])
        held_out |= {text for text in texts if text.count(" ") > 2}
    assert learnt & held_out == set()


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@given(st.lists(st.sampled_from([*SETS[LEARNT].nothing_done, *SETS[LEARNT].something_else]), min_size=1, max_size=6))
def test_evidence_is_the_statements_words(texts: list[str]) -> None:
    letter = analysed(texts, language=load_engine(Engine.SPACY))
    for statement, finding in zip(letter.letter.statements, find_no_measures(letter), strict=True):
        if finding is None:
            continue
        assert str(finding.reason)
        for evidence in finding.evidence:
            assert statement.start <= evidence.start < evidence.end <= statement.end
            assert letter.letter.document.text[evidence.start : evidence.end] == evidence.quote
