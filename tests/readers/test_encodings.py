"""The encoding of plain text."""

import codecs

import pytest

from extract.errors import DamagedFileError
from extract.readers.encodings import decode

LETTER = (
    "Jūras novada pašvaldība informē: „Ģimeņu diena” notika š.g. 3. maijā, piedalījās četrdesmit bērnu — "
    "āēīūčģķļņšž ĀĒĪŪČĢĶĻŅŠŽ – 20 °C, 15 € un 5½."
)
PLAIN = LETTER.replace("½", "").replace("—", "-").replace("€", "eiro").replace("–", "-")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
        ("cp1257", b""),
    ],
)
def test_encodings(encoding: str, mark: bytes) -> None:
    assert decode(mark + LETTER.encode(encoding), "v.txt") == (LETTER, None)


def test_iso_8859_13_where_windows_1257_has_no_sign() -> None:
    assert decode(PLAIN.encode("iso8859-13"), "v.txt") == (PLAIN, None)


@pytest.mark.parametrize(
    "word", ["Rīga", "mežā", "čiekurs", "ģimenē", "šķūnis", "ļoti", "ņem", "žagars", "ķēve", "ĀBOLS"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1257", "utf-16-le", "utf-16"])
def test_short_texts(word: str, encoding: str) -> None:
    assert decode(f"{word} ir vārds".encode(encoding), "v.txt")[0] == f"{word} ir vārds"


def test_broken_character_is_told_of() -> None:
    data = (LETTER * 3).encode().replace("ģ".encode(), b"\xc4", 1)
    text, notice = decode(data, "v.txt")
    assert text.count("\ufffd") == 1
    assert str(notice) == "Characters of v.txt that are broken and could not be read: 1."


@pytest.mark.parametrize("tail", [b"\x1a", b"\0\0\0"])
def test_end_of_file_marks_are_dropped(tail: bytes) -> None:
    assert decode(b"Teksts" + tail, "v.txt")[0] == "Teksts"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"ab\0cd" * 50, b"\x01\x02\x03teksts" * 9, b"\x7fELF\x02\x01\x01" + b"\x05" * 90]
)
def test_binary_content(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match=r"v\.txt"):
        decode(data, "v.txt")
