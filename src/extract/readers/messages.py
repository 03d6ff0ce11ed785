"""A message's own text, with the lines of its head that tell who wrote it, when, and about what."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import PurePath

from extract.errors import EmptyFileError
from extract.model import BlockKind, Document
from extract.readers.assembly import DocumentBuilder
from extract.readers.plain import read_plain
from extract.readers.rtf import read_rtf
from extract.readers.web_page import read_web_page

#: What mail programs put before the subject of an answer or a message passed on, in Latvian, English, Russian, German.
_PREFIX = re.compile(r"^(?:(?:re|atb|fwd?|pārs|ha|на|пересл|aw|wg)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)


def read_message(
    name: str,
    format_: str,
    *,
    sender: str,
    sent: datetime | None,
    subject: str,
    plain: str,
    html: str,
    rtf: bytes = b"",
) -> Document:
    """The text of a message: of its page, or of its plain text where that tells more, or of its Rich Text.

    Its sender and time stand before it as headers, then its subject. Nothing is told of who it was sent to. Raises
    DamagedFileError where its page cannot be read; a message without text has its head alone.
    """
    body = _read_body(plain, html, rtf, name)
    content = (
        "\0".join((sender, sent.isoformat() if sent else "", subject, plain, html)).encode("utf-8", "replace") + rtf
    )
    builder = DocumentBuilder(name, hashlib.sha256(content).hexdigest(), format_)
    when = sent.strftime("%d.%m.%Y. %H:%M") if sent else ""
    builder.add_text(sender, BlockKind.HEADER)
    builder.add_text(when, BlockKind.HEADER)
    builder.add_text(_PREFIX.sub("", subject), BlockKind.SUBJECT)
    if body is not None:
        for notice in body.notices:
            builder.notice(notice)
        for block in body.blocks:
            builder.add_text(
                body.text[block.start : block.end],
                block.kind,
                paragraph=block.paragraph,
                cell=block.cell,
                marker=block.marker,
                level=block.level,
            )
    return builder.build()


def _read_body(plain: str, html: str, rtf: bytes, name: str) -> Document | None:
    """The page where there is one, as it has tables and lists; the plain text where that is longer, or alone."""
    found: list[Document] = []
    page, text = html.encode("utf-8", "replace"), plain.encode("utf-8", "replace")
    for content, read in ((page, read_web_page), (text, read_plain), (rtf, read_rtf)):
        try:
            if content.strip():
                found.append(read(content, name))
        except EmptyFileError:
            continue
    # A page that says much less than the plain text is a stub; differences in spaces and bullets are none.
    return next((body for body in found if len(body.text) * 2 >= len(found[-1].text)), None)


def message_name(subject: str, suffix: str) -> str:
    """A name for a message inside of another, which has none of its own."""
    return f"{_PREFIX.sub('', subject).strip() or 'message'}{PurePath(suffix).name}"
