"""The classifier of denials: features, signs, and what it was learnt from."""

import hashlib
import json
from pathlib import Path

import pytest
from spacy.language import Language

from extract.fields.denials.classifier import denial_probability, features_of, has_sign
from extract.fields.linear import LinearClassifier
from extract.latvian.engines import load_engine
from extract.latvian.language import load_language
from extract.model import Engine

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def language() -> Language:
    return load_engine(Engine.SPACY)


def test_features_are_parts_of_words_and_runs_of_lemmas(language: Language) -> None:
    features = features_of(language("Skolā 12 bērni nebija."))
    assert {" sk", "kolā ", "=skola", "=NUMBER+bērns", "=bērns+nebūt+."} <= features.keys()
    assert " sk" in features_of(load_language()("Skolā"))
    assert "=skola" not in features_of(load_language()("Skolā"))


def test_each_kind_of_feature_has_the_length_of_one(language: Language) -> None:
    features = features_of(language("Pasākumi romiem netika rīkoti, netika arī plānoti."))
    assert sum(value * value for value in features.values()) == pytest.approx(2)
    assert features_of(language("")) == {}


def test_what_was_not_learnt_says_nothing(language: Language) -> None:
    assert denial_probability(language("Nekas netika darīts."), LinearClassifier(0.0, {})) == 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasākumi netika rīkoti.", True),
        ("Neviens nejautāja.", True),
        ("Bez pasākumiem.", True),
        ("Kalendārs palika tukšs.", True),
        ("Pasākums atlikts.", True),
        ("Nelielā novada skolā mācās romi.", False),
        ("Strādājam, nenodalot iedzīvotājus pēc tautības.", False),
        ("Notika koncerts un trīs tikšanās.", False),
    ],
)
def test_signs_of_a_denial(text: str, expected: bool, language: Language) -> None:
    assert has_sign(language(text)) is expected


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Šajā jomā romiem neko neesam rīkojuši.", 0.9, 1.0),
        ("Diemžēl līdz veselībai rokas tā arī nesniedzās.", 0.6, 1.0),
        ("Neviens bērns nodarbības nekavēja.", 0.0, 0.3),
        ("2022. gadā ekskursijā piedalījās 14 romu bērni.", 0.0, 0.1),
    ],
)
def test_probabilities(text: str, least: float, most: float, language: Language) -> None:
    assert least <= denial_probability(language(text)) <= most


def test_the_weights_were_learnt_from_what_is_annotated_now() -> None:
    """`make denials` learns them anew."""
    data = json.loads((ROOT / "src/extract/fields/data/denial_classifier.json").read_text("utf-8"))
    digest = hashlib.sha256((ROOT / "annotations/train.jsonl").read_bytes())
    for path in sorted((ROOT / "annotations/denials").glob("*.toml")):
        if path.stem != "test":
            digest.update(path.read_bytes())
    assert data["learnt_from"] == digest.hexdigest()
