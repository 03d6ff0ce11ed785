"""Where Latvian words are cut: prefixes, suffixes and infixes in the form that spaCy's tokenizer takes.

The cuts follow the Latvian UD Treebank: an ordinal keeps its full stop ("2021." in "2021.gadā"), common nouns joined
by a hyphen are three tokens and names one, a stroke stands alone. On top of it they undo what official letters glue
together: "2021.gadā", "Nr.5", "J.Raiņa", "darbos.Tika".
"""

from __future__ import annotations

import re

from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_ICONS,
    LIST_CURRENCY,
    UNITS,
)

from extract.latvian.abbreviations import Standing, abbreviations, spellings

_BULLETS = "•‣▪●◦○■□·∙⁃➢➤►✓✔"
_DOUBLE_QUOTES = '„”“‟"«»'
_SINGLE_QUOTES = "'`‘’‚‛‹›"
_BRACKETS = r"()\[\]{}"
_DASHES = "–—‒―"
_NOT_MAIL = r"(?!\S*@)"
#: Final full stops that are their own token: after a letter, a closing mark or a sign, but never after a digit.
_BEFORE_FULL_STOP = rf"{ALPHA}°²³%‰€$£/\)\]\}}*+{_DOUBLE_QUOTES}{_SINGLE_QUOTES}"

#: Atomic, so that "u.c.)" is not read as "u." before a "c".
_abbreviation = "(?>" + "|".join(re.escape(form) for form in spellings()) + ")"
_initial = rf"(?:Dž|Dz|[{ALPHA_UPPER}])\."
_ordinal = r"\d+(?:\.\d+)*\."

#: Not after an abbreviation that a missing space glued to its number ("2022./2023.m.g.", "10.lpp.").
_not_abbreviated = "".join(
    rf"(?<![\d.]{re.escape(form[:-1])})"
    for form, standing in abbreviations().items()
    if standing in (Standing.MAY_END, Standing.LISTING, Standing.CLOSING)
)

TOKENIZER_PREFIXES = [
    rf"{_abbreviation}(?=[\w+(„\"«]){_NOT_MAIL}",
    rf"{_initial}(?=(?:Dž|Dz|[{ALPHA_UPPER}])[.{ALPHA_LOWER}]){_NOT_MAIL}",
    rf"{_ordinal}(?=[{ALPHA}])",
    r"\.\.+",
    r"[!?]+",
    r"(?:\*+|_+|=+)",
    r"--+",
    rf"-(?=[{ALPHA}0-9{_DOUBLE_QUOTES}(])",
    rf"[{_DASHES}]+",
    ",,",
    "(?:''|[‘’]{2})",
    r"\+(?!\d)",
    rf"[…,:;&§=<>#№_~|¡¿/{_BRACKETS}{_DOUBLE_QUOTES}{_SINGLE_QUOTES}{_BULLETS}{CONCAT_ICONS}]",
    *LIST_CURRENCY,
]

TOKENIZER_SUFFIXES = [
    *(rf"(?<=[{ALPHA}]{digits})\." for digits in (r"\d", r"\d\d", r"-\d", r"-\d\d")),
    r"\.\.+",
    r"[!?]+(?:\.\.+|…)?",
    r"(?:\*+|_+|=+)",
    r"--+",
    rf"[{_DASHES}]+",
    "(?:''|[‘’]{2})",
    ",,",
    rf"{_not_abbreviated}(?<=[{_BEFORE_FULL_STOP}])\.",
    r"(?<=[\w.])[-+]",
    r"(?<=\d)[%‰°]",
    rf"(?<=\d)(?:{UNITS})",
    rf"[…,:;&§=<>#_~|/%{_BRACKETS}{_DOUBLE_QUOTES}{_SINGLE_QUOTES}{_BULLETS}{CONCAT_ICONS}]",
    *LIST_CURRENCY,
]

TOKENIZER_INFIXES = [
    r"\.\.+",
    "…",
    "--+",
    ",,",
    "(?:''|[‘’]{2})",
    rf"[{_BRACKETS}{_DOUBLE_QUOTES}{_BULLETS}{CONCAT_ICONS}]",
    rf"[{_DASHES}]+",
    # glued sentences
    rf"(?<=[{ALPHA_LOWER}])\.(?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA_LOWER}]{{2}})\.(?=\d)",
    rf"(?<=[{ALPHA_LOWER}]{{4}})\.(?=[{ALPHA_LOWER}]{{4}})",
    rf"(?<=[{ALPHA_UPPER}]{{2}})\.(?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",
    rf"(?<=[{ALPHA_UPPER}]{{3}})\.(?=\d)",
    rf"(?<=[%)\]{_DOUBLE_QUOTES}])\.(?=[\w(\[{_DOUBLE_QUOTES}])",
    rf"(?<=[{ALPHA_LOWER}]{{2}})\.(?=[(\[{_DOUBLE_QUOTES}])",
    r"(?<=\w)[!?]+(?=\w)",
    # what a missing space glued to a word
    rf"(?<![\w.]){_abbreviation}(?=[\w+(„\"«])",
    rf"(?<![\w.]){_initial}(?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",
    rf"(?<!\d)(?<!\d\.){_ordinal}(?=[{ALPHA}])",
    rf"(?<=[\w.%)\]{_DOUBLE_QUOTES}])[,;:](?=[{ALPHA}(\[{_DOUBLE_QUOTES}])",
    rf"(?<=[{ALPHA}.%)\]{_DOUBLE_QUOTES}])[,;:](?=\d)",
    # joined words and numbers
    rf"(?<=[{ALPHA}])[&+](?=[{ALPHA}])",
    r"(?<=[IVX])-(?=[IVX]+(?![{ALPHA}-]))",
    rf"(?<=[{ALPHA_LOWER}]{{2}})-(?=[{ALPHA_LOWER}]{{2}})",
    rf"(?<=[0-9.%)\]{_DOUBLE_QUOTES}])-(?=[0-9(\[{_DOUBLE_QUOTES}])",
    rf"(?<=\d\.)-(?=[{ALPHA}])",
    rf"(?<=[\w.%)\]{_DOUBLE_QUOTES}])/(?=[\w(\[{_DOUBLE_QUOTES}])",
]

#: Endings of a bare address ("Ziedot.lv"); a closed list, for "darbos.tika" is a missing space, not an address.
_TOP_DOMAINS = "lv|lt|ee|eu|com|org|net|info|edu|gov|int|io|uk|de|fr|fi|se|no|dk|pl|ru|ua|be|nl|ch|at|it|es|us"
_FILE_ENDINGS = "pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|edoc|asice|jpe?g|png|zip|csv|html?"

_ADDRESS = r"""[^\s„”“"«»]"""
_CODE = r"\d[\d.]*(?:[-/](?:\d[\d.]*|[IVXLC]+)){2,}"

#: Matches what is one token whatever stands in it: addresses, file names, codes ("9.2.4.2/16/I/050", "2023-03-12") and
#: numbers ("3,6", "16:00"); and words of letters alone, which no rule cuts, but to look for that takes half the time.
#: The method of a pattern without flags, because a saved pipeline keeps the pattern alone.
TOKEN_MATCH = re.compile(
    r"[^\W\d_]+\Z|"
    rf"(?:(?:https?|ftp)://{_ADDRESS}+?|www\.{_ADDRESS}+?"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?:[\w-]+\.)+(?:{_TOP_DOMAINS}|{_TOP_DOMAINS.upper()})(?:/{_ADDRESS}*?)?"
    rf"|[\w-]+\.(?:{_FILE_ENDINGS})"
    r"|\+?\d+(?:[.,:]\d+)*"
    r")(?<![.,;:!?)\]])\Z"
    rf"|{_CODE}\Z"
).match
