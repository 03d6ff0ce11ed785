"""The trained pipeline that is shipped: what it says of letters, and that it leaves tokens and sentences alone."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.latvian.annotator import FACTORY
from extract.latvian.language import Latvian, load_language

MODEL = Path(__file__).resolve().parents[2] / "models" / "lv_extract"


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language(MODEL)


def annotate(language: Language, text: str) -> Doc:
    return language(text)


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Skolēniem tika nodrošināts pedagoga palīgs.", "skolēns tikt nodrošināt pedagogs palīgs ."),
        ("Pašvaldība organizēja nometnes trīsdesmit bērniem.", "pašvaldība organizēt nometne trīsdesmit bērns ."),
        ("Ģimenēm sniegtas konsultācijas par veselību.", "ģimene sniegt konsultācija par veselība ."),
        ("Jaunieši apmeklēja bibliotēku Daugavpilī.", "jaunietis apmeklēt bibliotēka Daugavpils ."),
        ("Nodarbības nenotika.", "nodarbība notikt ."),
    ],
)
def test_lemmas(language: Language, text: str, lemmas: str) -> None:
    assert " ".join(token.lemma_ for token in language(text)) == lemmas


@pytest.mark.parametrize(
    ("text", "word", "pos", "morph"),
    [
        ("Divām ģimenēm piešķirts dzīvoklis.", "ģimenēm", "NOUN", {"Case": "Dat", "Number": "Plur", "Gender": "Fem"}),
        ("Divām ģimenēm piešķirts dzīvoklis.", "dzīvoklis", "NOUN", {"Case": "Nom", "Number": "Sing"}),
        ("Nodarbības vadīja sociālā pedagoģe.", "vadīja", "VERB", {"Tense": "Past", "VerbForm": "Fin"}),
        ("Nodarbības vadīja sociālā pedagoģe.", "sociālā", "ADJ", {"Gender": "Fem", "Definite": "Def"}),
        ("Mācības notika Liepājā un Rīgā.", "Liepājā", "PROPN", {"Case": "Loc"}),
    ],
)
def test_morphology(language: Language, text: str, word: str, pos: str, morph: dict[str, str]) -> None:
    token = next(token for token in language(text) if token.text == word)
    assert token.pos_ == pos
    assert morph.items() <= token.morph.to_dict().items()


@pytest.mark.parametrize(
    ("text", "dependent", "head", "relation"),
    [
        ("Kursus apmeklēja piecas sievietes.", "sievietes", "apmeklēja", "nsubj"),
        ("Kursus apmeklēja piecas sievietes.", "piecas", "sievietes", "nummod"),
        ("Pašvaldība atbalsta romu bērnus.", "romu", "bērnus", "nmod"),
        ("Pašvaldība atbalsta romu bērnus.", "atbalsta", "atbalsta", "root"),
    ],
)
def test_dependencies(language: Language, text: str, dependent: str, head: str, relation: str) -> None:
    token = next(token for token in language(text) if token.text == dependent)
    assert (token.head.text, token.dep_) == (head, relation)


@pytest.mark.parametrize(
    ("text", "entity", "label"),
    [
        ("Projektu vadīja Jānis Ozoliņš.", "Jānis Ozoliņš", "person"),
        ("Izstāde notika Daugavpilī.", "Daugavpilī", "GPE"),
        ("Līdzekļus piešķīra Sabiedrības integrācijas fonds.", "Sabiedrības integrācijas fonds", "organization"),
    ],
)
def test_entities(language: Language, text: str, entity: str, label: str) -> None:
    assert (entity, label) in [(found.text, found.label_) for found in language(text).ents]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "Vārds.",
        "  Divas  atstarpes.  \n Jauna rinda. ",
        "1. Viens. 2. Divi.",
        "Skolā mācās 12. Pārējie mācās mājās.",
        "😀 «»",
        "a" * 500,
    ],
)
def test_text_tokens_and_sentences_stay(language: Language, text: str) -> None:
    plain, annotated = load_language()(text), language(text)
    assert [token.text_with_ws for token in annotated] == [token.text_with_ws for token in plain]
    assert [sentence.start for sentence in annotated.sents] == [sentence.start for sentence in plain.sents]
    assert all(token.is_space or token.pos_ for token in annotated)


@pytest.mark.parametrize("seed", range(5))
def test_entities_of_any_words_are_whole(language: Language, seed: int) -> None:
    words = ["Rīgas", "dome", "„", "”", "Jānis", "un", "2021.", "gadā", "(", ")", ",", "romu", "SIA", "Nr.", "Saule"]
    text = " ".join(random.Random(seed).choices(words, k=120))  # noqa: S311 - no secret
    assert all(entity.label_ for entity in language(text).ents)


def test_a_sentence_longer_than_the_network_reads_at_once_stays_one(language: Language) -> None:
    text = "Atbalstīti " + ", ".join(["bērni un jaunieši"] * 200) + "."
    doc = language(text)
    assert len(doc) > 700
    assert len(list(doc.sents)) == 1
    assert [token.dep_ for token in doc].count("root") == 1
    assert all(token.lemma_ for token in doc)


def test_docs_are_annotated_alike_alone_and_together(language: Language) -> None:
    texts = ["Kursus apmeklēja piecas sievietes.", "Skola.", "Pašvaldība atbalsta romu bērnus no Liepājas novada."]
    together = list(language.pipe(texts))
    for text, doc in zip(texts, together, strict=True):
        alone = language(text)
        assert [(t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_) for t in alone] == [
            (t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_) for t in doc
        ]


def test_bytes_and_folders_bring_the_network_along(language: Language, tmp_path: Path) -> None:
    text = "Kursus apmeklēja piecas sievietes Rīgā."
    expected = language(text).to_json()
    copy = Latvian()
    copy.add_pipe("sentence_ends")
    copy.add_pipe(FACTORY)
    copy.from_bytes(language.to_bytes())
    assert copy(text).to_json() == expected
    language.to_disk(tmp_path)
    assert spacy.load(tmp_path)(text).to_json() == expected


def test_a_component_without_its_network_says_so() -> None:
    empty = Latvian()
    empty.add_pipe("sentence_ends")
    empty.add_pipe(FACTORY)
    with pytest.raises(ValueError, match="has no network"):
        empty("Teksts.")


def test_the_package_of_its_own_works_without_extract(tmp_path: Path) -> None:
    root = MODEL.parent
    script = f"import sys; sys.path.insert(0, {str(root)!r}); from training.package import write_package; "
    script += f"from pathlib import Path; write_package(Path({str(MODEL)!r}), Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", script], check=True)
    # As in an environment without extract: it cannot be imported, and its entry points are not there.
    code = (
        "import importlib.metadata as metadata, sys\n"
        "sys.modules['extract'] = None\n"
        "points = metadata.EntryPoints(point for distribution in metadata.distributions()\n"
        "    for point in distribution.entry_points if not point.value.startswith('extract.'))\n"
        "metadata.entry_points = lambda **asked: points.select(**asked) if asked else points\n"
        "import lv_extract\n"
        "from lv_extract.code.latvian import annotator, language\n"
        "doc = lv_extract.load()('Kursus apmeklēja piecas sievietes.')\n"
        "print(*(t.lemma_ for t in doc))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "kurss apmeklēt pieci sieviete .", done.stderr
