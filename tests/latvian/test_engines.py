"""Which models are found and used, and how a run knows that its engine or its model has changed."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from extract.errors import UsageError
from extract.latvian import engines
from extract.latvian.engines import Model, check_stanza, find_models, load_engine, load_model, model_in_use
from extract.latvian.language import Latvian
from extract.model import Engine
from extract.provenance import models_version


@pytest.fixture
def spacy_model(tmp_path: Path) -> Model:
    """A pipeline with no more than a list of entities, saved as a trained one is."""
    folder = tmp_path / "lv_extract"
    language = Latvian(meta={"name": "extract", "version": "1.2.3", "license": "CC BY-SA 4.0"})
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Cēsīs"}])  # type: ignore[attr-defined]  # spaCy types no component
    language.to_disk(folder)
    return Model("lv_extract", Engine.SPACY, folder, json.loads((folder / "meta.json").read_text("utf-8")))


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """A folder laid out as stanza's resources are, with files that are no models."""
    folder = tmp_path / "resources"
    for name in ("pos", "lemma", "depparse"):
        place = folder / "lv" / name
        place.mkdir(parents=True)
        (place / "lvtb.pt").write_bytes(b"no model")
    (folder / "en").mkdir()
    (folder / "en" / "other.pt").write_bytes(bytes(1000))
    (folder / "resources.json").write_text('{"lv": {}}')
    return folder


def test_a_model_knows_its_version_and_size(spacy_model: Model) -> None:
    assert spacy_model.version == "1.2.3"
    assert spacy_model.size() == sum(file.stat().st_size for file in spacy_model.folder.rglob("*") if file.is_file())


def test_a_spacy_model_is_loaded_with_the_rules_of_the_package(spacy_model: Model) -> None:
    doc = load_model(spacy_model)("Pasākums notika Cēsīs. Nāca 12.")
    assert [entity.text for entity in doc.ents] == ["Cēsīs"]
    assert [span.text for span in doc.sents] == ["Pasākums notika Cēsīs.", "Nāca 12."]


def test_the_fingerprint_changes_with_content_and_names(spacy_model: Model) -> None:
    before = spacy_model.fingerprint()
    assert spacy_model.fingerprint() == before
    patterns = spacy_model.folder / "entity_ruler" / "patterns.jsonl"
    kept = patterns.read_bytes()
    patterns.write_bytes(kept + b"\n")
    changed = spacy_model.fingerprint()
    patterns.write_bytes(kept)
    assert spacy_model.fingerprint() == before != changed
    patterns.rename(patterns.with_name("others.jsonl"))
    assert spacy_model.fingerprint() != before


def test_official_models_are_used_before_ours(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(resources))
    model = model_in_use(Engine.STANZA)
    assert model is not None
    assert (model.name, model.folder) == ("stanza-lv", resources)
    assert model in find_models()
    assert model.size() == 3 * len(b"no model") + len('{"lv": {}}'), "other languages do not count"


@pytest.mark.parametrize("place", [".cache/stanza/1.15.0/resources", "stanza_resources"])
def test_official_models_are_found_where_stanza_puts_them(
    resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    home = tmp_path / "home"
    shutil.copytree(resources, home / place)
    monkeypatch.delenv("STANZA_RESOURCES_DIR", raising=False)
    monkeypatch.setenv("HOME", str(home))
    model = model_in_use(Engine.STANZA)
    assert model is not None
    assert model.folder == home / place


def test_resources_of_other_languages_are_no_model(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (resources / "lv" / "depparse" / "lvtb.pt").unlink()
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(resources))
    assert "stanza-lv" not in [model.name for model in find_models()]


def test_broken_official_models_are_told_with_their_folder(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(resources))
    with pytest.raises(UsageError, match=str(resources)):
        load_engine(Engine.STANZA)


def test_without_stanza_its_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(UsageError, match=r"pip install 'extract\[stanza\]'"):
        check_stanza()
    with pytest.raises(UsageError):
        models_version(Engine.STANZA)
    assert models_version(Engine.SPACY).startswith("spacy")


def test_without_a_model_the_engine_stanza_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_PLACES", ())
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    assert find_models() == ()
    with pytest.raises(UsageError, match="No stanza model"):
        model_in_use(Engine.STANZA)


def test_without_a_model_the_engine_spacy_goes_by_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_PLACES", ())
    assert model_in_use(Engine.SPACY) is None
    assert "lv_extract" not in models_version(Engine.SPACY)
    assert load_engine(Engine.SPACY).pipe_names == ["sentence_ends"]


def test_what_a_run_was_made_with_names_engine_and_model(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(resources))
    version = models_version(Engine.STANZA)
    assert version.startswith("stanza 1.")
    (resources / "lv" / "pos" / "lvtb.pt").write_bytes(b"another model")
    assert models_version(Engine.STANZA) != version
    assert models_version(Engine.SPACY) != version
