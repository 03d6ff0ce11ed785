"""The numbers of lists as Word shows them."""

from collections.abc import Callable

import pytest

from extract.model import BlockKind
from extract.readers.list_numbers import format_number
from extract.readers.word import read_word

MakeWord = Callable[..., bytes]


def level(index: int, text: str, format: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identity: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int, override: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def item(num_id: int | None, depth: int | None = 0, text: str = "punkts", style: str = "") -> str:
    numbering = "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    indent = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    properties = f"<w:numPr>{indent}{numbering}</w:numPr>" if numbering or indent else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


OUTLINE = abstract(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3."))


@pytest.mark.parametrize(
    ("numbering", "items", "expected"),
    [
        (abstract(0, level(0, "%1.")) + num(1, 0), [(1, 0)] * 3, ["1.", "2.", "3."]),
        (abstract(0, level(0, "%1)", "lowerLetter")) + num(1, 0), [(1, 0)] * 3, ["a)", "b)", "c)"]),
        (abstract(0, level(0, "%1)", "upperLetter")) + num(1, 0), [(1, 0)] * 2, ["A)", "B)"]),
        (abstract(0, level(0, "%1.", "upperRoman")) + num(1, 0), [(1, 0)] * 4, ["I.", "II.", "III.", "IV."]),
        (abstract(0, level(0, "(%1)", "lowerRoman")) + num(1, 0), [(1, 0)] * 2, ["(i)", "(ii)"]),
        (abstract(0, level(0, "%1", "decimalZero")) + num(1, 0), [(1, 0)] * 2, ["01", "02"]),
        (abstract(0, level(0, "%1.", start=5)) + num(1, 0), [(1, 0)] * 2, ["5.", "6."]),
        (abstract(0, level(0, "%1.", start=0)) + num(1, 0), [(1, 0)] * 2, ["0.", "1."]),
        (abstract(0, level(0, "%1. jautājums")) + num(1, 0), [(1, 0)], ["1. jautājums"]),
        (abstract(0, level(0, "\uf0b7", "bullet")) + num(1, 0), [(1, 0)], ["•"]),
        (abstract(0, level(0, "–", "bullet")) + num(1, 0), [(1, 0)], ["–"]),
        (abstract(0, level(0, "o", "bullet")) + num(1, 0), [(1, 0)], ["o"]),
        (abstract(0, level(0, "%1.", "none")) + num(1, 0), [(1, 0)], ["."]),
        (OUTLINE + num(1, 0), [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)],
         ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1."]),
        (OUTLINE + num(1, 0), [(1, 1), (1, 0), (1, 1)], ["1.1.", "1.", "1.1."]),
        (OUTLINE + num(1, 0) + num(2, 0), [(1, 0), (2, 0), (1, 0)], ["1.", "2.", "3."]),
        (OUTLINE + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
         [(1, 0), (1, 0), (2, 0), (2, 0)], ["1.", "2.", "1.", "2."]),
        (OUTLINE + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
         [(1, 0), (2, 0), (2, 0)], ["1.", "7.", "8."]),
        (OUTLINE + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter")}</w:lvlOverride>'),
         [(1, 0), (1, 0)], ["a)", "b)"]),
        (abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2.")) + num(1, 0), [(1, 0), (1, 1)], ["I.", "I.1."]),
        (abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2.", more="<w:isLgl/>")) + num(1, 0),
         [(1, 0), (1, 1)], ["I.", "1.1."]),
        (abstract(0, level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + num(1, 0),
         [(1, 0), (1, 1), (1, 0), (1, 1)], ["1.", "1)", "2.", "2)"]),
        (abstract(0, level(0, "%1."), level(1, "%2."), level(2, "%3)", more='<w:lvlRestart w:val="1"/>')) + num(1, 0),
         [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)], ["1.", "1.", "1)", "2.", "2)", "2.", "1)"]),
        (abstract(0, level(0, "%1.")) + num(1, 0) + abstract(3, level(0, "%1)")) + num(2, 3),
         [(1, 0), (2, 0), (1, 0), (2, 0)], ["1.", "1)", "2.", "2)"]),
    ],
)  # fmt: skip
def test_markers(make_word: MakeWord, numbering: str, items: list[tuple[int, int]], expected: list[str]) -> None:
    body = "".join(item(num_id, depth) for num_id, depth in items)
    document = read_word(make_word(body, numbering=numbering), "v.docx")
    assert [block.marker for block in document.blocks] == expected
    assert [block.level for block in document.blocks] == [depth for _, depth in items]
    assert {block.kind for block in document.blocks} == {BlockKind.LIST_ITEM}
    assert set(document.text.split("\n")) == {"punkts"}


def test_blank_item_is_counted_as_word_does(make_word: MakeWord) -> None:
    body = item(1) + item(1, text="") + item(1)
    document = read_word(make_word(body, numbering=OUTLINE + num(1, 0)), "v.docx")
    assert [block.marker for block in document.blocks] == ["1.", "3."]


@pytest.mark.parametrize(
    ("style", "paragraph"),
    [
        ('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', item(None, None, style="Derived")),
        ('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>', item(None, None, style="Base")),
        ("", item(1, style="Derived")),
    ],
)
def test_number_from_a_style(make_word: MakeWord, style: str, paragraph: str) -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/>{style}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Derived"><w:name w:val="Derived"/><w:basedOn w:val="Base"/></w:style>'
    )
    document = read_word(make_word(paragraph * 2, styles=styles, numbering=OUTLINE + num(1, 0)), "v.docx")
    assert [block.marker for block in document.blocks] == ["1.", "2."]


def test_level_that_names_its_style(make_word: MakeWord) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{i}"><w:name w:val="heading {i}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for i in (1, 2)
    )
    numbering = abstract(
        0, level(0, "%1.", more='<w:pStyle w:val="H1"/>'), level(1, "%1.%2.", more='<w:pStyle w:val="H2"/>')
    )
    body = item(None, None, style="H1") + item(None, None, style="H2") + item(None, None, style="H2")
    document = read_word(make_word(body, styles=styles, numbering=numbering + num(1, 0)), "v.docx")
    assert [(b.kind, b.marker, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, "1.", 0),
        (BlockKind.HEADING, "1.1.", 1),
        (BlockKind.HEADING, "1.2.", 1),
    ]


def test_list_defined_by_a_list_style(make_word: MakeWord) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Mans"><w:name w:val="Mans"/>'
        '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Mans"/></w:abstractNum>'
        + abstract(5, level(0, "%1)", "lowerLetter")) + num(1, 0) + num(9, 5)
    )  # fmt: skip
    document = read_word(make_word(item(1) * 2, styles=styles, numbering=numbering), "v.docx")
    assert [block.marker for block in document.blocks] == ["a)", "b)"]


def test_list_taken_off_a_paragraph(make_word: MakeWord) -> None:
    document = read_word(make_word(item(0) + item(77), numbering=OUTLINE + num(1, 0)), "v.docx")
    assert [(block.kind, block.marker) for block in document.blocks] == [(BlockKind.PARAGRAPH, None)] * 2


@pytest.mark.parametrize("wrong", ['w:ilvl="x"', 'w:ilvl="-1"', 'w:ilvl="900"', ""])
def test_broken_definitions_are_passed_over(make_word: MakeWord, wrong: str) -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0"><w:lvl {wrong}><w:lvlText w:val="%9"/></w:lvl></w:abstractNum>'
    body = item(1) + item(1, 44)
    document = read_word(make_word(body, numbering=numbering + num(1, 0)), "v.docx")
    assert document.text == "punkts\npunkts"


@pytest.mark.parametrize(
    ("value", "format", "expected"),
    [
        (1, "lowerLetter", "a"), (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (53, "upperLetter", "AAA"),
        (0, "lowerLetter", "0"), (10**9, "lowerLetter", "1000000000"),
        (4, "upperRoman", "IV"), (9, "lowerRoman", "ix"), (14, "upperRoman", "XIV"), (40, "upperRoman", "XL"),
        (49, "upperRoman", "XLIX"), (90, "upperRoman", "XC"), (1994, "upperRoman", "MCMXCIV"), (0, "upperRoman", "0"),
        (4000, "upperRoman", "4000"), (7, "decimal", "7"), (7, "decimalZero", "07"), (12, "decimalZero", "12"),
        (3, "none", ""), (3, "ordinal", "3."), (3, "cardinalText", "3"),
    ],
)  # fmt: skip
def test_format_number(value: int, format: str, expected: str) -> None:
    assert format_number(value, format) == expected
