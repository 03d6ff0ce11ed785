"""Latvian as a spaCy language, and the one place that loads it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.lang.lv.stop_words import STOP_WORDS
from spacy.language import BaseDefaults, Language
from spacy.util import registry

from extract.errors import UsageError
from extract.latvian import sentences
from extract.latvian.lex_attrs import LEX_ATTRS
from extract.latvian.punctuation import TOKEN_MATCH, TOKENIZER_INFIXES, TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from extract.latvian.tokenizer_exceptions import TOKENIZER_EXCEPTIONS
from extract.model import Message


class LatvianDefaults(BaseDefaults):
    """What spaCy's pipeline factories ask of a language."""

    tokenizer_exceptions = TOKENIZER_EXCEPTIONS
    prefixes = TOKENIZER_PREFIXES
    suffixes = TOKENIZER_SUFFIXES
    infixes = TOKENIZER_INFIXES
    token_match = TOKEN_MATCH
    url_match = None
    lex_attr_getters = LEX_ATTRS
    stop_words = STOP_WORDS


@registry.languages("lv")
class Latvian(Language):  # type: ignore[no-untyped-call]  # spaCy leaves __init_subclass__ without types
    """Latvian. Registered as "lv", so a trained pipeline for "lv" is loaded with these rules."""

    lang = "lv"
    Defaults = LatvianDefaults


@cache
def load_language(path: Path | None = None) -> Language:
    """The pipeline that turns a text into a `Doc` with tokens and sentences; made once a process for each `path`.

    Without `path` it has the rules of this package only. `path` is the folder of a trained spaCy pipeline, whose
    components come on top. Raises UsageError where it cannot be loaded.
    """
    if path is None:
        language: Language = Latvian()
    else:
        from extract.latvian import annotator  # noqa: F401 - registers its factory; brings a library that takes a while

        try:
            language = spacy.load(path)
        except (OSError, ValueError) as error:
            raise UsageError(
                Message("The model {file} cannot be loaded: {detail}.", {"file": str(path), "detail": str(error)}),
                Message("Name the folder of a spaCy pipeline that was trained for this version of the program."),
            ) from error
    if sentences.FACTORY not in language.pipe_names:
        language.add_pipe(sentences.FACTORY, first=True)
    return language
