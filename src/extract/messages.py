"""Sentences for people in their language: Latvian by default, English by a switch.

English templates in the code are the keys; `translations/lv/LC_MESSAGES/extract.po` holds the Latvian and
`make translations` compiles it beside itself.
"""

from __future__ import annotations

import gettext
from enum import StrEnum
from functools import cache
from pathlib import Path

from extract.model import Message

TRANSLATIONS = Path(__file__).parent / "translations"


class Language(StrEnum):
    """The languages of the interface."""

    LATVIAN = "lv"
    ENGLISH = "en"


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """The translations into `language`; English is what stands in the code."""
    if language is Language.ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation("extract", TRANSLATIONS, languages=[language])


def render(message: Message, language: Language = Language.LATVIAN) -> str:
    """The message in `language`, its values filled in; in English where no translation is known."""
    values = {
        name: render(value, language) if isinstance(value, Message) else value for name, value in message.values.items()
    }
    return catalogue(language).gettext(message.text).format(**values)
