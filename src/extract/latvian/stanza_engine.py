"""Annotation by a stanza pipeline, as a component of a spaCy pipeline. Stanza is imported here alone, when asked for.

The tokens and sentence ends are this package's own: the field finders and their evidence rest on them, they are better
than stanza's on official text, and no figure then changes with the engine that was not meant to. Stanza tags,
lemmatises, parses and finds entities in them. Nothing is looked up in a network.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extract.errors import UsageError
from extract.latvian import sentences
from extract.latvian.engines import check_stanza
from extract.latvian.language import Latvian
from extract.model import Message

if TYPE_CHECKING:
    from stanza import Pipeline

#: The component's name in spaCy's registry and in a pipeline.
FACTORY = "stanza"

_LANGUAGE = "lv"
_ANNOTATORS = ("pos", "lemma", "depparse", "ner")
_ATTRIBUTES = (TAG, POS, MORPH, LEMMA, DEP, HEAD)
#: Docs annotated at once: stanza is several times faster on many sentences than on one.
_BATCH = 64


@cache
def load_stanza(folder: Path) -> Language:
    """The pipeline of `load_language` with the annotation of the stanza models in `folder`; made once a process.

    Raises UsageError where stanza is not installed or the models cannot be loaded.
    """
    language = Latvian()
    language.add_pipe(sentences.FACTORY)
    language.add_pipe(FACTORY, config={"folder": str(folder)})
    return language


def cut_by_stanza(folder: Path, texts: Iterable[str]) -> Iterator[list[list[str]]]:
    """For each text the sentences and their tokens that stanza's own tokenizer makes of it. Raises UsageError."""
    pipeline = _load_pipeline(folder, ("tokenize",))
    for text in texts:
        # Cut from the text: stanza puts "<UNK>" in place of very long tokens.
        cuts = ([(token.start_char, token.end_char) for token in each.tokens] for each in pipeline(text).sentences)
        yield [[text[start:end] for start, end in sentence] for sentence in cuts]


class StanzaAnnotation:
    """Sets `pos_`, `tag_`, `morph`, `lemma_`, `head`, `dep_` and `ents` on docs that have sentence starts."""

    def __init__(self, folder: Path) -> None:
        """Load the annotators in `folder`. Raises UsageError."""
        installed = tuple(name for name in _ANNOTATORS if any((folder / _LANGUAGE / name).glob("*.pt")))
        self._pipeline = _load_pipeline(folder, ("tokenize", *installed), tokenize_pretokenized=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc` in place."""
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Annotate docs, many of them at once."""
        docs = iter(stream)
        while batch := list(islice(docs, min(batch_size, _BATCH))):
            self._annotate(batch)
            yield from batch

    def _annotate(self, docs: list[Doc]) -> None:
        spans = [[_words(span) for span in doc.sents] for doc in docs]
        texts = [[word.text for word in words] for doc in spans for words in doc if words]
        if not texts:
            return
        annotated = iter(self._pipeline(texts).sentences)
        for doc, groups in zip(docs, spans, strict=True):
            _set_annotation(doc, [(words, next(annotated)) for words in groups if words])


@Language.factory(
    FACTORY,
    assigns=["token.pos", "token.tag", "token.morph", "token.lemma", "token.head", "token.dep", "doc.ents"],
    requires=["token.is_sent_start"],
)
def _make_annotation(nlp: Language, name: str, folder: str) -> StanzaAnnotation:
    return StanzaAnnotation(Path(folder))


def _words(span: Span) -> list[Token]:
    return [token for token in span if not token.is_space]


def _set_annotation(doc: Doc, groups: list[tuple[list[Token], Any]]) -> None:
    """Set on `doc` what stanza found in its sentences, of each its words as tokens and as stanza's sentence.

    White space keeps no annotation. Setting heads sets sentence starts anew, where they were: no head crosses them.
    """
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    values = np.zeros((len(doc), len(_ATTRIBUTES)), dtype="int64").astype("uint64")
    entities: list[Span] = []
    for tokens, sentence in groups:
        for token, word in zip(tokens, sentence.words, strict=True):
            head = tokens[word.head - 1].i if word.head else token.i
            values[token.i] = (
                strings.add(word.xpos or ""),
                strings.add(word.upos or ""),
                morphology.add(word.feats or ""),
                strings.add(word.lemma or token.text),
                strings.add(word.deprel if word.head else "ROOT"),  # spaCy's name for the root
                _offset(head, token.i),
            )
        for entity in sentence.ents:
            first, last = (tokens[entity.tokens[place].id[0] - 1].i for place in (0, -1))
            entities.append(Span(doc, first, last + 1, label=entity.type))
    doc.from_array(list(_ATTRIBUTES), values)  # type: ignore[arg-type]  # the stub asks for int64, the code for uint64
    doc.set_ents(entities)


def _offset(head: int, token: int) -> int:
    """How far the head is, as spaCy stores it: a negative number wraps around."""
    return (head - token) % 2**64


def _load_pipeline(folder: Path, processors: tuple[str, ...], **options: object) -> Pipeline:
    """A stanza pipeline on the processor, with the models of `folder` alone. Raises UsageError."""
    check_stanza()
    os.environ["HF_HUB_OFFLINE"] = "1"
    import stanza
    import torch
    from stanza.models.common.foundation_cache import FoundationCache

    # A batch runs one process a processor core; threads within would only be in each other's way.
    torch.set_num_threads(1)
    try:
        vectors = FoundationCache()
        for file in (folder / _LANGUAGE / "pretrain").glob("*.pt"):
            # Ours are shipped in half precision; a layer on top of them wants single precision.
            pretrain = vectors.load_pretrain(str(file))
            pretrain._emb = pretrain.emb.float()
        return stanza.Pipeline(
            _LANGUAGE,
            dir=str(folder),
            processors=",".join(processors),
            download_method=None,
            use_gpu=False,
            verbose=False,
            foundation_cache=vectors,
            **options,
        )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise UsageError(
            Message(
                "The stanza models in {folder} cannot be loaded: {detail}.",
                {"folder": str(folder), "detail": str(error)},
            ),
            Message("Build them anew as models/stanza/README.md says, or use the engine spacy."),
        ) from error
