"""Loading the language: the rules of the package, and a trained pipeline on top of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import UsageError
from extract.latvian.language import Latvian, load_language

TEXT = "2021.gadā (t.sk. vasarā) sk. Ziedi.lv, Nr.9.2.4.2/16/I/077. Tika sniegts atbalsts 12. Vecāki palīdzēja."


def test_the_pipeline_is_latvian_and_sets_sentences() -> None:
    language = load_language()
    assert isinstance(language, Latvian)
    assert language.lang == "lv"
    assert language.pipe_names == ["sentence_ends"]
    assert language(TEXT).has_annotation("SENT_START")
    assert not language(TEXT).has_annotation("LEMMA")


def test_loading_is_cached() -> None:
    assert load_language() is load_language()


def test_a_saved_pipeline_cuts_as_the_rules_do(tmp_path: Path) -> None:
    saved = tmp_path / "pipeline"
    load_language().to_disk(saved)
    loaded = load_language(saved)
    assert isinstance(loaded, Latvian)
    assert [token.text for token in loaded(TEXT)] == [token.text for token in load_language()(TEXT)]
    assert [s.text for s in loaded(TEXT).sents] == [s.text for s in load_language()(TEXT).sents]


def test_a_pipeline_without_sentence_ends_gets_them(tmp_path: Path) -> None:
    saved = tmp_path / "pipeline"
    trained = Latvian()
    trained.add_pipe("entity_ruler")
    trained.to_disk(saved)
    assert load_language(saved).pipe_names == ["sentence_ends", "entity_ruler"]


def test_a_saved_pipeline_is_found_by_its_language_code_in_a_new_process(tmp_path: Path) -> None:
    saved = tmp_path / "pipeline"
    load_language().to_disk(saved)
    script = (
        "import sys; from pathlib import Path; from extract.latvian.language import load_language;"
        "print([t.text for t in load_language(Path(sys.argv[1]))('2021.gadā u.c.')])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(saved)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert told.stdout.strip() == "['2021.', 'gadā', 'u.c.']"


@pytest.mark.parametrize("content", [None, "no configuration", '[nlp]\nlang = "lv"\npipeline = ["absent"]\n'])
def test_what_is_no_pipeline_is_told(tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "broken"
    if content is not None:
        folder.mkdir()
        (folder / "meta.json").write_text("{}", encoding="utf-8")
        (folder / "config.cfg").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as told:
        load_language(folder)
    assert "broken" in str(told.value.cause)
