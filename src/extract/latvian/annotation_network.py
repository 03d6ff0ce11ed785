"""The trained network as the annotator runs it: three ONNX graphs, their labels, and the dictionary they look into.

`models/training` makes the folder that is read here.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, RuntimeException

from extract.latvian.dependency_trees import best_tree
from extract.latvian.entity_lexicon import EntityLexicon
from extract.latvian.morphological_lexicon import share_lexicon
from extract.latvian.subwords import Subwords
from extract.latvian.word_features import MOST_CHARACTERS, Inventory, read_word

#: The files of a network's folder.
FILES = (
    "words.onnx", "sentences.onnx", "relations.onnx", "labels.json", "inventory.json", "subwords.json",
    "entity_words.json", "transitions.npy", "lv_LV.dic", "lv_LV.aff",
)  # fmt: skip
#: Vectors of this many forms are kept, 2.6 KB each.
_MOST_FORMS = 40_000
_FORMS_AT_ONCE = 256
#: Columns of padding behind the longest word that its letters' convolutions can tell apart from more.
_CHARACTERS_BEHIND = 3


@dataclass(frozen=True, slots=True)
class SentenceAnnotation:
    """Numbers of the labels of each word of one sentence; `heads` count from 1, 0 is the root.

    Of entities these are the scores of all labels (words, labels), which `best_tags` chooses from.
    """

    tags: NDArray[np.int64]
    rules: NDArray[np.int64]
    heads: NDArray[np.int64]
    relations: NDArray[np.int64]
    entities: NDArray[np.float32]


class AnnotationNetwork:
    """Annotates sentences given as lists of forms. One processor core; extraction runs one process a core."""

    def __init__(self, files: dict[str, bytes]) -> None:
        """`files` holds the content of each of `FILES`. Raises ValueError where it does not fit together."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3

        def session(name: str) -> Any:
            return onnxruntime.InferenceSession(files[name], options, providers=["CPUExecutionProvider"])

        self._words, self._sentences, self._relations = (
            session(f"{n}.onnx") for n in ("words", "sentences", "relations")
        )
        self.labels: dict[str, list[str]] = json.loads(files["labels.json"])
        kept = json.loads(files["inventory.json"])
        words, characters, traits = (
            {item: i for i, item in enumerate(kept[name], 2)} for name in ("words", "characters", "traits")
        )
        self._inventory = Inventory(words, characters, traits, kept["pieces"])
        cut = json.loads(files["subwords.json"])
        self._subwords = Subwords(cut["pieces"], cut["likelihoods"])
        self._entity_words = EntityLexicon(json.loads(files["entity_words.json"]), self.labels["entities"])
        self.transitions: NDArray[np.float32] = np.load(io.BytesIO(files["transitions.npy"]))
        self._lexicon = share_lexicon(files["lv_LV.dic"].decode(), files["lv_LV.aff"].decode())
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._known: dict[str, NDArray[np.float32]] = {}

    @classmethod
    def from_folder(cls, folder: Path) -> AnnotationNetwork:
        """Read a network's folder. Raises OSError or ValueError."""
        return cls({name: (folder / name).read_bytes() for name in FILES})

    def knows(self, form: str) -> bool:
        """Whether the dictionary has a form as it is spelt."""
        return any(analysis.lemma[:1].islower() for analysis in self._lexicon.analyse(form))

    def annotate(self, sentences: Sequence[Sequence[str]]) -> list[SentenceAnnotation]:
        """The annotation of each sentence; none may be empty. Sentences of like length cost least together."""
        forms = {form for sentence in sentences for form in sentence}
        if len(self._vectors) + len(forms) > _MOST_FORMS:
            self._vectors.clear()
            self._known.clear()
        self._encode(sorted(forms - self._vectors.keys(), key=lambda form: (len(form), form)))
        lengths = np.array([len(sentence) for sentence in sentences], dtype=np.int32)
        width = int(lengths.max())
        vectors = np.zeros((width, len(sentences), len(next(iter(self._vectors.values())))), dtype=np.float32)
        for i, sentence in enumerate(sentences):
            vectors[: len(sentence), i] = [self._vectors[form] for form in sentence]
        tags, rules, arcs, dependents, governors, scores = _run(
            self._sentences, {"vectors": vectors, "lengths": lengths}
        )
        heads = [best_tree(arcs[i, :length, : length + 1]) for i, length in enumerate(lengths)]
        rows = np.repeat(np.arange(len(sentences)), lengths)
        columns = np.concatenate([np.arange(length) for length in lengths])
        (relations,) = _run(
            self._relations,
            {"dependents": dependents[rows, columns], "governors": governors[rows, np.concatenate(heads)]},
        )
        ends = np.cumsum(lengths)
        return [
            SentenceAnnotation(
                tags[i, :length],
                rules[i, :length],
                heads[i],
                relations[end - length : end],
                scores[i, :length] + [self._known[form] for form in sentences[i]],
            )
            for i, (length, end) in enumerate(zip(lengths, ends, strict=True))
        ]

    def _encode(self, forms: list[str]) -> None:
        """Make the vectors of forms that were not met yet, some at a time: each takes much room while it is made.

        Forms of like length cost least together.
        """
        for start in range(0, len(forms), _FORMS_AT_ONCE):
            some = forms[start : start + _FORMS_AT_ONCE]
            features = [read_word(form, self._inventory, self._lexicon) for form in some]
            letters = min(MOST_CHARACTERS, max(len(feature.characters) for feature in features) + _CHARACTERS_BEHIND)
            (vectors,) = _run(
                self._words,
                {
                    "words": np.array([feature.word for feature in features], dtype=np.int32),
                    "characters": _padded([feature.characters for feature in features], letters),
                    "pieces": _padded([feature.pieces for feature in features]),
                    "traits": _padded([feature.traits for feature in features]),
                    "subwords": _padded([self._subwords.cut(form) for form in some]),
                },
            )
            self._vectors.update(zip(some, vectors, strict=True))
            self._known.update((form, self._entity_words.scores(form)) for form in some)


def _run(session: onnxruntime.InferenceSession, inputs: dict[str, NDArray[Any]]) -> list[NDArray[Any]]:
    """All outputs of a graph. Raises MemoryError where memory does not suffice; the library only says so in words."""
    try:
        return list(session.run(None, inputs))
    except (Fail, RuntimeException) as error:
        if "bad_alloc" in str(error) or "allocate" in str(error):
            raise MemoryError(str(error)) from error
        raise


def _padded(rows: Iterable[tuple[int, ...]], width: int | None = None) -> NDArray[np.int32]:
    rows = list(rows)
    out = np.zeros((len(rows), width or max(map(len, rows))), dtype=np.int32)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
