"""DOCX files for the tests: made with python-docx, or from the XML of a body put into such a file."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)

MakeWord = Callable[..., bytes]


@pytest.fixture(scope="session")
def blank_word() -> bytes:
    """An empty file as python-docx makes it."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


@pytest.fixture(scope="session")
def make_word(blank_word: bytes) -> MakeWord:
    """A function from the XML of a body to the bytes of a DOCX file.

    `parts` are further parts by their name ("footnotes"): the XML within their root, or bytes for a part in another
    format, whose name then has a suffix. The main part knows each by its name without the suffix.
    """

    def make(body: str, **parts: str | bytes) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(blank_word)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            names = {part.replace("__", "."): content for part, content in parts.items()}
            files = {_file(name, content): content for name, content in names.items()}
            for member in old.namelist():
                content = old.read(member)
                if member == "word/document.xml":
                    content = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
                elif member == "word/_rels/document.xml.rels":
                    content = content.replace(b"</Relationships>", _relate(files).encode() + b"</Relationships>")
                if member.removeprefix("word/") not in files:
                    new.writestr(member, content)
            for file, xml in files.items():
                root = _root(file)
                text = xml if isinstance(xml, bytes) else f"<w:{root} {_NAMESPACES}>{xml}</w:{root}>".encode()
                new.writestr(f"word/{file}", text)
        return stream.getvalue()

    return make


def _file(name: str, content: str | bytes) -> str:
    return name if "." in name else f"{name}.xml"


def _root(file: str) -> str:
    kind = _kind(file)
    return {"header": "hdr", "footer": "ftr"}.get(kind, kind)


def _kind(file: str) -> str:
    stem = file.partition(".")[0].rstrip("0123456789")
    return "aFChunk" if stem == "chunk" else stem


def _relate(files: dict[str, str | bytes]) -> str:
    return "".join(
        f'<Relationship Id="{file.partition(".")[0]}" Type="{_TYPES}{_kind(file)}" Target="{file}"/>' for file in files
    )
