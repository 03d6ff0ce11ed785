"""Draws PDF files for the tests with reportlab, in points from the top left corner of the page."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype/dejavu")
PLAIN, BOLD = "DejaVuSerif", "DejaVuSerif-Bold"
WIDTH, HEIGHT = A4


class Drawing:
    """A PDF file being drawn. `data` gives its bytes."""

    def __init__(self, pagesize: tuple[float, float] = A4, encrypt: str | StandardEncryption | None = None) -> None:
        for name in (PLAIN, BOLD):
            registerFont(TTFont(name, FONTS / f"{name}.ttf"))
        self._stream = io.BytesIO()
        self._height = pagesize[1]
        self.canvas = Canvas(self._stream, pagesize=pagesize, encrypt=encrypt, invariant=True)

    def text(self, x: float, y: float, text: str, size: float = 11, *, bold: bool = False) -> None:
        """Text whose baseline is `y` below the top of the page."""
        self.canvas.setFont(BOLD if bold else PLAIN, size)
        self.canvas.drawString(x, self._height - y, text)

    def centred(self, y: float, text: str, size: float = 11, *, bold: bool = False) -> None:
        """Text in the middle of the page."""
        width = stringWidth(text, BOLD if bold else PLAIN, size)
        self.text((WIDTH - width) / 2, y, text, size, bold=bold)

    def lines(self, x: float, y: float, lines: Iterable[str], size: float = 11, leading: float = 15) -> float:
        """Lines one below the other. Returns the baseline that the next would have."""
        for line in lines:
            self.text(x, y, line, size)
            y += leading
        return y

    def justified(self, x: float, y: float, lines: Sequence[str], width: float, size: float = 11) -> float:
        """Lines stretched to `width`, the last one left alone."""
        for i, line in enumerate(lines):
            free = width - stringWidth(line, PLAIN, size)
            self.canvas.setFont(PLAIN, size)
            spaces = line.count(" ")
            stretch = free / spaces if spaces and i < len(lines) - 1 else 0
            at = x
            for word in line.split(" "):
                self.canvas.drawString(at, self._height - y, word)
                at += stringWidth(word + " ", PLAIN, size) + stretch
            y += 1.35 * size
        return y

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A ruling."""
        self.canvas.line(x0, self._height - y0, x1, self._height - y1)

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """The rulings of a table without merged cells."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)

    def page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()

    def data(self) -> bytes:
        """The file. Nothing can be drawn after it."""
        self.canvas.showPage()
        self.canvas.save()
        return self._stream.getvalue()


def wrap(text: str, width: float, size: float = 11) -> list[str]:
    """The text broken into lines of at most `width`."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, PLAIN, size) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
