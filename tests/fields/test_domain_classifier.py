"""What was learnt of lemmas and domains: on sentences that no letter has, and where it must stay silent."""

import json
import tomllib
from pathlib import Path

import pytest
from linear_training import fingerprint, is_held_out
from spacy.language import Language

from extract.codebook import load_codebook
from extract.fields.analysed import AnalysedLetter
from extract.fields.domain_classifier import GENERAL, DomainClassifier, classifier_of, features_of
from extract.fields.domains import domains_by, find_domains
from extract.fields.heading_classifier import NO_FIELD
from extract.latvian.engines import load_engine
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.model import Engine
from letter_factory import make_document

ROOT = Path(__file__).resolve().parents[2]
CODES = load_codebook().domain_codes


@pytest.fixture(scope="module")
def language() -> Language:
    return load_engine(Engine.SPACY)


@pytest.fixture(scope="module")
def classifier() -> DomainClassifier:
    found = classifier_of(CODES)
    assert found is not None
    return found


def sentences_of(kind: str, *, held_out: bool) -> list[tuple[str, str]]:
    """The texts of that kind in annotations/domains, with their domains."""
    files = (path for path in (ROOT / "annotations" / "domains").glob("*.toml") if is_held_out(path.stem) == held_out)
    return [(text, domain) for path in files for text, domain in tomllib.loads(path.read_text("utf-8"))[kind]]


def letter_of(language: Language, *paragraphs: str) -> AnalysedLetter:
    letter = read_letter(make_document(*paragraphs, name="v.txt"), load_codebook(), load_language())
    return AnalysedLetter(letter, tuple(language.pipe(s.text for s in letter.statements)), load_codebook())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abas pašvaldības vienojās par kopīgām sanāksmēm.", "cooperation"),
        ("Skolotāja pēc stundām palīdzēja skolēniem rēķināt.", "education"),
        ("Bērnudārzā vietu ieguva jaunākā meitene.", "education"),
        ("Kursus pabeidza un darbu galdniecībā atrada kāds vīrietis.", "employment"),
        ("Ārsts vakcinēja pret gripu un difteriju.", "health"),
        ("Zobus salaboja poliklīnikā.", "health"),
        ("Biedrībai piešķirtas telpas un līdzfinansējums tās iecerei.", "participation"),
        ("Koncertā skanēja dziesmas, bet izstādē bija gleznas.", "culture"),
        ("Asistente ģimenei palīdz sakārtot ikdienu.", "family_assistant"),
        ("Dzīvokli ar krāsns apkuri izīrēja uz gadu.", "housing"),
    ],
)
def test_lemmas_speak_for_their_domain(
    language: Language, classifier: DomainClassifier, text: str, expected: str
) -> None:
    nats = classifier.weigh(language(text))
    assert CODES[max(range(len(CODES)), key=lambda k: nats[k])] == expected


def test_unknown_words_and_words_without_lemmas_speak_for_nothing(
    language: Language, classifier: DomainClassifier
) -> None:
    for doc in (language("Žvrqt bgrtz."), load_language()("Skolā mācījās bērni.")):
        assert len({round(n, 9) for n in classifier.weigh(doc)}) == 1
    assert features_of(load_language()("Skolā mācījās bērni.")) == {}


def test_the_likelihoods_add_up_to_one(language: Language, classifier: DomainClassifier) -> None:
    import math

    assert sum(map(math.exp, classifier.weigh(language("Skolā mācījās bērni.")))) == pytest.approx(1)


def test_a_codebook_of_other_domains_has_no_classifier() -> None:
    assert classifier_of((*CODES, "sport")) is None
    assert classifier_of(CODES[::-1]) is None


@pytest.mark.parametrize(("name", "last"), [("domain", GENERAL), ("heading", NO_FIELD)])
def test_the_weights_were_learnt_from_what_is_annotated_now(name: str, last: str) -> None:
    """`make domains` learns them anew."""
    data = json.loads((ROOT / f"src/extract/fields/data/{name}_classifier.json").read_text("utf-8"))
    assert data["learnt_from"] == fingerprint(ROOT / "annotations" / "domains")
    assert data["classes"] == [*CODES, last]


def test_nothing_is_learnt_from_headings_and_sentences_that_are_held_out() -> None:
    learnt, held_out = set[str](), set[str]()
    for path in (ROOT / "annotations" / "domains").glob("*.toml"):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        texts = [text for text, _ in (*data["headings"], *data["sentences"])] + data["not_fields"]
        (held_out if is_held_out(path.stem) else learnt).update(text.casefold().strip(" .:?") for text in texts)
    assert held_out
    assert not learnt & held_out


def test_sentences_that_were_not_learnt_from(language: Language, classifier: DomainClassifier) -> None:
    """The words by themselves, without the codebook's terms and a letter around them."""
    sentences = sentences_of("sentences", held_out=True)
    told = [classifier.weigh(doc)[:-1] for doc in language.pipe(text for text, _ in sentences)]
    right = sum(CODES[nats.index(max(nats))] == domain for nats, (_, domain) in zip(told, sentences, strict=True))
    assert len(sentences) == 80
    assert right >= 74


def test_a_domain_that_was_learnt_shows_its_words(language: Language, classifier: DomainClassifier) -> None:
    letter = letter_of(language, "Novada pašvaldība informē par 2022. gadu.", "Zobus salaboja poliklīnikā.")
    finding = find_domains(letter)[-1]
    assert finding is not None
    assert finding.value == "health"
    assert finding.evidence
    for evidence in finding.evidence:
        assert letter.letter.document.text[evidence.start : evidence.end] == evidence.quote
    words = classifier.strongest(letter.docs[-1], CODES.index("health"), 0.1, 3)
    assert [word.i for word in words] == sorted(word.i for word in words)


def test_learning_helps_where_the_terms_do_not_reach(language: Language, classifier: DomainClassifier) -> None:
    letter = letter_of(language, "Zobus salaboja poliklīnikā.")
    with_terms, with_both = domains_by(letter, None), domains_by(letter, classifier)
    assert [f.value if f else None for f in with_both] == ["health"]
    assert with_terms[0] is None or with_terms[0].confidence <= (with_both[0].confidence if with_both[0] else 0)
