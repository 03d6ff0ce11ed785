"""Finds a part of an arrival in the file that arrived, however deep it is packed."""

from __future__ import annotations

import hashlib

from extract.readers.containers import MAX_DEPTH, open_container
from extract.readers.members import Container
from extract.readers.sniff import Format, sniff_format


def find_leaf(data: bytes, name: str, sha256: str) -> tuple[bytes, Format] | None:
    """The bytes and format of the file with that hash: the arrival itself, or what is packed in it.

    Raises ReadError where a container on the way cannot be opened.
    """
    if hashlib.sha256(data).hexdigest() == sha256:
        return data, sniff_format(data, name)
    container = open_container(data, name, sniff_format(data, name))
    return _search(container, sha256, MAX_DEPTH) if container else None


def _search(container: Container, sha256: str, depth: int) -> tuple[bytes, Format] | None:
    for member in container.members:
        content = member.content
        inner: Container | None = None
        if isinstance(content, bytes):
            format_ = sniff_format(content, member.name)
            if hashlib.sha256(content).hexdigest() == sha256:
                return content, format_
            inner = open_container(content, member.name, format_)
        elif isinstance(content, Container):
            inner = content
        if inner is not None and depth and (found := _search(inner, sha256, depth - 1)):
            return found
    return None
