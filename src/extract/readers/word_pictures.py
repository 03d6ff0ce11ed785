"""Pictures in the body of a DOCX file, with the sizes that they are shown in."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from extract.readers.embedded_pictures import EmbeddedPicture, Size, bytes_of, is_large
from extract.readers.word_package import WordPackage
from extract.readers.xml_parts import attribute, local_name

#: English Metric Units of a point, by which DrawingML measures.
_EMU = 12_700
#: A length in the style of an old drawing (VML), and points of each unit.
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px|pc)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "pc": 12.0, "": 0.75}


def find_pictures(package: WordPackage) -> Iterator[EmbeddedPicture]:
    """The large pictures; what is shown in two forms comes twice, what is not in the package without its bytes."""
    for number, element in enumerate(package.body.iter("{*}blip", "{*}imagedata"), start=1):
        if is_large(_size(element)):
            member = package.member(attribute(element, "embed") or attribute(element, "id"))
            data = bytes_of(partial(package.read, member)) if member else b""
            yield EmbeddedPicture(posixpath.basename(member or f"image{number}"), data)


def _size(element: etree._Element) -> Size:
    for around in element.iterancestors():
        name = local_name(around)
        if name in ("inline", "anchor"):
            extent = next(around.iterchildren("{*}extent"), None)
            across, down = attribute(extent, "cx") or "", attribute(extent, "cy") or ""
            return (int(across) / _EMU, int(down) / _EMU) if across.isdecimal() and down.isdecimal() else None
        if style := attribute(around, "style"):
            lengths = {side: float(figure) * _UNITS[unit] for side, figure, unit in _LENGTH.findall(style)}
            if len(lengths) == 2:
                return lengths["width"], lengths["height"]
        if name in ("drawing", "pict", "object"):
            break
    return None
