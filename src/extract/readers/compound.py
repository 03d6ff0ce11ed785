"""Compound files ([MS-CFB]), in which old Office files lie: whether one was cut off."""

from __future__ import annotations

import struct

#: Where the header tells the size of sectors, the sectors of the allocation table and the first one of the directory.
_SECTOR_SHIFT, _TABLE_COUNT, _DIRECTORY, _TABLE = 30, 44, 48, 76
_SHIFTS = frozenset({9, 12})
#: So many sectors of the allocation table are named in the header itself.
_IN_HEADER = 109


def is_cut_off(data: bytes) -> bool:
    """Whether the file ends before its directory or its allocation table, without which nothing in it is found."""
    if len(data) < _TABLE + 4 * _IN_HEADER:
        return True
    (shift,) = struct.unpack_from("<H", data, _SECTOR_SHIFT)
    if shift not in _SHIFTS:
        return False
    count, directory = struct.unpack_from("<LL", data, _TABLE_COUNT)
    table = struct.unpack_from(f"<{min(count, _IN_HEADER)}L", data, _TABLE)
    # The header takes the place of the first sector.
    last = int(max(directory, *table, 0))
    return (last + 2) << int(shift) > len(data)
