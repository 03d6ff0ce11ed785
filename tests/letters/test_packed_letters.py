"""A letter tells the same whether it comes by itself, with a mail, in a signed container, or in both."""

from collections.abc import Callable
from pathlib import Path

import pytest

from arrival_files import make_container, make_mail, make_zip, sign
from extract.codebook import Codebook
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.model import Letter
from extract.readers.dispatch import read_bytes

LETTERS = sorted((Path(__file__).resolve().parents[2] / "corpus" / "files").iterdir())
MAIL = "Labdien!\n\nPielikumā nosūtām pašvaldības atbildi uz Jūsu vēstuli.\n\nAr cieņu\nLietvedība\n"
Pack = Callable[[str, bytes], bytes]


def in_mail(name: str, data: bytes) -> bytes:
    return make_mail(MAIL, {name: data}).as_bytes()


def signed(name: str, data: bytes) -> bytes:
    return make_container({name: data}, [sign({name: data})])


def in_both(name: str, data: bytes) -> bytes:
    return make_mail(MAIL, {"atbilde.edoc": signed(name, data)}).as_bytes()


def in_archive(name: str, data: bytes) -> bytes:
    return make_zip({name: data})


def told(letter: Letter) -> list[tuple[str, str | None, str | None, int | None]]:
    """What the statements are, what they stand under, and on which page."""
    document = letter.document
    return [
        (
            statement.text,
            statement.heading.quote if statement.heading else None,
            statement.lead_in.quote if statement.lead_in else None,
            document.evidence(statement.start, statement.end).page,
        )
        for statement in letter.statements
    ]


@pytest.mark.parametrize(
    ("pack", "name"), [(in_mail, "a.eml"), (signed, "a.edoc"), (in_both, "a.eml"), (in_archive, "a.zip")]
)
@pytest.mark.parametrize("file", LETTERS[::4], ids=lambda file: file.name)
def test_a_packed_letter_tells_what_it_tells_by_itself(codebook: Codebook, file: Path, pack: Pack, name: str) -> None:
    data = file.read_bytes()
    alone = read_letter(read_bytes(data, file.name), codebook, load_language())
    packed = read_letter(read_bytes(pack(file.name, data), name), codebook, load_language())
    assert packed.document.name == name
    assert told(packed) == told(alone)
    assert packed.layout == alone.layout
    assert packed.notices == ()
    for field in ("letter_date", "letter_number", "reporting_years", "respondent"):
        found, expected = getattr(packed.frame, field), getattr(alone.frame, field)
        assert (found.value if found else None) == (expected.value if expected else None), field
