"""Rules make the lemma that they were made for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.latvian.lemma_rules import apply_lemma_rule, lemma_rule


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("bērniem", "bērns", "=0>|3>s"),
        ("Skolēnu", "skolēns", "l0>|1>s"),
        ("Rīgā", "Rīga", "=0>|1>a"),
        ("RĪGAS", "Rīga", "T0>|1>"),
        ("nebija", "nebūt", "=0>|3>ūt"),
        ("vislielākais", "liels", "=3>|5>s"),
        ("ir", "būt", "!būt"),
        ("2021.", "2021.", "=0>|0>"),
        ("nva", "NVA", "U0>|0>"),
    ],
)
def test_rules(form: str, lemma: str, rule: str) -> None:
    assert lemma_rule(form, lemma) == rule
    assert apply_lemma_rule(rule, form) == lemma


@pytest.mark.parametrize(
    ("rule", "form", "lemma"),
    [
        ("=0>|3>s", "ģimenēm", "ģimes"),
        ("=0>|5>s", "no", "no"),
        ("=2>|2>t", "nē", "nē"),
        ("l0>|1>s", "Romu", "roms"),
    ],
)
def test_rules_on_other_words(rule: str, form: str, lemma: str) -> None:
    assert apply_lemma_rule(rule, form) == lemma


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_the_rule_of_any_two_words_leads_from_one_to_the_other(form: str, lemma: str) -> None:
    assert apply_lemma_rule(lemma_rule(form, lemma), form) == lemma
