"""What the whole way from bytes to findings tells beside what its rooms do."""

import pytest

from arrival_files import make_letter, make_mail, make_zip
from extract.codebook import load_codebook
from extract.errors import ReadError
from extract.latvian.language import load_language
from extract.model import Extraction, PartRole
from extract.pipeline import extract_document
from extract.readers.dispatch import read_bytes

LETTER = make_letter("Talsu novada pašvaldība", "2022. gadā notika trīs nodarbības.")
COVER = "Labdien!\n\nPielikumā nosūtām pašvaldības atbildi uz Jūsu vēstuli.\n\nAr cieņu\nLietvedība\n"


def extract(data: bytes, name: str) -> Extraction:
    return extract_document(read_bytes(data, name), load_codebook(), load_language())


@pytest.mark.parametrize(
    ("attached", "cause", "advice"),
    [
        ({"v.edoc": LETTER[:5000]}, "pasts.eml › v.edoc is damaged", "ask the sender for the letter once more"),
        ({"v.pdf": b" "}, "pasts.eml › v.pdf is empty.", "Ask the sender for the letter once more."),
        ({"a.zip": make_zip({"v.rar": b"Rar!\x1a\x07\x00"})}, "a.zip › v.rar is a packed archive", "Unpack it"),
        ({"v.pdf": b" ", "w.edoc": LETTER[:5000]}, "w.edoc is damaged", "Ask the sender for the letter once more."),
    ],
)
def test_a_message_whose_letter_cannot_be_read_is_a_letter_that_cannot_be_read(
    attached: dict[str, bytes], cause: str, advice: str
) -> None:
    with pytest.raises(ReadError) as caught:
        extract(make_mail(COVER, attached).as_bytes(), "pasts.eml")
    assert cause in str(caught.value.cause)
    assert advice in str(caught.value.advice)


def test_what_else_came_with_the_message_is_kept() -> None:
    mail = make_mail(COVER, {"v.docx": LETTER, "w.edoc": LETTER[:5000]})
    extraction = extract(mail.as_bytes(), "pasts.eml")
    assert [part.role for part in extraction.letter.document.parts] == [
        PartRole.COVER,
        PartRole.LETTER,
        PartRole.UNREADABLE,
    ]
    assert [record.statement.text for record in extraction.records] == ["2022. gadā notika trīs nodarbības."]
