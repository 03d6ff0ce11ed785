"""Plain text to paragraphs, headings, list items and tables."""

import textwrap

import pytest

from extract.errors import DamagedFileError, EmptyFileError
from extract.model import BlockKind, Document
from extract.readers.plain import read_plain

LONG = (
    "Pagājušajā gadā Jūras novadā notika vairāk nekā desmit pasākumu, kuros kopā ar pārējiem iedzīvotājiem piedalījās "
    "arī romu bērni un jaunieši. Skolotāja palīgs strādāja divās skolās, un viņas darbs tika novērtēts ļoti labi. "
    "Nākamajā gadā nodarbības turpināsies, jo vecāki to lūdz."
)
OTHER = "Sociālais dienests ģimenēm palīdzēja ar malku un pārtiku, kā arī ar padomu, kur meklēt darbu un kur mācīties."


def read(text: str) -> Document:
    return read_plain(text.encode(), "v.txt")


def shown(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def kinds(document: Document) -> list[tuple[BlockKind, str | None, str]]:
    return [(b.kind, b.marker, document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_a_paragraph(newline: str) -> None:
    document = read(newline.join(["Jūras novads", "Krasta iela 1", "", LONG, OTHER, "Ar cieņu", "vadītāja vietniece"]))
    assert shown(document) == ["Jūras novads", "Krasta iela 1", LONG, OTHER, "Ar cieņu", "vadītāja vietniece"]
    assert [b.paragraph for b in document.blocks] == [0, 1, 2, 3, 4, 5]
    assert [b.page for b in document.blocks] == [None] * 6


@pytest.mark.parametrize("width", [50, 60, 66, 72, 78, 80])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_wrapped_lines_are_joined(width: int, gap: str) -> None:
    text = gap.join(textwrap.fill(paragraph, width) for paragraph in (LONG, OTHER, LONG))
    assert shown(read(text))[0].startswith(LONG)
    assert read(text).text.replace("\n", " ") == f"{LONG} {OTHER} {LONG}"


@pytest.mark.parametrize("width", [60, 72])
def test_first_lines_set_in(width: int) -> None:
    text = "\n".join(textwrap.fill(paragraph, width, initial_indent="    ") for paragraph in (LONG, OTHER, LONG))
    assert shown(read(text)) == [LONG, OTHER, LONG]


def test_letterhead_above_wrapped_text() -> None:
    head = "             JŪRAS NOVADA PAŠVALDĪBA\n             Krasta iela 1, Jūrciems\n\n"
    assert shown(read(head + textwrap.fill(LONG, 70))) == ["JŪRAS NOVADA PAŠVALDĪBA", "Krasta iela 1, Jūrciems", LONG]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Skolotāja palīgs strādāja kopā ar visiem bērniem un viņu ve-", "cākiem.", "viņu vecākiem."),
        ("Sīkāku informāciju par pasākumiem un nodarbībām var saņemt pa e-", "pastu.", "pa e-pastu."),
        ("Aptauja ilga visu vasaru un notika no jūnija līdz augustam 2021.-", "2022. gadā.", "2021.-2022. gadā."),
        ("Pasākumos piedalījās bērni, jaunieši un vecāki no visa nova\u00ad", "da.", "visa novada."),
    ],
)
def test_word_broken_at_the_end_of_a_line(first: str, second: str, expected: str) -> None:
    assert read(f"{first}\n{second}").text.endswith(expected)


def test_broken_word_is_spelt_as_the_letter_spells_it_elsewhere() -> None:
    text = (
        "Koncertā spēlēja romu-latviešu ansamblis.\n\nVisiem klausītājiem ļoti patika arī otrs romu-\nlatviešu koris."
    )
    assert read(text).text.endswith("otrs romu-latviešu koris.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- viens;\n- divi;\n- trīs.", [("-", "viens;"), ("-", "divi;"), ("-", "trīs.")]),
        ("1) viens;\n2) divi.", [("1)", "viens;"), ("2)", "divi.")]),
        ("1. Viens\n2. Divi\n2.1. Apakšā", [("1.", "Viens"), ("2.", "Divi"), ("2.1.", "Apakšā")]),
        ("\t• viens\n\t• divi", [("•", "viens"), ("•", "divi")]),
        ("a) viens\n\nb) divi", [("a)", "viens"), ("b)", "divi")]),
    ],
)
def test_list_items(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read(text)) == [(BlockKind.LIST_ITEM, marker, item) for marker, item in expected]


def test_levels_of_typed_numbers() -> None:
    assert [b.level for b in read("1. Viens\n1.1. Divi\n1.1.1. Trīs").blocks] == [0, 1, 2]


def test_wrapped_list_item() -> None:
    item = "sniegtas konsultācijas vecākiem par bērnu tiesībām un par to, kā pieteikties pabalstiem novadā un pilsētā"
    text = "\n".join(textwrap.fill(f"- {item}", 60, subsequent_indent="  ") for _ in range(3))
    assert kinds(read(text)) == [(BlockKind.LIST_ITEM, "-", item)] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Nometne ilga no 2021. gada 24. jūnija līdz pat tā paša gada\n31. jūlijam, un to vadīja divas skolotājas.",
        "Novada dome atbalstīja vairākus svētkus, no kuriem lielākie\n– kultūras dienas – pulcēja ļoti daudz ļaužu.",
        "Atbalsts ģimenēm tika sniegts visu gadu un to saņēma visas (skat.\n2. pielikumu), kas to bija lūgušas.",
    ],
)
def test_sign_that_wrapping_brought_to_the_start_is_no_marker(text: str) -> None:
    document = read(f"{textwrap.fill(LONG, text.index(chr(10)))}\n\n{text}")
    assert shown(document) == [LONG, text.replace("\n", " ")]


@pytest.mark.parametrize(
    ("text", "heading", "marker"),
    [
        ("IZGLĪTĪBA\n\n" + LONG, "IZGLĪTĪBA", None),
        ("2. VESELĪBAS JOMA\n" + LONG, "VESELĪBAS JOMA", "2."),
        ("Izglītība\n=========\n" + LONG, "Izglītība", None),
        ("Izglītība\n---------\n" + LONG, "Izglītība", None),
        ("Izglītības jomā:\n" + LONG, "Izglītības jomā:", None),
    ],
)
def test_headings(text: str, heading: str, marker: str | None) -> None:
    assert kinds(read(text)) == [(BlockKind.HEADING, marker, heading), (BlockKind.PARAGRAPH, None, LONG)]


@pytest.mark.parametrize(
    "text",
    [
        "Notika šādi pasākumi:\n- koncerts\n- balle",
        "Piedalījās 12 bērni:\n" + LONG,
        "Ar cieņu\n\nA. Kļaviņa",
        "*ŠĪ RINDA IR PAR PARAKSTU*",
        "NVO",
        LONG + "\n---------------------\n" + LONG,
    ],
)
def test_no_headings(text: str) -> None:
    assert BlockKind.HEADING not in {b.kind for b in read(text).blocks}


def test_rules_part_and_are_no_text() -> None:
    assert shown(read(f"{LONG}\n\n______________\n\n{OTHER}\n* * *\n")) == [LONG, OTHER]


@pytest.mark.parametrize("number", ["2", "- 2 -", "2.", "2. lpp.", "lpp. 2", "Page 2", "2/3", "Lapa 2 no 3", "2 lpp"])
def test_page_number_after_a_form_feed_is_footer(number: str) -> None:
    wrapped = textwrap.fill(LONG, 60).split("\n")
    text = "\n".join(wrapped[:3]) + f"\n\f{number}\n" + "\n".join(wrapped[3:])
    document = read(text)
    assert kinds(document) == [(BlockKind.PARAGRAPH, None, LONG), (BlockKind.FOOTER, None, number)]


def test_page_number_before_a_form_feed_is_footer() -> None:
    assert [kind for kind, *_ in kinds(read(f"{LONG}\n\n1\n\f{OTHER}\n\n2\n"))] == [
        BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.FOOTER, BlockKind.FOOTER,
    ]  # fmt: skip


def test_number_in_a_file_without_pages_is_text() -> None:
    assert kinds(read(f"{LONG}\n\n2"))[-1] == (BlockKind.PARAGRAPH, None, "2")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1257"])
def test_encodings(encoding: str) -> None:
    assert read_plain(f"Ķekava\n{LONG}".encode(encoding), "v.txt").text == f"Ķekava\n{LONG}"


def test_broken_character_gives_a_notice() -> None:
    document = read_plain(LONG.encode().replace("ū".encode(), b"\xc5", 1), "v.txt")
    assert [str(notice) for notice in document.notices] == [
        "Characters of v.txt that are broken and could not be read: 1."
    ]


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf", "\ufeff \n\t\u00a0".encode(), "\u200b".encode("utf-16"), b"----\n===="]
)
def test_without_text(data: bytes) -> None:
    with pytest.raises(EmptyFileError, match=r"v\.txt is empty"):
        read_plain(data, "v.txt")


def test_binary() -> None:
    with pytest.raises(DamagedFileError):
        read_plain(bytes(range(256)), "v.txt")
