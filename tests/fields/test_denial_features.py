"""What denials are told by beside the rules: features, signs, and what was learnt from what."""

import json

import pytest
from linear_training import ROOT, fingerprint
from spacy.language import Language

from extract.fields.denials.features import features_of, has_sign
from extract.fields.linear import LinearClassifier, classifier_in_use, in_place_of
from extract.fields.no_measures import find_no_measures
from extract.latvian.engines import load_engine
from extract.model import Engine
from invented_letters import analysed


@pytest.fixture(scope="module")
def language() -> Language:
    return load_engine(Engine.SPACY)


def test_features_are_parts_of_words_and_runs_of_lemmas(language: Language) -> None:
    features = features_of(language("Skolā 12 bērni nebija nekad."))
    assert {" sk", "kolā ", "=skola", "=NUMBER+bērns", "=bērns+nebūt+nekad"} <= features.keys()


def test_each_kind_of_feature_has_the_length_of_one(language: Language) -> None:
    features = features_of(language("Pasākumi romiem netika rīkoti, netika arī plānoti."))
    assert sum(value * value for value in features.values()) == pytest.approx(2)
    assert features_of(language("")) == {}


@pytest.mark.parametrize("end", ["", ";", "!", " …"])
def test_how_a_statement_ends_tells_nothing(end: str, language: Language) -> None:
    assert features_of(language(f"Kalendārs palika tukšs{end}")) == features_of(language("Kalendārs palika tukšs."))


def test_what_was_not_learnt_says_nothing(language: Language) -> None:
    assert LinearClassifier(0.0, {}).probability(features_of(language("Nekas netika darīts."))) == 0.5


def test_without_a_sign_a_statement_is_no_denial(language: Language) -> None:
    with in_place_of("denial", LinearClassifier(9.0, {})):
        without, with_one = find_no_measures(analysed(["Notika koncerts.", "Koncerta nebija."], language=language))
    assert without is None
    assert with_one is not None


def test_a_question_is_no_denial_that_was_learnt(language: Language) -> None:
    with in_place_of("denial", LinearClassifier(9.0, {})):
        asked, told = find_no_measures(analysed(["Vai tā nav?", "Tā nav."], language=language))
    assert asked is None
    assert told is not None


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
        ("Mēs neīstenojām iecerēto.", True),
        ("Ar kaimiņiem nesadarbojāmies.", True),
        ("Ieceres palika nerealizētas.", True),
        ("Joma palika novārtā.", True),
        ("Par šādiem pasākumiem mums nav ziņu.", False),
        ("Par to nezinu, jautājiet skolai.", False),
        ("Neorganizējām informācijas stundas romiem.", True),
        ("Neīstenojām zināmus pasākumus.", True),
        ("Informācijas par pasākumiem nav.", True),
        ("Nav zināms, ka pasākumi nebūtu notikuši.", True),
        ("Neraugoties uz slimību, mediators strādāja.", False),
        ("Ziemā nesām ģimenēm malku.", False),
        ("Jauniešu centrs ir arī nevalstiskām biedrībām.", False),
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
    classifier = classifier_in_use("denial")
    assert classifier is not None
    assert least <= classifier.probability(features_of(language(text))) <= most


def test_the_weights_were_learnt_from_what_is_annotated_now() -> None:
    """`make denials` learns them anew."""
    data = json.loads((ROOT / "src/extract/fields/data/denial_classifier.json").read_text("utf-8"))
    assert data["learnt_from"] == fingerprint(ROOT / "annotations" / "denials")
