"""The engines that annotate Latvian, and the trained models that each finds on this machine.

Only loading a model imports spaCy or stanza: a run that has nothing to do needs to know just which model it would use.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.errors import UsageError
from extract.model import Engine, Message

if TYPE_CHECKING:
    from spacy.language import Language

_PACKAGE = Path(__file__).resolve().parents[1]
#: Where models lie in an installed package, and in a checkout.
_PLACES = (_PACKAGE / "models", _PACKAGE.parents[1] / "models")
_SPACY_MODEL = "lv_extract"
_STANZA_MODEL = "lv_stanza"
#: What a folder of stanza's resources must have; its official models of Latvian find no entities.
_STANZA_NEEDS = ("pos", "lemma", "depparse")


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model on this machine; `facts` is what its `meta.json` says."""

    name: str
    engine: Engine
    folder: Path
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The version that the model gives itself; "" where it gives none."""
        return str(self.facts.get("version", ""))

    def size(self) -> int:
        """What the model takes on disk, in bytes."""
        return sum(file.stat().st_size for file in self._files())

    def fingerprint(self) -> str:
        """The first twelve hexadecimal digits of the SHA-256 of the model's files and their names."""
        digest = hashlib.sha256()
        for file in self._files():
            digest.update(file.relative_to(self.folder).as_posix().encode())
            with file.open("rb") as content:
                digest.update(hashlib.file_digest(content, "sha256").digest())
        return digest.hexdigest()[:12]

    def _files(self) -> list[Path]:
        """The files of Latvian; stanza's own folder may hold other languages."""
        places = [self.folder] if self.engine is Engine.SPACY else [self.folder / "lv", self.folder / "resources.json"]
        found = (file for place in places for file in ([place] if place.is_file() else place.rglob("*")))
        return sorted(file for file in found if file.is_file())


def check_stanza() -> None:
    """Raise UsageError where stanza (and torch with it) is not installed; it is not imported for that."""
    if importlib.util.find_spec("stanza") is None:
        raise UsageError(
            Message("The engine stanza needs packages that are not installed."),
            Message("Install them with pip install 'extract[stanza]', or use the engine spacy."),
        )


def find_models() -> tuple[Model, ...]:
    """The models on this machine; of each engine the one that it uses first."""
    found = []
    spacy_folder = _shipped(_SPACY_MODEL)
    if spacy_folder is not None:
        found.append(Model(_SPACY_MODEL, Engine.SPACY, spacy_folder, _facts(spacy_folder)))
    official = _find_official()
    if official is not None:
        found.append(Model("stanza-lv", Engine.STANZA, official, {"description": "Stanza's official models"}))
    stanza_folder = _shipped(_STANZA_MODEL)
    if stanza_folder is not None:
        found.append(Model(_STANZA_MODEL, Engine.STANZA, stanza_folder, _facts(stanza_folder)))
    return tuple(found)


def model_in_use(engine: Engine) -> Model | None:
    """The model that `engine` annotates with; None where spaCy has the rules alone.

    Raises UsageError where stanza is not installed or has no model.
    """
    model = next((model for model in find_models() if model.engine is engine), None)
    if engine is Engine.STANZA:
        check_stanza()
        if model is None:
            raise UsageError(
                Message("No stanza model of Latvian was found on this machine."),
                Message(
                    "Build one as models/stanza/README.md says, put stanza's own into the folder that "
                    "STANZA_RESOURCES_DIR names, or use the engine spacy."
                ),
            )
    return model


def find_dictionary() -> tuple[Path, Path] | None:
    """The words and the rules of the dictionary that the shipped spaCy pipeline holds; None where it is not there."""
    folder = _shipped(_SPACY_MODEL)
    found = [folder / "latvian_annotator" / name for name in ("lv_LV.dic", "lv_LV.aff")] if folder else []
    return (found[0], found[1]) if found and all(file.is_file() for file in found) else None


def load_engine(engine: Engine) -> Language:
    """The pipeline that annotates with `engine`; made once a process. Raises UsageError as `model_in_use` does."""
    model = model_in_use(engine)
    if model is None:
        from extract.latvian.language import load_language

        return load_language()
    return load_model(model)


def load_model(model: Model) -> Language:
    """The pipeline that annotates with `model`; made once a process. Raises UsageError where it cannot be loaded."""
    if model.engine is Engine.STANZA:
        from extract.latvian.stanza_engine import load_stanza

        return load_stanza(model.folder)
    from extract.latvian.language import load_language

    return load_language(model.folder)


def _has_models(folder: Path) -> bool:
    """Whether `folder` is laid out as stanza's resources are and has what annotates Latvian."""
    places = [folder / "lv" / name for name in _STANZA_NEEDS]
    return (folder / "resources.json").is_file() and all(any(place.glob("*.pt")) for place in places)


def _find_official() -> Path | None:
    """The folder with stanza's own Latvian models on this machine: STANZA_RESOURCES_DIR or where stanza puts them."""
    named = os.environ.get("STANZA_RESOURCES_DIR")
    home = Path.home()
    usual = [*sorted((home / ".cache" / "stanza").glob("*/resources"), reverse=True), home / "stanza_resources"]
    return next((folder for folder in ([Path(named)] if named else usual) if _has_models(folder)), None)


def _shipped(name: str) -> Path | None:
    return next((place / name for place in _PLACES if (place / name / "meta.json").is_file()), None)


def _facts(folder: Path) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((folder / "meta.json").read_text("utf-8"))
    return facts
