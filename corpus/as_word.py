"""Letters as Word files: styles, numbered lists, nested tables, footnotes, text boxes, tracked changes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from source import Block, Content, Run, Source, Table

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_STYLES = {"heading": "Heading 2", "question": "List Number", "item": "List Number 2", "bullet": "List Bullet"}
_EPOCH = (2024, 1, 1, 0, 0, 0)


def write_word(source: Source) -> bytes:
    """The letter as a DOCX file, the same bytes on every run."""
    return _Writer(source).write()


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Writer:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._notes: list[str] = []
        self._changes = 0
        self._bold_headings = bool(source.render.get("bold_headings"))
        self._document: Document = docx.Document()

    def write(self) -> bytes:
        document, source = self._document, self._source
        document.styles["Normal"].font.name = source.render.get("font", "Times New Roman")
        document.styles["Normal"].font.size = Pt(12)
        properties = document.core_properties
        properties.created = properties.modified = datetime(2024, 1, 1)
        properties.title, properties.author, properties.comments = source.subject, "", ""
        if source.render.get("letterhead_in_header"):
            self._head_lines(document.sections[0].header)
        else:
            self._head_lines(document)
        if footer := source.render.get("footer"):
            document.sections[0].footer.paragraphs[0].text = footer
        for line in (*source.reference, *source.addressee):
            document.add_paragraph(line)
        if source.subject:
            document.add_paragraph().add_run(source.subject).bold = True
        self._write_parts(document, [part for part in source.parts if not isinstance(part, str)])
        for line in source.closing:
            document.add_paragraph(line)
        if self._notes:
            self._add_footnotes()
        package = document.part.package
        package.rels.pop(next(rel.rId for rel in package.rels.values() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL))
        saved = io.BytesIO()
        document.save(saved)
        return _with_fixed_times(saved.getvalue())

    def _head_lines(self, container: Any) -> None:
        for line in self._source.letterhead:
            paragraph = container.add_paragraph(line)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _write_parts(self, container: Any, parts: list[Content]) -> None:
        for part in parts:
            if isinstance(part, Table):
                self._write_table(container, part)
            elif part.kind == "textbox":
                self._write_text_box(container.add_paragraph(), part)
            elif part.lines:
                paragraph = container.add_paragraph(style=self._style(part.kind))
                self._write_runs(paragraph, part.runs(), bold=part.kind == "heading" and self._bold_headings)

    def _style(self, kind: str) -> str | None:
        return None if kind == "heading" and self._bold_headings else _STYLES.get(kind)

    def _write_table(self, container: Any, table: Table) -> None:
        columns = max(len(row) for row in table.rows)
        if hasattr(container, "sections"):
            grid = container.add_table(rows=len(table.rows), cols=columns, style="Table Grid")
        else:
            grid = container.add_table(rows=len(table.rows), cols=columns)
        for i, row in enumerate(table.rows):
            for j, content in enumerate(row):
                cell = grid.cell(i, j)
                self._write_parts(cell, content)
                empty = cell.paragraphs[0]
                if len(cell.paragraphs) > 1 and not empty.text:
                    empty._p.getparent().remove(empty._p)

    def _write_runs(self, paragraph: Paragraph, runs: list[Run], bold: bool) -> None:
        for run in runs:
            if run.style == "note":
                self._notes.append(run.text)
                paragraph._p.append(parse_xml(_note_reference(len(self._notes))))
            elif run.style in ("ins", "del"):
                self._changes += 1
                paragraph._p.append(parse_xml(_tracked(run, self._changes)))
            else:
                paragraph.add_run(run.text).bold = True if run.style == "b" or bold else None

    def _write_text_box(self, paragraph: Paragraph, block: Block) -> None:
        text = _escape("".join(run.text for run in block.runs()))
        content = f'<w:txbxContent><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:txbxContent>'
        paragraph._p.append(
            parse_xml(
                f"<w:r {_NS}><mc:AlternateContent>"
                f'<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
                f'<wp:extent cx="5400000" cy="900000"/><wp:docPr id="1" name="Teksts"/><a:graphic>'
                f'<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
                f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
                f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
                f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style='width:425pt;height:70pt'>"
                f"<v:textbox>{content}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            )
        )

    def _add_footnotes(self) -> None:
        notes = "".join(
            f'<w:footnote w:id="{i}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {_escape(text)}</w:t></w:r></w:p></w:footnote>'
            for i, text in enumerate(self._notes, start=1)
        )
        separators = (
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            "</w:footnote>"
        )
        xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {_NS}>{separators}{notes}</w:footnotes>'
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, xml.encode(), package)
        self._document.part.relate_to(part, _RELATIONSHIP)


def _note_reference(number: int) -> str:
    return f'<w:r {_NS}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def _tracked(run: Run, number: int) -> str:
    text = "w:t" if run.style == "ins" else "w:delText"
    return (
        f'<w:{run.style} {_NS} w:id="{number}" w:author="Lietvedība" w:date="2024-01-01T00:00:00Z">'
        f'<w:r><{text} xml:space="preserve">{_escape(run.text)}</{text}></w:r></w:{run.style}>'
    )


def _with_fixed_times(data: bytes) -> bytes:
    """The same zip with one fixed time on every entry."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
