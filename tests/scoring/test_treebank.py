"""Corpora: their words, paragraphs and spaces, and what is told of a file that is none."""

from pathlib import Path

import pytest

from extract.errors import UsageError
from extract.latvian.language import load_language
from extract.scoring.treebank import Word, annotated_sentences, gold_doc, paragraphs, read_entities, read_treebank

TREEBANK = """\
# newdoc id = a
# newpar id = a-p1
# sent_id = a-p1s1
# text = Bērni dzied.
1	Bērni	bērns	NOUN	ncmpn2	Case=Nom|Gender=Masc|Number=Plur	2	nsubj	_	_
1.1	_	_	_	_	_	_	_	_	_
2	dzied	dziedāt	VERB	vm	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	zs	_	2	punct	_	_

# sent_id = a-p1s2
# text = 10 000 dalībnieku (!)
1	10 000	10 000	NUM	xn	NumType=Card	2	nummod	_	_
2	dalībnieku	dalībnieks	NOUN	nc	_	0	root	_	_
3	(	(	PUNCT	zq	_	4	punct	_	SpaceAfter=No
4	!	!	PUNCT	zs	_	2	punct	_	SpaceAfter=No
5	)	)	PUNCT	zq	_	4	punct	_	_

# newpar id = a-p2
# sent_id = a-p2s1
# text = Beigas
1	Beigas	beigas	NOUN	nc	_	0	root	_	_

"""
ENTITIES = """\
# text = Anna Kalna dzīvo Cēsīs.
1	Anna	Anna	PROPN	np	_	B-person	O	_	_
2	Kalna	Kalna	PROPN	np	_	I-person	O	_	_
3	dzīvo	dzīvot	VERB	vm	_	O	O	_	_
4	Cēsīs	Cēsis	PROPN	np	_	B-GPE	O	_	_
5	.	.	PUNCT	zs	_	O	O	_	_
"""


def write(folder: Path, content: str) -> Path:
    file = folder / "corpus"
    file.write_text(content, "utf-8")
    return file


def test_a_treebank_is_read_without_its_empty_nodes(tmp_path: Path) -> None:
    first, second, third = read_treebank(write(tmp_path, TREEBANK))
    assert first.words[0] == Word("Bērni", "bērns", "NOUN", "Case=Nom|Gender=Masc|Number=Plur", 2, "nsubj")
    assert [word.form for word in first.words] == ["Bērni", "dzied", "."]
    assert first.spaces() == [True, False, False]
    assert second.words[0].form == "10 000"
    assert second.spaces() == [True, True, False, False, False]
    assert [sentence.starts_paragraph for sentence in (first, second, third)] == [True, False, True]


def test_paragraphs_are_the_running_text(tmp_path: Path) -> None:
    assert paragraphs(read_treebank(write(tmp_path, TREEBANK))) == ["Bērni dzied. 10 000 dalībnieku (!)", "Beigas"]


def test_a_gold_doc_has_the_words_and_sentences_of_the_corpus(tmp_path: Path) -> None:
    sentences = read_treebank(write(tmp_path, TREEBANK))
    doc = gold_doc(sentences, load_language().vocab)
    assert doc.text == "Bērni dzied. 10 000 dalībnieku (!) Beigas"
    assert [token.text for token in doc] == [word.form for sentence in sentences for word in sentence.words]
    assert [span.text for span in doc.sents] == [sentence.text for sentence in sentences]


def test_entities_are_read_from_the_outer_layer(tmp_path: Path) -> None:
    (sentence,) = read_entities(write(tmp_path, ENTITIES))
    assert [word.entity for word in sentence.words] == ["B-person", "I-person", "O", "B-GPE", "O"]
    assert sentence.spaces() == [True, True, True, False, False]


def test_white_space_is_no_word_of_an_annotated_sentence() -> None:
    doc = load_language()("Viens.\n\n  Otrs teikums. ")
    assert [[word.form for word in sentence.words] for sentence in annotated_sentences(doc)] == [
        ["Viens", "."],
        ["Otrs", "teikums", "."],
    ]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "vienkāršs teksts\n",
        TREEBANK.replace("1	Beigas", "1-2	Beigas"),
        "1	Viens	viens	NUM	_	_	galva	root	_	_\n",
        TREEBANK.replace("# text = Beigas", "# text = Sākums"),
    ],
    ids=["empty", "plain text", "a multiword token", "a head that is no number", "a text of other words"],
)
def test_what_is_no_treebank_is_told_with_its_file(tmp_path: Path, content: str) -> None:
    file = write(tmp_path, content)
    with pytest.raises(UsageError, match=str(file)):
        read_treebank(file)


def test_a_missing_corpus_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="absent"):
        read_treebank(tmp_path / "absent.conllu")


@pytest.mark.shared
def test_every_word_of_the_treebank_is_found_in_its_text(shared: Path) -> None:
    sentences = read_treebank(shared / "corpora" / "lvtb" / "dev.conllu")
    assert (len(sentences), sum(len(sentence.words) for sentence in sentences)) == (1664, 25965)
    for sentence in sentences:
        written = zip(sentence.words, sentence.spaces(), strict=True)
        assert "".join(word.form + " " * space for word, space in written) == sentence.text.strip()
