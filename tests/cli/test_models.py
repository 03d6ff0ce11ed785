"""`extract models`, and a run with another engine, as users call them."""

import json
import shutil
from pathlib import Path

import pytest

from command_line import LETTERS, Call
from extract.dataset import open_dataset
from extract.latvian.engines import find_models

pytest.importorskip("stanza", reason="the extra stanza is not installed")

TREEBANK = """\
# newpar
# text = Bērni dzied skolā.
1	Bērni	bērns	NOUN	ncmpn2	Case=Nom|Gender=Masc|Number=Plur	2	nsubj	_	_
2	dzied	dziedāt	VERB	vmnipt330an	Mood=Ind|Person=3	0	root	_	_
3	skolā	skola	NOUN	ncfsl4	Case=Loc|Gender=Fem|Number=Sing	2	obl	_	SpaceAfter=No
4	.	.	PUNCT	zs	_	2	punct	_	_

# text = Vecāki klausās.
1	Vecāki	vecāki	NOUN	ncmpn1	Case=Nom|Gender=Masc|Number=Plur	2	nsubj	_	_
2	klausās	klausīties	VERB	vmyipt330an	Mood=Ind|Person=3	0	root	_	SpaceAfter=No
3	.	.	PUNCT	zs	_	2	punct	_	_

"""
ENTITIES = """\
# newpar
# text = Anna dzīvo Rīgā.
1	Anna	Anna	PROPN	npfsn4	Case=Nom	B-person	O	_	_
2	dzīvo	dzīvot	VERB	vmnipt330an	_	O	O	_	_
3	Rīgā	Rīga	PROPN	npfsl4	Case=Loc	B-GPE	O	_	_
4	.	.	PUNCT	zs	_	O	O	_	_

"""


@pytest.fixture(autouse=True)
def with_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second engine needs what `without_torch` hides from all other commands."""
    monkeypatch.delenv("PYTHONPATH", raising=False)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("corpora")
    treebank, entities = folder / "dev.conllu", folder / "dev.tsv"
    treebank.write_text(TREEBANK, "utf-8")
    entities.write_text(ENTITIES, "utf-8")
    return treebank, entities


def test_the_models_that_come_along_are_listed(call: Call) -> None:
    done = call("models", "list")
    assert done.returncode == 0, done.stderr
    row = next(line for line in done.stdout.splitlines() if "lv_stanza" in line)
    assert " MB" in row
    assert "│ stanza │" in row


def test_a_model_tells_its_sources_and_licence(call: Call) -> None:
    done = call("models", "info", "lv_stanza", language="lv")
    assert done.returncode == 0, done.stderr
    for fact in ("CC BY-SA 4.0", "Latvian UD Treebank", "tokenize", "version"):
        assert fact in done.stdout


def test_a_model_that_is_not_there_is_told_with_those_that_are(call: Call) -> None:
    done = call("models", "info", "citurienes")
    assert done.returncode == 2
    assert "No model citurienes" in done.stderr
    assert "lv_stanza" in done.stderr


def test_measurements_are_a_table_or_json(call: Call, corpora: tuple[Path, Path]) -> None:
    treebank, entities = corpora
    done = call("models", "evaluate", "lv_stanza", "--treebank", treebank, "--entities", entities, "--json")
    assert done.returncode == 0, done.stderr
    (measured,) = json.loads(done.stdout)
    assert measured["gold_tokens"]["tokens"] == measured["gold_tokens"]["sentences"] == 100
    assert set(measured["raw_text"]) == {"tokens", "sentences", "upos", "ufeats", "lemmas", "uas", "las"}
    assert set(measured["own_tokenizer"]) == {"tokens", "sentences"}
    assert set(measured["entities"]) == {"all", "names", "person", "GPE"}
    assert all(measured[name] > 0 for name in ("words_per_second", "load_seconds", "memory_bytes", "size_bytes"))
    assert measured["gold_tokens"]["upos"] > 50

    table = call("models", "evaluate", "--treebank", treebank, "--entities", entities, language="lv").stdout
    assert "tekstvienības" in table
    assert f"{measured['gold_tokens']['upos']:.2f}" in table


def test_a_corpus_that_is_missing_is_told(call: Call, tmp_path: Path) -> None:
    done = call("models", "evaluate", cwd=tmp_path)
    assert done.returncode == 2
    assert "dev.conllu" in done.stderr
    assert "--treebank" in done.stderr


def test_a_run_with_another_engine_extracts_anew(call: Call, tmp_path: Path) -> None:
    folder, dataset = tmp_path / "letters", tmp_path / "out.sqlite"
    folder.mkdir()
    shutil.copy(LETTERS / "ogres-nov.txt", folder)
    summaries = []
    for engine in ("stanza", "stanza", "spacy"):
        done = call("run", folder, "--dataset", dataset, "--engine", engine)
        assert done.returncode in {0, 3}, done.stderr
        summaries.append("1 extracted now" in done.stdout)
    assert summaries == [True, False, True]
    with open_dataset(str(dataset), create=False) as store:
        (letter,) = store.letters()
    assert letter.statements > 0


def test_an_engine_that_is_none_is_refused(call: Call, tmp_path: Path) -> None:
    done = call("run", LETTERS, "--dataset", tmp_path / "out.sqlite", "--engine", "abacus")
    assert done.returncode == 2
    assert "abacus" in done.stderr


def test_models_found_have_what_their_card_needs() -> None:
    for model in find_models():
        assert {"license", "version", "sources"} <= set(model.facts) or model.name == "stanza-lv"


def test_models_that_cannot_be_loaded_end_the_run_with_a_sentence(call: Call, tmp_path: Path) -> None:
    for name in ("pos", "lemma", "depparse"):
        (tmp_path / "resources" / "lv" / name).mkdir(parents=True)
        (tmp_path / "resources" / "lv" / name / "lvtb.pt").write_bytes(b"no model")
    (tmp_path / "resources" / "resources.json").write_text("{}")
    arguments = ("run", LETTERS / "ogres-nov.txt", "--dataset", tmp_path / "out.sqlite", "--engine", "stanza")
    done = call(*arguments, variables={"STANZA_RESOURCES_DIR": str(tmp_path / "resources")})
    assert done.returncode == 2, done.stdout
    assert str(tmp_path / "resources") in done.stderr
    assert "Traceback" not in done.stderr
