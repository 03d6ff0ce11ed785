"""Measures a model on annotated corpora: how right it is, how fast, and what it takes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extract.latvian.engines import Model, load_model
from extract.latvian.stanza_engine import cut_by_stanza
from extract.model import Engine
from extract.scoring.conll import Score, score_entities, score_sentences
from extract.scoring.treebank import Sentence, Word, annotated_sentences, gold_doc, paragraphs

#: The entities that names of people, places and bodies are.
NAMES = ("person", "location", "GPE", "organization")
#: Sentences in one doc when a model annotates gold tokens: as many as a letter has, roughly.
_SENTENCES_A_DOC = 50


@dataclass(frozen=True, slots=True)
class Corpora:
    """The annotated sentences to measure on: a treebank and a corpus of entities."""

    treebank: tuple[Sentence, ...]
    entities: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured of a model.

    `gold_tokens` and `raw_text` hold the scores of `score_sentences`, `own_cuts` those of the tokens and sentences that
    the engine itself would cut; `entities` by type, with "all" and "names" (`NAMES`). Time in seconds, size and memory
    in bytes; speed in words a second on one processor core.
    """

    model: Model
    gold_tokens: dict[str, Score]
    raw_text: dict[str, Score]
    own_cuts: dict[str, Score]
    entities: dict[str, Score]
    words_per_second: float
    load_time: float
    memory: int
    size: int


def measure(model: Model, corpora: Corpora) -> Measurement:
    """Measure the model; loading and memory in a process of their own. Raises UsageError where it cannot be loaded."""
    language = load_model(model)
    texts = paragraphs(corpora.treebank)
    started = time.process_time()  # that of all threads: what one core would take, whatever else the machine does
    docs = list(language.pipe(texts))
    seconds = time.process_time() - started
    raw = [sentence for doc in docs for sentence in annotated_sentences(doc)]
    load_time, memory = _measure_loading(model)
    return Measurement(
        model,
        score_sentences(corpora.treebank, _annotate_gold(corpora.treebank, language)),
        score_sentences(corpora.treebank, raw),
        _own_cuts(model, corpora.treebank, texts),
        _entity_scores(corpora.entities, _annotate_gold(corpora.entities, language)),
        sum(len(sentence.words) for sentence in raw) / seconds,
        load_time,
        memory,
        model.size(),
    )


def _annotate_gold(sentences: Sequence[Sentence], language: Language) -> list[Sentence]:
    """The sentences with the model's annotation on their own words; that which sets sentence ends is left out."""
    docs: list[Doc] = [
        gold_doc(sentences[first : first + _SENTENCES_A_DOC], language.vocab)
        for first in range(0, len(sentences), _SENTENCES_A_DOC)
    ]
    annotators: list[Callable[[Doc], Doc]] = [
        component for name, component in language.pipeline if name != "sentence_ends"
    ]
    annotated: list[Sentence] = []
    for doc in docs:
        for annotator in annotators:
            annotator(doc)
        annotated.extend(annotated_sentences(doc))
    return annotated


def _own_cuts(model: Model, gold: Sequence[Sentence], texts: Sequence[str]) -> dict[str, Score]:
    """Scores of the tokens and sentences that stanza's tokenizer makes; of spaCy none, since it cuts by the rules."""
    if model.engine is not Engine.STANZA:
        return {}
    cut = [
        Sentence("", tuple(Word(token) for token in tokens))
        for sentences in cut_by_stanza(model.folder, texts)
        for tokens in sentences
    ]
    scores = score_sentences(gold, cut)
    return {name: scores[name] for name in ("tokens", "sentences")}


def _entity_scores(gold: Sequence[Sentence], system: Sequence[Sentence]) -> dict[str, Score]:
    types = sorted({word.entity[2:] for sentence in gold for word in sentence.words if word.entity != "O"})
    scores = {"all": score_entities(gold, system), "names": score_entities(gold, system, NAMES)}
    return scores | {name: score_entities(gold, system, [name]) for name in types}


_LOADING = """
import resource, sys, time
from pathlib import Path
started = time.perf_counter()
from extract.latvian.engines import Model, load_model
from extract.model import Engine
language = load_model(Model(sys.argv[1], Engine(sys.argv[2]), Path(sys.argv[3])))
seconds = time.perf_counter() - started
language("Pašvaldība 2021. gadā īstenoja trīs projektus, kuros piedalījās 12 ģimenes.")
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def _measure_loading(model: Model) -> tuple[float, int]:
    """Seconds to load the model with all it imports, and the bytes that a process has taken after one sentence."""
    command = [sys.executable, "-c", _LOADING, model.name, model.engine, str(model.folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    seconds, memory = told.stdout.split()
    return float(seconds), int(memory)
