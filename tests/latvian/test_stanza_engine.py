"""Annotation by the stanza models that come along."""

import socket

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extract.latvian.engines import find_models, load_model
from extract.latvian.language import load_language
from extract.latvian.stanza_engine import StanzaAnnotation, cut_by_stanza

pytest.importorskip("stanza", reason="the extra stanza is not installed")

MODELS = [model for model in find_models() if model.name == "lv_stanza"]
TEXT = (
    "Ādažu novada pašvaldība 2021.gadā īstenoja trīs projektus, t.sk. „Saules ceļš”.\n\nTajos piedalījās 12. "
    "Nodarbības vadīja Anna Kalniņa, kas dzīvo Rīgā!"
)


@pytest.fixture(scope="module")
def language() -> Language:
    return load_model(MODELS[0])


@pytest.fixture(scope="module")
def doc(language: Language) -> Doc:
    return language(TEXT)


def test_tokens_and_sentences_are_those_of_the_rules(doc: Doc) -> None:
    by_rules = load_language()(TEXT)
    assert [token.text for token in doc] == [token.text for token in by_rules]
    assert [span.text for span in doc.sents] == [span.text for span in by_rules.sents]


def test_every_word_is_annotated(doc: Doc) -> None:
    words = [token for token in doc if not token.is_space]
    assert all(token.pos_ and token.tag_ and token.lemma_ and token.dep_ for token in words)
    assert all(doc.has_annotation(name) for name in ("POS", "TAG", "MORPH", "LEMMA", "DEP", "ENT_IOB"))


def test_white_space_is_not_annotated(doc: Doc) -> None:
    spaces = [token for token in doc if token.is_space]
    assert spaces
    assert not any(token.pos_ or token.lemma_ or token.dep_ for token in spaces)


def test_each_sentence_is_a_tree_of_its_own(doc: Doc) -> None:
    for span in doc.sents:
        words = [token for token in span if not token.is_space]
        assert [token.dep_ for token in words if token.head is token or token.head == token] == ["ROOT"]
        assert all(token.head in span for token in words)
        assert all(span.root in (token, *token.ancestors) for token in words)


def test_frequent_words_are_known(doc: Doc) -> None:
    word = {token.text: token for token in doc}
    assert (word["gadā"].pos_, word["gadā"].lemma_) == ("NOUN", "gads")
    assert "Case=Loc" in str(word["gadā"].morph)
    assert (word["īstenoja"].pos_, word["īstenoja"].lemma_) == ("VERB", "īstenot")
    assert word["trīs"].pos_ == "NUM"
    assert (word["Rīgā"].pos_, word["Rīgā"].lemma_) == ("PROPN", "Rīga")


def test_names_are_entities(doc: Doc) -> None:
    entities = {entity.text: entity.label_ for entity in doc.ents}
    assert entities["Anna Kalniņa"] == "person"
    assert entities["Rīgā"] == "GPE"


def test_many_docs_at_once_are_annotated_as_one_by_one(language: Language) -> None:
    texts = [TEXT, "", "\n", "Viens teikums. ", " Sk. Ziedi.lv. Otrs!", *("Bērni dzied." for _ in range(100))]
    together = list(language.pipe(texts))
    assert [doc.text for doc in together] == texts
    for text, doc in zip(texts[:6], together, strict=False):
        alone = language(text)
        for name in ("pos_", "tag_", "lemma_", "dep_", "ent_type_", "is_sent_start"):
            assert [getattr(token, name) for token in doc] == [getattr(token, name) for token in alone], name
        assert [token.head.i for token in doc] == [token.head.i for token in alone]


def test_no_network_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert StanzaAnnotation(MODELS[0].folder)(load_language()("Bērni dzied."))[0].pos_ == "NOUN"
    (sentences,) = cut_by_stanza(MODELS[0].folder, ["Bērni dziedāja skolā. Vecāki klausījās."])
    assert sentences == [["Bērni", "dziedāja", "skolā", "."], ["Vecāki", "klausījās", "."]]
