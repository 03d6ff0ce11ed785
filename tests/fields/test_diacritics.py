"""Diacritics are put back where a letter was typed without them."""

from __future__ import annotations

import pytest

from extract.fields.diacritics import lacks_diacritics, restore_diacritics
from extract.latvian.language import load_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nodarbibas apmekleja cetri skoleni un viena skolotaja.", True),
        ("Nodarbības apmeklēja četri skolēni un viena skolotāja.", False),
        ("Nodarbibas apmekleja četri skoleni.", False),
        ("Kopa 12 personas.", False),
    ],
)
def test_texts_typed_without_diacritics_are_told(text: str, expected: bool) -> None:
    assert lacks_diacritics(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cetri skoleni", "četri skolēni"),
        ("tris gimenes", "trīs ģimenes"),
        ("divas sanitares", "divas sanitāres"),
        ("viena suveja", "viena šuvēja"),
        ("desmit personas", "desmit personas"),
    ],
)
def test_known_words_get_their_spelling_with_the_fewest_diacritics(text: str, expected: str) -> None:
    assert restore_diacritics(load_language()(text)).text == expected


def test_offsets_stay() -> None:
    doc = load_language()("Cetras suvejas, tris gimenes un 5 skoleni!")
    assert [token.idx for token in restore_diacritics(doc)] == [token.idx for token in doc]
