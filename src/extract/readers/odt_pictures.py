"""Pictures in the body of an OpenDocument text, with the sizes that they are shown in."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from extract.readers.embedded_pictures import EmbeddedPicture, bytes_of, is_large
from extract.readers.odt_package import OdtPackage
from extract.readers.xml_parts import attribute, child, local_name

_LENGTH = re.compile(r"([\d.]+)(pt|in|cm|mm|px|pc)")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "pc": 12.0}


def find_pictures(package: OdtPackage) -> Iterator[EmbeddedPicture]:
    """The large pictures that are in the file; of several forms of one in its frame the first, which is shown."""
    for number, element in enumerate(package.text.iter("{*}image"), start=1):
        frame = element.getparent()
        if frame is None or local_name(frame) != "frame" or child(frame, "image") is not element:
            continue
        size = _points(attribute(frame, "width")), _points(attribute(frame, "height"))
        known = (size[0], size[1]) if size[0] is not None and size[1] is not None else None
        place = attribute(element, "href")
        if is_large(known):
            data = bytes_of(partial(package.member, place)) if place else _inline(element)
            yield EmbeddedPicture(posixpath.basename(place or "") or f"image{number}", data)


def _inline(element: etree._Element) -> bytes:
    written = child(element, "binary-data")
    try:
        return base64.b64decode("".join((written.text or "").split())) if written is not None else b""
    except binascii.Error:
        return b""


def _points(written: str | None) -> float | None:
    length = _LENGTH.fullmatch(written or "")
    return float(length[1]) * _UNITS[length[2]] if length else None
