"""Sentences for people, before they are put into a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for people: an English template and the values that fill it.

    `text` is a `str.format` template with named fields only and is the key of the translation catalogue
    (`extract/translations`); `extract.messages.render` gives the sentence in the user's language.
    """

    text: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values)
