"""What typer and pydantic say of a wrong call, in the user's language: they do not ask gettext for these sentences."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from extract.cli.terminal import tell
from extract.model import Message

#: The sentences as they come, those that begin as another one does before it. What fills them may be one of them.
_SENTENCES = (
    Message("Missing argument {name}."),
    Message("Missing option {name}."),
    Message("No such option: {name} (Possible options: {others})"),
    Message("No such option: {name}"),
    Message("Got unexpected extra argument(s) ({arguments})"),
    Message("Option {name} requires an argument."),
    Message("Option {name} does not take a value."),
    Message("Invalid value for {name} (env var: {variable}): {problem}"),
    Message("Invalid value for {name}: {problem}"),
    Message("Input should be a valid integer, unable to parse string as an integer"),
    Message("Input should be a valid number, unable to parse string as a number"),
    Message("Input should be greater than or equal to {limit}"),
    Message("Input should be less than or equal to {limit}"),
    Message("Value error, {value} is not one of {choices}."),
    Message("{problem} Did you mean {others}?"),
)


class SpokenGroup(TyperGroup):
    """A group of commands that says in the user's language what is wrong with a call."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """As typer does."""
        with _translating():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """As typer does."""
        with _translating():
            return super().invoke(ctx)


class _ToldError(typer.BadParameter):
    """A wrong call, told."""

    def format_message(self) -> str:
        return self.message


@contextmanager
def _translating() -> Iterator[None]:
    try:
        yield
    except _ToldError:
        raise
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            raise  # the help, which is in the user's language
        raise _ToldError(tell(translated(error.format_message())), getattr(error, "ctx", None)) from error


def translated(sentence: str) -> Message:
    """One of typer's sentences as a message; what is none of those known stays as it is."""
    for message, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return replace(message, values={name: translated(value) for name, value in found.groupdict().items()})
    return Message("{sentence}", {"sentence": sentence})


@cache
def _patterns() -> tuple[tuple[Message, re.Pattern[str]], ...]:
    return tuple((message, re.compile(_pattern(message.text), re.DOTALL)) for message in _SENTENCES)


def _pattern(template: str) -> str:
    parts = string.Formatter().parse(template)
    return "".join(re.escape(text) + (f"(?P<{name}>.+?)" if name else "") for text, name, _, _ in parts)
