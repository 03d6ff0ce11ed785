"""Rich Text: what of its control words is text, and where that text stands."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import DamagedFileError, EmptyFileError, ReadError, TooLongError
from extract.model import BlockKind, Cell
from extract.readers import read_document
from extract.readers.rtf import read_rtf
from word_markup import shown

HEAD = r"{\rtf1\ansi\ansicpg1257\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset186 Arial;}{\f2\fcharset2 Wingdings;}"
HEAD += r"{\f3\fcharset204 Arial Cyr;}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Virsraksts 1;}{\s2 heading 2;}}"


def rtf(body: str) -> bytes:
    return (HEAD + body + "}").encode("cp1257")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Divi {\b b\'e7rni} dzied", "Divi bērni dzied"),
        (r"\f1 Talsu b\'e7rni", "Talsu bērni"),
        ("\\f1 Talsu bērni", "Talsu bērni"),
        (r"\f3 \'cc\'ee\'f1\'ea\'e2\'e0", "Москва"),
        (r"b\u275\'e7rni un \u8222?\uc0\u257 b", "bērni un „āb"),
        (r"\u-10179?\u-8704? emocija", "😀 emocija"),
        (r"a\tab b\~c\_d pie\-redze", "a b c-d pieredze"),
        (r"\ldblquote Saule\rdblquote  2021\endash 2022", "“Saule” 2021–2022"),
        (r"\f2 \'fe\f0  ir", "☒ ir"),
        (r"redzams{\v  pasl\'e7pts}", "redzams"),
        (r"Bija {\deleted divi }{\revised tr\'ees }sv\'e7tki", "Bija trīs svētki"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt vietne}} skan", "vietne skan"),
        (r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1{\*\ffname x}}}}{\fldrslt}} ir", "☒ ir"),
        (r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres0}}}{\fldrslt}} nav", "☐ nav"),
        (r"{\v{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1}}}}}ir", "ir"),
        (r"{\field{\*\fldinst FORMTEXT {\*\formfield{\fftype0\ffres0}}}{\fldrslt Anna}}", "Anna"),
        (r"vieta{\mvf  vec\'e2}", "vieta"),
        (r"{\*\unknown nekas}teksts{\pict 0102ff}", "teksts"),
        (r"{\*\shppict{\pict\bin5 }}{}}}}teksts", "teksts"),
        (r"\{iekavas\} \\", "{iekavas} \\"),
        (r"{\upr{?}{\*\ud{\u257\'3f}}}bols", "ābols"),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(body: str, expected: str) -> None:
    assert read_rtf(rtf(body + r"\par"), "v.rtf").text == expected


def test_list_numbers_are_markers() -> None:
    body = r"\pard\ls1{\listtext\tab 1.\tab}Koncerts\par\pard\ls1\ilvl1{\listtext a)\tab}izst\'e2de\par"
    body += r"\pard{\pntext\f2\'b7\tab}dzied\'e2\'f0ana\par\pard 2. Pasaku diena\par"
    document = read_rtf(rtf(body), "v.rtf")
    found = [(b.kind, b.marker, b.level, document.text[b.start : b.end]) for b in document.blocks]
    assert found == [
        ("list_item", "1.", 0, "Koncerts"),
        ("list_item", "a)", 1, "izstāde"),
        ("list_item", "•", 0, "dziedāšana"),
        ("list_item", "2.", 0, "Pasaku diena"),
    ]


def test_headings_by_style_and_look() -> None:
    body = r"\pard\s1 Pirmais\par\pard\s2 Otrais\par\pard{\b Izgl\'eet\'eeba}\par\pard Notika daudz koncertu.\par"
    document = read_rtf(rtf(body), "v.rtf")
    assert [(b.kind, b.level) for b in document.blocks] == [
        ("heading", 0), ("heading", 1), ("heading", 0), ("paragraph", 0)
    ]  # fmt: skip


def test_cells_stand_in_the_grid() -> None:
    body = r"Pirms\par\trowd\clvmgf\cellx1000\cellx2000\cellx3000\pard\intbl A\cell B\par B2\cell C\cell\row"
    body += r"\trowd\clvmrg\cellx1000\cellx3010\pard\intbl\cell D\cell\row\pard P\'e7c\par"
    document = read_rtf(rtf(body), "v.rtf")
    assert [(document.text[b.start : b.end], b.cell) for b in document.blocks] == [
        ("Pirms", None), ("A", Cell(0, 0, 0)), ("B", Cell(0, 0, 1)), ("B2", Cell(0, 0, 1)), ("C", Cell(0, 0, 2)),
        ("D", Cell(0, 1, 1)), ("Pēc", None),
    ]  # fmt: skip


def test_table_in_a_cell() -> None:
    body = r"\trowd\cellx1000\cellx2000\pard\intbl A\par\pard\intbl\itap2 x\nestcell y\nestcell"
    body += r"{\*\nesttableprops\trowd\cellx100\cellx200\nestrow}{\nonesttables\par}\pard\intbl\cell B\cell"
    body += r"\trowd\cellx1000\cellx2000\row\pard z\par"
    document = read_rtf(rtf(body), "v.rtf")
    assert [(document.text[b.start : b.end], b.cell) for b in document.blocks] == [
        ("A", Cell(0, 0, 0)), ("x", Cell(1, 0, 0)), ("y", Cell(1, 0, 1)), ("B", Cell(0, 0, 1)), ("z", None),
    ]  # fmt: skip


def test_stories_beside_the_body() -> None:
    body = r"{\header\pard Galva\par}{\headerf\pard Pirm\'e2\par}{\footer\pard K\'e2ja\par}"
    body += r"Teksts{\footnote\pard Piez\'eeme.\par}{\*\annotation\pard Koment\'e2rs\par} beidzas\par"
    body += r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard R\'e2m\'eet\'eb\par}}{\shprslt Cits}}Gals\par"
    document = read_rtf(rtf(body), "v.rtf")
    assert shown(document, BlockKind.HEADER) == ["Pirmā", "Galva"]
    assert shown(document, BlockKind.PARAGRAPH) == ["Teksts beidzas", "Gals", "Rāmītė"]
    assert shown(document, BlockKind.FOOTNOTE) == ["Piezīme."]
    assert shown(document, BlockKind.FOOTER) == ["Kāja"]
    assert shown(document, BlockKind.COMMENT) == ["Komentārs"]


def test_text_boxes_follow_the_paragraph_that_they_are_anchored_in() -> None:
    box = r"{\shp{\*\shpinst{\shptxt\pard B\'e7rni\par}}{\shprslt{\*\do{\dptxbxtext\pard B\'e7rni\par}}}}"
    body = rf"Ar {box}enkuru.\par Un {{\*\do\dobxcolumn{{\dptxbxtext\pard Veca\par}}}}cits.\par"
    assert shown(read_rtf(rtf(body), "v.rtf")) == ["Ar enkuru.", "Bērni", "Un cits.", "Veca"]
    body = rf"\trowd\cellx100\cellx200\pard\intbl {box}\cell b\cell\row\pard z\par"
    assert [b.cell for b in read_rtf(rtf(body), "v.rtf").blocks] == [Cell(0, 0, 0), Cell(0, 0, 1), None]


def test_style_based_on_a_heading_and_last_paragraph_without_an_end() -> None:
    head = r"{\rtf1{\stylesheet{\s0 Normal;}{\s3\sbasedon2 Mans;}{\s2\sbasedon0 heading 2;}{\s4\sbasedon4 Aplis;}}"
    body = r"\pard\s3 Skola\par\pard\s4 Notika daudz koncertu.\par\pard\s2 Beigas}"
    document = read_rtf((head + body).encode("ascii"), "v.rtf")
    assert [(b.kind, b.level) for b in document.blocks] == [("heading", 1), ("paragraph", 0), ("heading", 1)]


def test_style_of_characters_named_as_a_heading_makes_no_paragraph_one() -> None:
    head = r"{\rtf1{\stylesheet{\s0 Normal;}{\s7 Teksts;}{\*\cs8 heading 1 Char;}{\*\cs9 heading 2;}{\s5 heading 1,N;}}"
    body = r"\pard\s7 Notika daudz koncertu\par\pard\s5 Beigas\par}"
    document = read_rtf((head + body).encode("ascii"), "v.rtf")
    assert [b.kind for b in document.blocks] == ["paragraph", "heading"]


def test_text_without_end_is_refused_while_it_is_read() -> None:
    with pytest.raises(TooLongError, match=r"v\.rtf has more than"):
        read_rtf(rtf(r"aaaaaaaaaaaaaaaaaaaa\par " * 60_000), "v.rtf")


def test_code_page_of_latvian_standard() -> None:
    assert read_rtf(rb"{\rtf1\ansi\ansicpg28603 b\'e7rni\par}", "v.rtf").text == "bērni"


def test_deleted_end_of_a_paragraph_joins_with_the_next() -> None:
    assert read_rtf(rtf(r"B\'e7rni{\deleted\par}\pard dzied.\par"), "v.rtf").text == "Bērnidzied."


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        (r"pirms\par p\'e7c\par", False),
        (r"pirms\par {\b p\'e7c\par", True),  # one more bracket is left open
        (r"pirms\par}p\'e7c\par {", True),  # the document ends before its last words
        (r"pirms\par p\'e7c\par}", False),  # one bracket more at the end, as some programs write
    ],
)
def test_brackets_that_do_not_match_are_told_of(body: str, is_told: bool) -> None:
    document = read_rtf(rtf(body), "v.rtf")
    assert document.text == "pirms\npēc"
    assert ["brackets of v.rtf do not match" in str(notice) for notice in document.notices] == [True] * is_told


def test_cut_off_and_empty() -> None:
    with pytest.raises(DamagedFileError, match=r"v\.rtf is damaged"):
        read_rtf(rtf(r"Teksts\par")[:-3], "v.rtf")
    with pytest.raises(EmptyFileError, match=r"v\.rtf has no text"):
        read_rtf(rtf(r"\par{\header Galva\par}"), "v.rtf")
    with pytest.raises(DamagedFileError):
        read_rtf(rtf("{" * 5000 + "x" + "}" * 5000), "v.rtf")


WORDS = (
    r"{ } \par \cell \row \nestcell \nestrow \trowd \cellx100 \cellx99 \intbl \itap2 \itap999 \pard "
    r"\plain {\footnote {\header {\listtext {\*\x {\shptxt {\pict \bin3 \u275? \u-1 \'e7 \'zz \uc9 \deleted "
    r"\v \f1 \f99 \s1 \ls1 \ilvl99 {\fonttbl {\stylesheet \ansicpg99999 \fcharset204 {\upr {\*\ud teksts Bērni. "
    r"\line \sect \* \~ \- {\field "
)
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=200)
def test_any_words_give_a_document_whose_parts_agree(pieces: list[str]) -> None:
    try:
        document = read_rtf(rtf(" ".join(pieces)), "v.rtf")
    except ReadError:
        return
    text = document.text
    assert "\n".join(text[block.start : block.end] for block in document.blocks) == text


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("apache+tika__testOptionalHyphen.rtf", "optionalhyphen"),
        ("apache+tika__testRTFCorruptListOverride.rtf", "Apples can be green or red."),
        ("apache+tika__testRTFWord2010CzechCharacters.rtf", "Článek týdne"),
    ],
)
def test_hard_files(shared: Path, file: str, words: str) -> None:
    assert words in read_document(shared / "hard" / file).text


@pytest.mark.shared
def test_binary_data_is_no_text(shared: Path) -> None:
    with pytest.raises(EmptyFileError):  # a picture alone
        read_document(shared / "hard" / "apache+tika__testBinControlWord.rtf")


def test_one_nested_without_end_is_told_as_such() -> None:
    with pytest.raises(DamagedFileError, match=r"v\.rtf is nested deeper than any letter"):
        read_rtf(b"{\\rtf1 " + b"{" * 5000 + b"x" + b"}" * 5000 + b"}", "v.rtf")
