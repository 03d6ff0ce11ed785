"""The turns of phrase of official letters, as the data files list them, compiled to patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _data(name: str) -> dict[str, Any]:
    source = files("extract.letters").joinpath("data", name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def block_pattern(role: str) -> re.Pattern[str]:
    """The pattern of the blocks of that role (a key of [block]). Raises KeyError where there is none."""
    return _compile(_data("phrases.toml")["block"][role])


@cache
def sentence_pattern(role: str) -> re.Pattern[str]:
    """The pattern of the sentences of that role (a key of [sentence]). Raises KeyError where there is none."""
    return _compile(_data("phrases.toml")["sentence"][role])


def has_verb(text: str) -> bool:
    """Whether the text has a word that is likely a finite verb or a predicate participle, as a title has not."""
    verbs, others = _verb_patterns()
    return any(verbs.fullmatch(word) and not others.fullmatch(word) for word in re.findall(r"\w+", text))


@cache
def _verb_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = _data("verbs.toml")
    return _compile(data["forms"] + data["endings"]), _compile(data["not_verbs"])


def _compile(alternatives: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)
