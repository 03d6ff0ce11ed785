"""Counts what `EntityLexicon` knows: words of the annotated corpus by the types they stand in, and names from lists."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from babel import Locale

from extract.latvian.entity_lexicon import CAPITALISED, LOWER, OUTSIDE, group_of, stem, type_of
from training.corpora import Sentence

#: Weights of the two groups, and how many words of a group's shares are added to a stem's counts: the best of a dozen
#: choices on the development part.
WEIGHTS = {CAPITALISED: 0.8, LOWER: 0.7}
SMOOTHING = 1.0


def listed_names() -> Iterator[tuple[str, str]]:
    """Names of one word and their types: countries and regions of the world (CLDR), places of Latvia (the codebook)."""
    for code, name in Locale("lv").territories.items():
        if " " not in name:
            yield name, "location" if code.isdigit() else "GPE"
    codebook = tomllib.loads((files("extract") / "codebooks/respondents.toml").read_text("utf-8"))
    for respondent in codebook["respondents"]:
        for place in respondent.get("places", []):
            yield place.split()[0], "GPE"  # "Liepna", and of "Liepnas pagasts" the first word


def count_entity_words(sentences: Iterable[Sentence]) -> dict[str, Any]:
    """The content of an `EntityLexicon`, from sentences with entities."""
    counts: dict[str, dict[str, Counter[str]]] = {name: defaultdict(Counter) for name in WEIGHTS}
    for sentence in sentences:
        for form, label in zip(sentence.forms, sentence.entities or [], strict=bool(sentence.entities)):
            if group := group_of(form):
                counts[group][stem(form)][type_of(label)] += 1
    totals = {name: sum(stems.values(), Counter[str]()) for name, stems in counts.items()}
    types = sorted({OUTSIDE}.union(*totals.values()))
    capitalised = counts[CAPITALISED]
    capitalised |= {stem(name): Counter({kind: 1}) for name, kind in listed_names() if stem(name) not in capitalised}
    return {
        "types": types,
        "smoothing": SMOOTHING,
        "groups": {
            name: {
                "weight": WEIGHTS[name],
                "shares": [round(totals[name][kind] / totals[name].total(), 6) for kind in types],
                "stems": {known: dict(counts[name][known]) for known in sorted(counts[name])},
            }
            for name in WEIGHTS
        },
    }
