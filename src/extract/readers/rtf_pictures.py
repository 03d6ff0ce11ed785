"""Pictures in Rich Text, as their groups are met."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.readers.embedded_pictures import EmbeddedPicture, is_large

#: The suffixes of the kinds of pictures, by the control words that tell them.
_SUFFIXES = {"pngblip": "png", "jpegblip": "jpg", "emfblip": "emf", "wmetafile": "wmf", "dibitmap": "bmp"}
#: Twips of a point.
_TWIPS = 20
_OTHER = re.compile(rb"[^0-9A-Fa-f]")


@dataclass(slots=True)
class RtfPicture:
    """A picture: what its control words say, and its bytes in hexadecimal, which are not there if they were binary.

    `in_body` tells that it stands in the letter's body, not in a header or note.
    """

    in_body: bool
    written: bytearray = field(default_factory=bytearray)
    properties: dict[str, int] = field(default_factory=dict)
    suffix: str = "bin"

    def take(self, word: str, number: int | None) -> None:
        """Take over a control word of the picture."""
        self.suffix = _SUFFIXES.get(word, self.suffix)
        self.properties[word] = number or 0

    @property
    def is_large(self) -> bool:
        """Whether it may hold text of the letter."""
        across, down = self._side("picwgoal", "picscalex"), self._side("pichgoal", "picscaley")
        return self.in_body and is_large((across, down) if across > 0 and down > 0 else None)

    def read(self, number: int) -> EmbeddedPicture:
        """The picture, named by its number in the letter."""
        figures = _OTHER.sub(b"", bytes(self.written))
        return EmbeddedPicture(f"image{number}.{self.suffix}", bytes.fromhex(figures[: len(figures) // 2 * 2].decode()))

    def _side(self, goal: str, scale: str) -> float:
        return self.properties.get(goal, 0) / _TWIPS * self.properties.get(scale, 100) / 100
