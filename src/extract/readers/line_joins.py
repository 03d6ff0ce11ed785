"""Lines of text without boxes put together: words broken at their ends are made whole."""

from __future__ import annotations

from collections.abc import Sequence

from extract.readers.hyphenation import Vocabulary, join_lines


def join_texts(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """One text of the lines, single spaces between its words."""
    pieces = [[(word, ()) for word in line.split()] for line in lines]
    return " ".join(word for word, _ in join_lines([line for line in pieces if line], vocabulary))
