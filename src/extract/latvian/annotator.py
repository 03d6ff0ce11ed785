"""The spaCy component that annotates Latvian: part of speech, morphology, lemma, dependencies and named entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch
from spacy.vocab import Vocab

from extract.latvian.annotation_network import FILES, AnnotationNetwork, SentenceAnnotation
from extract.latvian.capitals import mark_common
from extract.latvian.entity_agreement import agree
from extract.latvian.entity_tags import best_tags
from extract.latvian.lemma_rules import apply_lemma_rule

#: The component's name in spaCy's registry and in a pipeline.
FACTORY = "latvian_annotator"
#: What a sentence tells of its words, and what the whole doc does.
_OF_WORDS = [POS, MORPH, LEMMA, HEAD, DEP]
_ATTRIBUTES = [*_OF_WORDS, ENT_IOB, ENT_TYPE]
#: Words annotated together, padding included; fewer use the processor worse, more want more memory.
_BATCH_WORDS = 1500
#: Longer sentences are annotated in pieces of this many words: the scores of arcs grow with the square.
_LONGEST = 250
#: ENT_IOB of spaCy.
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3

_DocT = TypeVar("_DocT", bound=Doc)


@Language.factory(
    FACTORY,
    assigns=["token.pos", "token.morph", "token.lemma", "token.head", "token.dep", "doc.ents"],
    requires=["token.is_sent_start"],
)
def make_annotator(nlp: Language, name: str) -> Annotator:
    """An annotator without its network, which `from_disk` or `from_bytes` brings."""
    return Annotator(nlp.vocab)


class Annotator:
    """Sets `pos`, `morph`, `lemma`, `head`, `dep` and `ents` by a trained network; keeps the sentences as they are."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._files: dict[str, bytes] = {}
        self._network: AnnotationNetwork | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc in place."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """Annotate docs in place, `batch_size` of them at a time."""
        docs: list[Doc]
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]  # spaCy left it without types
            self._annotate(docs)
            yield from docs

    def _annotate(self, docs: list[Doc]) -> None:
        if self._network is None:
            raise ValueError(f"the component {FACTORY} has no network: load a pipeline that was saved with one")
        words = [[token.text for token in doc] for doc in docs]
        pieces = [(i, piece) for i, doc in enumerate(docs) for piece in _pieces(doc)]
        pieces.sort(key=lambda piece: len(piece[1]))
        rows = [np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64) for doc in docs]
        scores = [np.zeros((len(doc), len(self._network.labels["entities"])), dtype=np.float32) for doc in docs]
        for batch in _batches(pieces):
            forms = [[words[i][t] for t in tokens] for i, tokens in batch]
            annotations = self._network.annotate(forms)
            for (i, tokens), own, annotation in zip(batch, forms, annotations, strict=True):
                rows[i][tokens, : len(_OF_WORDS)] = self._encode(own, tokens, annotation)
                scores[i][tokens] = annotation.entities
        scores = [agree(*each, self._network.labels["entities"]) for each in zip(words, scores, strict=True)]
        for batch in _batches(pieces):
            lengths = np.array([len(tokens) for _, tokens in batch])
            padded = np.zeros((len(batch), int(lengths.max()), scores[0].shape[1]), dtype=np.float32)
            for k, (i, tokens) in enumerate(batch):
                padded[k, : len(tokens)] = scores[i][tokens]
            tags = best_tags(padded, lengths, self._network.transitions)
            for k, (i, tokens) in enumerate(batch):
                rows[i][tokens, len(_OF_WORDS) :] = self._entity_numbers[tags[k, : len(tokens)]]
        for doc, values in zip(docs, rows, strict=True):
            if len(doc):
                _attach_the_rest(doc, values)
                doc.from_array(_ATTRIBUTES, values)  # type: ignore[arg-type]  # the stub asks for int64
            mark_common(doc, self._network.knows)

    def _encode(
        self, forms: list[str], tokens: NDArray[np.int64], annotation: SentenceAnnotation
    ) -> NDArray[np.uint64]:
        """The numbers of `_OF_WORDS` for the words of one piece of a sentence."""
        positions = np.arange(len(tokens))
        heads = np.where(annotation.heads == 0, positions, annotation.heads - 1)
        columns = [
            *self._tag_numbers[annotation.tags].T,
            np.array([self._lemma(form, rule) for form, rule in zip(forms, annotation.rules, strict=True)], np.uint64),
            (tokens[heads] - tokens).astype(np.int64).view(np.uint64),
            self._relation_numbers[annotation.relations],
        ]
        return np.stack(columns, axis=1)

    def _use(self, files: dict[str, bytes]) -> None:
        self._files, self._network = files, AnnotationNetwork(files)
        strings, morphology = self.vocab.strings, self.vocab.morphology
        labels = self._network.labels
        tags = [label.partition("|") for label in labels["tags"]]
        self._tag_numbers = np.array(
            [(strings.add(upos), morphology.add(feats or "_")) for upos, _, feats in tags], dtype=np.uint64
        )
        self._relation_numbers = np.array([strings.add(label) for label in labels["relations"]], dtype=np.uint64)
        marks = [label.partition("-") for label in labels["entities"]]
        self._entity_numbers = np.array(
            [
                ({"B": _BEGIN, "I": _INSIDE}.get(mark, _OUTSIDE), strings.add(kind) if kind else 0)
                for mark, _, kind in marks
            ],
            dtype=np.uint64,
        )
        rules = labels["rules"]

        @lru_cache(maxsize=60_000)
        def lemma(form: str, rule: int) -> int:
            return strings.add(apply_lemma_rule(rules[rule], form))

        self._lemma = lemma

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the network's files to a folder."""
        path.mkdir(parents=True, exist_ok=True)
        for name, content in self._files.items():
            (path / name).write_bytes(content)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Annotator:
        """Read the network's files from a folder. Raises OSError or ValueError."""
        self._use({name: (path / name).read_bytes() for name in FILES})
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The network's files in one string of bytes."""
        return bytes(srsly.msgpack_dumps(self._files))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Annotator:
        """Read what `to_bytes` made. Raises ValueError."""
        self._use(srsly.msgpack_loads(data))
        return self


def _pieces(doc: Doc) -> Iterator[NDArray[np.int64]]:
    """The words of each sentence by their index in the doc, without tokens of white space, the longest cut."""
    for sentence in doc.sents:
        words = np.array([token.i for token in sentence if not token.is_space], dtype=np.int64)
        for start in range(0, len(words), _LONGEST):
            yield words[start : start + _LONGEST]


def _batches(pieces: list[tuple[int, NDArray[np.int64]]]) -> Iterator[list[tuple[int, NDArray[np.int64]]]]:
    """Pieces, sorted by length, in batches."""
    batch: list[tuple[int, NDArray[np.int64]]] = []
    for piece in pieces:
        if batch and (len(batch) + 1) * len(piece[1]) > _BATCH_WORDS:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch


def _attach_the_rest(doc: Doc, values: NDArray[np.uint64]) -> None:
    """Give white space a head, and make one tree of the pieces of a long sentence, so that sentences stay whole."""
    head = _ATTRIBUTES.index(HEAD)
    space = doc.vocab.strings.add("SPACE")
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        roots = [i for i in words if values[i, head] == 0]
        anchor = roots[0] if roots else sentence.start
        for i in roots[1:]:
            values[i, head] = np.uint64((anchor - i) % 2**64)
            values[i, _ATTRIBUTES.index(DEP)] = doc.vocab.strings.add("parataxis")
        if len(words) < len(sentence):
            for token in sentence:
                if token.is_space:
                    values[token.i, head] = np.uint64((anchor - token.i) % 2**64)
                    values[token.i, _ATTRIBUTES.index(POS)] = space
                    values[token.i, _ATTRIBUTES.index(ENT_IOB)] = _OUTSIDE
