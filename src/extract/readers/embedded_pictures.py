"""Pictures within letters that flow without pages (DOCX, ODT, RTF, DOC): those large enough to hold text are read.

Each becomes a part of its own beside the letter's text, as a picture that came with it in a mail would.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from extract.errors import DamagedFileError, EmptyFileError, ReadError, UnsupportedFormatError
from extract.model import Document, Message
from extract.readers.members import Container, Member, last_name, shown_path
from extract.readers.merging import Merger
from extract.readers.picture_sizes import may_hold_text
from extract.readers.sniff import Format, sniff_format

#: Pictures of one letter that are read; a recognised page takes some two seconds. What lies beyond is told of.
MAX_PICTURES = 40
#: Width and height in points.
_A4 = (595.0, 842.0)


#: Width and height in points as shown; None where a letter does not tell.
Size = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class EmbeddedPicture:
    """A picture in a letter: the name of its file, and its bytes, which are none where they cannot be got at."""

    name: str
    data: bytes


def is_large(size: Size) -> bool:
    """Whether a picture of this size may hold text: logos, stamps and signatures are smaller."""
    return size is None or may_hold_text(*size, _A4)


def bytes_of(read: Callable[[], bytes | None]) -> bytes:
    """The bytes of a picture; none where they are spoilt, which is no reason not to read the letter."""
    try:
        return read() or b""
    except ReadError:
        return b""


@dataclass(frozen=True, slots=True)
class Flowing:
    """A letter that was read, or the error that its body has no text, and the large pictures in its body."""

    document: Document | EmptyFileError
    pictures: Sequence[EmbeddedPicture] = ()

    def text(self) -> Document:
        """The letter without its pictures. Raises EmptyFileError."""
        if isinstance(self.document, EmptyFileError):
            raise self.document
        return self.document


def read_with_pictures(letter: Flowing, data: bytes, name: str, format_: str) -> Document:
    """The letter, with the large pictures in it as further parts.

    Raises EmptyFileError where neither its body nor any picture has text.
    """
    if not letter.pictures:
        return letter.text()
    document = letter.document
    if isinstance(document, EmptyFileError):
        document = Document(name, hashlib.sha256(data).hexdigest(), format_, "", ())
    merger = Merger()
    merger.add_read(Member(last_name(name), data), document.format, (), document)
    for number, picture in enumerate(distinct(letter.pictures)):
        member = Member(picture.name, picture.data)
        try:
            merger.add_read(member, Format.IMAGE, (), _read(picture, shown_path((name, picture.name)), number))
        except ReadError as error:
            merger.add_unreadable(member, (), error)
    read = merger.build(name, document.sha256, document.format)
    if not read.text:
        letter.text()
    return read


def open_pictures(data: bytes, name: str, format_: Format) -> Container | None:
    """The large pictures in a letter as the members of a container; None for other formats. Raises ReadError."""
    letter = open_letter(data, name, format_)
    if letter is None:
        return None
    return Container(format_, [Member(picture.name, picture.data) for picture in distinct(letter.pictures)])


def open_letter(data: bytes, name: str, format_: Format) -> Flowing | None:
    """A letter that flows without pages, with the pictures in it; None for other formats. Raises ReadError."""
    # Each reader brings its library, which takes a while to load: only the one that is needed is.
    if format_ is Format.DOCX:
        from extract.readers.word import open_word

        return open_word(data, name)
    if format_ is Format.ODT:
        from extract.readers.odt import open_odt

        return open_odt(data, name)
    if format_ is Format.RTF:
        from extract.readers.rtf import open_rtf

        return open_rtf(data, name)
    if format_ is Format.DOC:
        from extract.readers.doc import open_doc

        return open_doc(data, name)
    return None


def distinct(pictures: Iterable[EmbeddedPicture]) -> list[EmbeddedPicture]:
    """The pictures, each once."""
    return list({picture.data or picture.name.encode(): picture for picture in pictures}.values())


def _read(picture: EmbeddedPicture, path: str, number: int) -> Document:
    from extract.readers.picture import read_picture  # loads what few letters need

    if number >= MAX_PICTURES:
        raise ReadError(
            Message(
                "{file} was not read: there are more than {limit} pictures.", {"file": path, "limit": MAX_PICTURES}
            ),
            Message("Look at it in the letter."),
        )
    if not picture.data:
        raise DamagedFileError(
            Message("{file} is a picture in the letter that cannot be got out of it; it was not read.", {"file": path}),
            Message("Look at it in the letter."),
        )
    if sniff_format(picture.data, picture.name) is not Format.IMAGE:
        raise UnsupportedFormatError(
            Message("{file} is a drawing in the letter, whose words were not read.", {"file": path}),
            Message("Look at it in the letter."),
        )
    document = read_picture(picture.data, path)
    letters = sum(word.end - word.start for word in document.words)
    sure = sum((word.end - word.start) * (word.confidence or 0.0) for word in document.words) / max(1, letters)
    told = Message(
        "{file}, a picture in the letter, was read, too: its text was recognised (certainty {percent} of 100).",
        {"file": path, "percent": round(100 * sure)},
    )
    return replace(document, notices=(told,))
