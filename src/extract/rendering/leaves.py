"""Finds a part of an arrival in the file that arrived, however deep it is packed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from extract.readers.containers import MAX_DEPTH, open_container
from extract.readers.embedded_pictures import open_pictures
from extract.readers.members import Container
from extract.readers.sniff import Format, sniff_format

OpenFile = Callable[[bytes, str, Format], Container | None]


def find_leaf(data: bytes, name: str, sha256: str) -> tuple[bytes, Format] | None:
    """The bytes and format of the file with that hash: the arrival itself, or what is packed in it.

    Raises ReadError where a container on the way cannot be opened.
    """
    format_ = sniff_format(data, name)
    if hashlib.sha256(data).hexdigest() == sha256:
        return data, format_
    # Pictures in letters are looked for last, as some letters take long to open.
    for open_any in (open_container, _open):
        container = open_any(data, name, format_)
        if container and (found := _search(container, sha256, MAX_DEPTH, open_any)):
            return found
    return None


def _open(data: bytes, name: str, format_: Format) -> Container | None:
    """What is packed in the file, be it the pictures in a letter."""
    return open_container(data, name, format_) or open_pictures(data, name, format_)


def _search(container: Container, sha256: str, depth: int, open_any: OpenFile) -> tuple[bytes, Format] | None:
    for member in container.members:
        content = member.content
        inner: Container | None = None
        if isinstance(content, bytes):
            format_ = sniff_format(content, member.name)
            if hashlib.sha256(content).hexdigest() == sha256:
                return content, format_
            inner = open_any(content, member.name, format_)
        elif isinstance(content, Container):
            inner = content
        if inner is not None and depth and (found := _search(inner, sha256, depth - 1, open_any)):
            return found
    return None
