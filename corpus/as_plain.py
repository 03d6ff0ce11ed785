"""Letters as plain text, in the encodings and with the line ends that such letters come with."""

from __future__ import annotations

from hyphenation import split_word
from source import Content, Source, Table

_MARKS = {"bullet": "- ", "textbox": ""}


def write_plain(source: Source) -> bytes:
    """The letter as a text file; `render.encoding` and `render.wrap` (columns, 0: none) say how."""
    width = int(source.render.get("wrap", 0))
    groups = [source.letterhead, source.reference, source.addressee, (source.subject,) if source.subject else ()]
    paragraphs = ["\n".join(group) for group in groups if group]
    number = 0
    lines: list[str] = []
    for part in source.parts:
        if isinstance(part, str | Table):
            lines.extend(_table_lines(part) if isinstance(part, Table) else [])
            continue
        text = "".join(run.text for run in part.runs() if run.style not in ("del", "note"))
        number += part.kind == "question"
        mark = f"{number}. " if part.kind == "question" else _MARKS.get(part.kind, "")
        lines.append(wrap(mark + text, width))
    paragraphs.append(("\n" if source.render.get("tight") else "\n\n").join(lines))
    paragraphs.append("\n".join(source.closing))
    text = "\n\n".join(paragraphs) + "\n"
    return text.replace("\n", source.render.get("newline", "\n")).encode(source.render.get("encoding", "utf-8"))


def _table_lines(table: Table) -> list[str]:
    return ["\t".join(_cell_text(cell) for cell in row) for row in table.rows]


def _cell_text(cell: list[Content]) -> str:
    return " ".join("".join(run.text for run in block.runs()) for block in cell if not isinstance(block, Table))


def wrap(text: str, width: int) -> str:
    """The text in lines of at most `width` characters, words broken between syllables; as it is where width is 0."""
    if not width:
        return text
    lines, line = [], ""
    for word in text.split(" "):
        room = width - len(line) - 1
        if len(word) <= room or not line:
            line = f"{line} {word}".strip()
            continue
        parts = [(a, b) for a, b in split_word(word) if len(a) + 1 <= room]
        if parts:
            head, word = parts[-1]
            line = f"{line} {head}-"
        lines.append(line)
        line = word
    return "\n".join([*lines, line])
