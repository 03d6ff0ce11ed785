"""Sentences for people in their language: Latvian by default, English by a switch.

English templates in the code are the keys; `translations/lv.po` holds the Latvian. The catalogue is read with Babel at
first use, so that no compiled file has to be kept beside its source.
"""

from __future__ import annotations

import gettext
import io
from enum import StrEnum
from functools import cache
from importlib import resources

from extract.model import Message


class Language(StrEnum):
    """The languages of the interface."""

    LATVIAN = "lv"
    ENGLISH = "en"


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """The translations into `language`; English is what stands in the code."""
    if language is Language.ENGLISH:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = resources.files("extract") / "translations" / f"{language}.po"
    compiled = io.BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=str(language)))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def render(message: Message, language: Language = Language.LATVIAN) -> str:
    """The message in `language`, its values filled in; in English where no translation is known."""
    return catalogue(language).gettext(message.text).format(**message.values)
