"""The XML of a DOCX file's body for the tests: runs, paragraphs, tables; and what is read of it."""

from __future__ import annotations

from extract.model import BlockKind, Document


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def line(text: str) -> str:
    return par(run(text))


def shown(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if not kinds or b.kind in kinds]
