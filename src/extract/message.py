"""Sentences for people, before they are put into a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for people: an English template and the values that fill it.

    `text` is a `str.format` template with named fields only and is the key of the translation catalogue
    (`extract/translations`); `extract.messages.render` gives the sentence in the user's language. A value that is a
    message itself is put into that language, too.
    """

    text: str
    values: Mapping[str, str | int | float | Message] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values)


def join_messages(messages: Iterable[Message]) -> Message:
    """Sentences that follow each other, each once, as one message. There has to be at least one."""
    distinct = {str(message): message for message in messages}.values()
    return reduce(lambda first, second: Message("{first} {second}", {"first": first, "second": second}), distinct)
