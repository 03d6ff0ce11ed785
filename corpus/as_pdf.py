"""Letters as PDF files: running headers and footers, columns, ruled tables over pages, footnotes, broken words."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from hyphenation import with_soft_hyphens

# reportlab carries no type information.
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as Grid
from source import Content, Run, Source, Table

FONTS = Path("/usr/share/fonts/truetype/dejavu")
_MARGIN, _FOOT, _GUTTER = 64, 78, 22


def write_pdf(source: Source) -> bytes:
    """The letter as a PDF file, the same bytes on every run. Raises FileNotFoundError where DejaVu is not installed."""
    return _Writer(source).write()


def _register(family: str) -> str:
    for name, file in ((family, f"{family}.ttf"), (f"{family}-Bold", f"{family}-Bold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            if not (FONTS / file).is_file():
                raise FileNotFoundError(f"{FONTS / file} is missing: install the package fonts-dejavu-core")
            pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    pdfmetrics.registerFontFamily(family, normal=family, bold=f"{family}-Bold", italic=family, boldItalic=family)
    return family


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Writer:
    def __init__(self, source: Source) -> None:
        self._source = source
        font = _register(source.render.get("font", "DejaVuSerif"))
        size = source.render.get("size", 10.5)
        align = TA_JUSTIFY if source.render.get("justify") else TA_LEFT
        base = ParagraphStyle("base", fontName=font, fontSize=size, leading=size * 1.35, spaceAfter=6, alignment=align)
        self._styles = {
            "para": base,
            "head": ParagraphStyle("head", base, alignment=TA_CENTER, spaceAfter=2),
            "line": ParagraphStyle("line", base, alignment=TA_LEFT, spaceAfter=2),
            "heading": ParagraphStyle("heading", base, fontName=f"{font}-Bold", spaceBefore=8, alignment=TA_LEFT),
            "bullet": ParagraphStyle("bullet", base, leftIndent=18, bulletIndent=6, spaceAfter=3),
            "cell": ParagraphStyle("cell", base, fontSize=size - 1, leading=size * 1.2, spaceAfter=2, alignment=0),
            "textbox": ParagraphStyle("textbox", base, borderWidth=0.7, borderColor=colors.black, borderPadding=5,
                                      spaceBefore=10, spaceAfter=12),
        }  # fmt: skip
        self._font = font
        self._notes: list[str] = []
        self._questions = self._items = 0

    def write(self) -> bytes:
        source = self._source
        flow: list[Any] = []
        if not source.render.get("letterhead_in_header"):
            flow += [Paragraph(_escape(line), self._styles["head"]) for line in source.letterhead]
            flow.append(Spacer(1, 10))
        for group in (source.reference, source.addressee):
            flow += [Paragraph(_escape(line), self._styles["line"]) for line in group]
            flow.append(Spacer(1, 10))
        if source.subject:
            flow.append(Paragraph(_escape(source.subject), self._styles["heading"]))
        columns: list[Any] | None = None
        for part in source.parts:
            if part == "columns":
                columns = []
                flow += [PageBreak(), columns]
            elif isinstance(part, str):
                columns = None
            else:
                (flow if columns is None else columns).extend(self._flow(part))
        flow = [BalancedColumns(part, innerPadding=_GUTTER) if isinstance(part, list) else part for part in flow]
        flow.append(Spacer(1, 12))
        flow += [Paragraph(_escape(line), self._styles["line"]) for line in source.closing]
        written = io.BytesIO()
        template = BaseDocTemplate(written, pagesize=A4, invariant=1, title=source.subject, author="", lang="lv")
        width, height = A4[0] - 2 * _MARGIN, A4[1] - _MARGIN - _FOOT
        frame = Frame(_MARGIN, _FOOT, width, height, 0, 0, 0, 0, id="body")
        template.addPageTemplates(PageTemplate("page", frame, onPage=self._start_page, onPageEnd=self._end_page))
        template.build(flow)
        return written.getvalue()

    def _flow(self, part: Content, style: str = "para") -> list[Any]:
        if isinstance(part, Table):
            return [self._grid(part), Spacer(1, 8)]
        if not part.lines:
            return []
        text = self._markup(part.runs())
        if part.kind == "question":
            self._questions += 1
            return [Paragraph(f"{self._questions}. {text}", self._styles["heading"])]
        if part.kind == "item":
            self._items += 1
            return [Paragraph(text, self._styles["bullet"], bulletText=f"{self._items})")]
        if part.kind == "bullet":
            return [Paragraph(text, self._styles["bullet"], bulletText=self._source.render.get("bullet", "•"))]
        return [Paragraph(text, self._styles[part.kind if part.kind != "para" else style])]

    def _grid(self, table: Table) -> Any:
        columns = max(len(row) for row in table.rows)
        width = A4[0] - 2 * _MARGIN
        first = width * self._source.render.get("first_column", 0.32)
        widths = [first, *[(width - first) / (columns - 1)] * (columns - 1)]
        cells = [[[flow for block in cell for flow in self._flow(block, "cell")] for cell in row] for row in table.rows]
        grid = Grid(cells, colWidths=widths, repeatRows=int(self._source.render.get("repeat_rows", 1)), splitInRow=1)
        grid.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        return grid

    def _markup(self, runs: list[Run]) -> str:
        pieces = []
        for run in runs:
            text = with_soft_hyphens(run.text) if self._source.render.get("hyphenate") else run.text
            if run.style == "note":
                self._notes.append(run.text)
                number = len(self._notes)
                pieces.append(f'<super size="7">{number}</super><onDraw name="noteDrawn" label="{number}"/>')
            elif run.style == "b":
                pieces.append(f"<b>{_escape(text)}</b>")
            elif run.style != "del":
                pieces.append(_escape(text))
        return "".join(pieces)

    def _start_page(self, canvas: Any, template: Any) -> None:
        on_page: list[str] = []
        canvas.notesOnPage = on_page
        canvas.setNamedCB("noteDrawn", lambda _canvas, _kind, label: on_page.append(label))

    def _end_page(self, canvas: Any, template: Any) -> None:
        render = self._source.render
        canvas.setFont(self._font, 8)
        head = [*self._source.letterhead] if render.get("letterhead_in_header") else []
        if header := render.get("header"):
            head.append(header)
        for i, line in enumerate(head):
            canvas.drawCentredString(A4[0] / 2, A4[1] - 22 - 10 * i, line)
        if footer := render.get("footer"):
            canvas.drawString(_MARGIN, 24, footer)
        if render.get("page_numbers"):
            canvas.drawRightString(A4[0] - _MARGIN, 24, str(render["page_numbers"]).format(page=template.page))
        notes = canvas.notesOnPage
        if notes:
            top = 36 + 10 * len(notes)
            canvas.line(_MARGIN, top + 4, _MARGIN + 120, top + 4)
            for i, label in enumerate(notes):
                y = top - 6 - 10 * i
                canvas.setFont(self._font, 5)
                canvas.drawString(_MARGIN, y + 3, label)
                canvas.setFont(self._font, 8)
                canvas.drawString(_MARGIN + 5, y, self._notes[int(label) - 1])
