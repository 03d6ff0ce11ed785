"""Quotation marks of every style, nested, mixed up and left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields.quotations import find_quotations, plain_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("projekts „Rīta ausma” sācies", ["Rīta ausma"]),
        ("projekts „Rīta ausma“ sācies", ["Rīta ausma"]),
        ('projekts „Rīta ausma" sācies', ["Rīta ausma"]),
        ("projekts ,,Rīta ausma” sācies", ["Rīta ausma"]),
        ("projekts ,,Rīta ausma'' sācies", ["Rīta ausma"]),
        ('projekts "Rīta ausma" sācies', ["Rīta ausma"]),
        ("projekts “Rīta ausma” sācies", ["Rīta ausma"]),
        ("projekts ”Rīta ausma” sācies", ["Rīta ausma"]),
        ("projekts «Rīta ausma» sācies", ["Rīta ausma"]),
        ("projekts ‘Rīta ausma’ sācies", ["Rīta ausma"]),
        ("projekts 'Rīta ausma' sācies", ["Rīta ausma"]),
        ("projekts ``Rīta ausma'' sācies", ["Rīta ausma"]),
        ("projekts ,,Rīta ausma’’ sācies", ["Rīta ausma"]),
        ("projekts ‘‘Rīta ausma’’ sācies", ["Rīta ausma"]),
        ("projekts ,,Rīta ausma,, sācies", ["Rīta ausma"]),
        ("projekts `Rīta ausma` sācies", ["Rīta ausma"]),
        ("projekts <<Rīta ausma>> sācies", ["Rīta ausma"]),
        ("projekts “Rīta ausma„ sācies", ["Rīta ausma"]),
        ("projekts(„Rīta ausma”)", ["Rīta ausma"]),
        ('("Rīta ausma")', ["Rīta ausma"]),
        ("„Rīta ausma” un „Vakara zvaigzne”", ["Rīta ausma", "Vakara zvaigzne"]),
        ('"Rīta ausma" un "Vakara zvaigzne"', ["Rīta ausma", "Vakara zvaigzne"]),
        ("“Rīta ausma”, “Vakara zvaigzne”", ["Rīta ausma", "Vakara zvaigzne"]),
        ("„Rīta ausma „Agrā”” sācies", ["Rīta ausma „Agrā”"]),
        ("„Rīta ausma „Agrā” sācies", ["Rīta ausma „Agrā”"]),
        ("“Rīta ausma “Agrā”” sācies", ["Rīta ausma “Agrā”"]),
        ('"Rīta ausma "Agrā"" sācies', ['Rīta ausma "Agrā"']),
        ("„Rīta ausma «Agrā»” sācies", ["Rīta ausma «Agrā»"]),
        ("„Rīta ausma 'Agrā'” sācies", ["Rīta ausma 'Agrā'"]),
        ("„Rīta ausma!” sācies", ["Rīta ausma!"]),
        ("ne'kas nav citēts", []),
        ("„Rīta ausma sācies", []),
        ("Rīta ausma” sācies", []),
        ("nekas nav citēts", []),
        ("7,,8 un 9", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in find_quotations(text)] == expected


def test_nested_quotations_lie_inside() -> None:
    text = "„Rīta ausma „Agrā””"
    [outer] = find_quotations(text)
    [inner] = outer.inside
    assert text[inner.start : inner.end] == "„Agrā”"
    assert (outer.start, outer.end) == (0, len(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rīta ausma", "Rīta ausma"),
        ('Rīta "ausma"', "Rīta „ausma”"),
        ("Rīta «ausma» un “vakars”", "Rīta „ausma” un „vakars”"),
        ("Rīta   ausma", "Rīta ausma"),
    ],
)
def test_marks_inside_a_name_are_led_to_one_style(name: str, expected: str) -> None:
    assert plain_marks(name) == expected


@given(st.text(alphabet="ab Ā„“”\"«»,,'’.( )", max_size=60))
def test_quotations_lie_in_the_text_and_apart(text: str) -> None:
    last = 0
    for quotation in find_quotations(text):
        assert last <= quotation.start < quotation.inner_start <= quotation.inner_end <= quotation.end <= len(text)
        assert all(quotation.start < q.start and q.end <= quotation.end for q in quotation.inside)
        last = quotation.end
