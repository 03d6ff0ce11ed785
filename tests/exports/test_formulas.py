"""Which texts a spreadsheet would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.exports.formulas import defuse, is_formula


@pytest.mark.parametrize(
    ("text", "dangerous"),
    [
        ("=1+1", True),
        ("+371 67000000", True),
        ("-5 ģimenes", True),
        ("@skola", True),
        ("\t=1+1", True),
        ("\r=1+1", True),
        ("\n=1+1", True),
        ("＝1+1", True),
        ("", False),
        ("14 romu bērni", False),
        ("– nodarbības", False),
        ("„Saule”", False),
        ("a=1", False),
        (" =1", False),
        ("'=1", False),
    ],
)
def test_is_formula(text: str, dangerous: bool) -> None:
    assert is_formula(text) is dangerous


@given(st.text())
def test_defused_text_is_no_formula_and_nothing_is_lost(text: str) -> None:
    assert not is_formula(defuse(text))
    assert defuse(text) in {text, f"'{text}"}
