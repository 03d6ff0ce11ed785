"""Compound files ([MS-CFB]) and Outlook messages ([MS-OXMSG]) for the tests: no free library writes them."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

Tree: TypeAlias = Mapping[str, "bytes | Tree"]

_SECTOR, _SMALL_SECTOR, _SMALLER_THAN = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_ENTRIES_OF_FAT = _SECTOR // 4
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

UNICODE, STRING8, BINARY, OBJECT = 0x001F, 0x001E, 0x0102, 0x000D


@dataclass
class _Entry:
    """An entry of the directory: a storage or stream, the sibling to its right and its first child by their numbers."""

    name: str
    kind: int
    content: bytes = b""
    right: int = _NONE
    child: int = _NONE

    def write(self, start: int, size: int) -> bytes:
        name = self.name.encode("utf-16-le")
        places = struct.pack("<LLL16xL8x8xLQ", _NONE, self.right, self.child, 0, start, size)
        return struct.pack("<64sHBB", name, len(name) + 2, self.kind, 1) + places


def write_compound(tree: Tree) -> bytes:
    """A compound file of version 3 with these storages and streams."""
    entries = [_Entry("Root Entry", _ROOT)]
    _add(entries, 0, tree)
    small, big = bytearray(), bytearray()
    small_chain: list[int] = []
    chain: list[int] = []
    starts: list[tuple[int, int]] = []
    for entry in entries:
        size = len(entry.content)
        if not size:
            starts.append((_END, 0))
        elif size < _SMALLER_THAN:
            starts.append((_place(small, small_chain, entry.content, _SMALL_SECTOR), size))
        else:
            starts.append((_place(big, chain, entry.content, _SECTOR), size))
    starts[0] = (_place(big, chain, bytes(small), _SECTOR) if small else _END, len(small))
    small_fat = struct.pack(f"<{len(small_chain)}L", *small_chain)
    first_small_fat = _place(big, chain, small_fat, _SECTOR, b"\xff") if small_fat else _END
    directory = b"".join(entry.write(*start) for entry, start in zip(entries, starts, strict=True))
    first_directory = _place(big, chain, directory, _SECTOR)
    tables = -(-len(chain) // (_ENTRIES_OF_FAT - 1))
    first_table = len(chain)
    chain += [_FAT] * tables
    chain += [_FREE] * (tables * _ENTRIES_OF_FAT - len(chain))
    fat = struct.pack(f"<{len(chain)}L", *chain)
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    small_tables = -(-len(small_fat) // _SECTOR)
    head = struct.pack("<8s16sHHHHH6x", signature, bytes(16), 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack(
        "<LLLLLLLLL", 0, tables, first_directory, 0, _SMALLER_THAN, first_small_fat, small_tables, _END, 0
    )
    sectors = list(range(first_table, first_table + tables)) + [_FREE] * (109 - tables)
    return head + struct.pack("<109L", *sectors) + bytes(big) + fat


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    """Add the entries of a storage; siblings stand in one line to the right, in the order of their names."""
    before = None
    for name in sorted(tree, key=lambda each: (len(each), each.upper())):
        content = tree[name]
        number = len(entries)
        entries.append(_Entry(name, _STREAM, content) if isinstance(content, bytes) else _Entry(name, _STORAGE))
        if before is None:
            entries[parent].child = number
        else:
            entries[before].right = number
        before = number
        if not isinstance(content, bytes):
            _add(entries, number, content)


def _place(area: bytearray, chain: list[int], content: bytes, size: int, fill: bytes = b"\0") -> int:
    """Put the content into sectors at the end of an area; the number of the first."""
    first = len(area) // size
    area += content + fill * (-len(content) % size)
    count = len(area) // size - first
    chain += [*range(first + 1, first + count), _END]
    return first


def make_message(
    texts: Mapping[int, str],
    *,
    codepage: int | None = None,
    numbers: Mapping[int, int] | None = None,
    page: bytes | None = None,
    sent: datetime | None = None,
    attachments: tuple[Tree, ...] = (),
    head: int = 32,
) -> Tree:
    """The storage of a message: texts and numbers by the identifiers of their properties.

    `codepage` writes the texts in that code page instead of UTF-16; `head` is 24 for a message inside of another.
    """
    streams: dict[str, bytes | Tree] = {}
    properties = [_number(identifier, 3, value) for identifier, value in (numbers or {}).items()]
    if codepage is not None:
        properties.append(_number(0x3FFD, 3, codepage))
    if sent is not None:
        properties.append(_number(0x0039, 0x40, int((sent - _EPOCH).total_seconds()) * 10**7))
    for identifier, text in texts.items():
        kind, content = (
            (UNICODE, text.encode("utf-16-le")) if codepage is None else (STRING8, text.encode(f"cp{codepage}"))
        )
        streams[f"__substg1.0_{identifier:04X}{kind:04X}"] = content
        properties.append(_number(identifier, kind, len(content)))
    if page is not None:
        streams[f"__substg1.0_1013{BINARY:04X}"] = page
        properties.append(_number(0x1013, BINARY, len(page)))
    for number, attachment in enumerate(attachments):
        streams[f"__attach_version1.0_#{number:08X}"] = attachment
    streams["__properties_version1.0"] = bytes(head) + b"".join(properties)
    return streams


def make_attachment(name: str, content: bytes | Tree | None, *, method: int = 1, hidden: bool = False) -> Tree:
    """The storage of an attachment: a file's bytes, another message, or nothing."""
    written = name.encode("utf-16-le")
    streams: dict[str, bytes | Tree] = {f"__substg1.0_3707{UNICODE:04X}": written} if name else {}
    properties = [_number(0x3705, 3, method), _number(0x7FFE, 0xB, int(hidden))]
    if isinstance(content, bytes):
        streams[f"__substg1.0_3701{BINARY:04X}"] = content
    elif content is not None:
        streams[f"__substg1.0_3701{OBJECT:04X}"] = content
    streams["__properties_version1.0"] = bytes(8) + b"".join(properties)
    return streams


def _number(identifier: int, kind: int, value: int) -> bytes:
    return struct.pack("<HHLQ", kind, identifier, 6, value)
