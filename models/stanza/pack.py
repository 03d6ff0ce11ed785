"""Lays the trained parts out as stanza's own resources are, in half precision, for shipping.

    python pack.py TRAINED VECTORS.pt VERSION OUTPUT

OUTPUT (`models/lv_stanza`) gets `resources.json`, `lv/PROCESSOR/lvtb.pt` and `meta.json`; a stanza pipeline loads it
with `dir=OUTPUT, download_method=None`. Half precision halves the size and moves no score by more than a hundredth;
paths of the machine that trained are taken out.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import stanza
import torch

_PACKAGE = "lvtb"
_PROCESSORS = {"tokenizer": "tokenize", "tagger": "pos", "lemmatizer": "lemma", "parser": "depparse", "ner": "ner"}
_WITH_VECTORS = frozenset({"pos", "depparse", "ner"})


def main(trained: Path, vectors: Path, version: str, output: Path) -> None:
    """Write the folder anew from all parts that were trained."""
    shutil.rmtree(output / "lv", ignore_errors=True)
    resources: dict[str, Any] = {"lang_name": "Latvian", "packages": {"default": {}}}
    _save(torch.load(vectors, weights_only=True), output / "lv" / "pretrain" / f"{_PACKAGE}.pt")
    resources["pretrain"] = {_PACKAGE: {}}
    for part, processor in _PROCESSORS.items():
        model = torch.load(trained / f"{part}.pt", weights_only=True)
        model["config"] = {name: None if _is_place(name) else value for name, value in model["config"].items()}
        _save(model, output / "lv" / processor / f"{_PACKAGE}.pt")
        dependencies = [{"model": "pretrain", "package": _PACKAGE}] if processor in _WITH_VECTORS else []
        resources[processor] = {_PACKAGE: {"dependencies": dependencies}}
        resources["packages"]["default"][processor] = _PACKAGE
    (output / "resources.json").write_text(json.dumps({"lv": resources}, indent=1), "utf-8")
    facts = {
        "lang": "lv",
        "name": "stanza",
        "version": version,
        "description": "Latvian: tokens, tags, lemmas, dependencies and named entities, by stanza",
        "license": "CC BY-SA 4.0",
        "sources": [
            "Latvian UD Treebank 2.5 (UniversalDependencies/UD_Latvian-LVTB), CC BY-SA 4.0",
            "Named entities of LUMII-AILab/FullStack, CC BY-SA 4.0",
            "Latvian laws (no copyright in official acts) and VTI-Data mmlu (MIT), for the word vectors",
        ],
        "stanza_version": stanza.__version__,
        "processors": list(_PROCESSORS.values()),
        "sha256": {
            file.relative_to(output).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(output.rglob("*.pt"))
        },
    }
    (output / "meta.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _is_place(option: str) -> bool:
    return option.endswith(("_file", "_dir", "save_name"))


def _save(content: dict[str, Any], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.save(_halved(content), file)


def _halved(value: Any) -> Any:
    """The content with all its numbers in single precision turned into half precision."""
    if isinstance(value, torch.Tensor):
        return value.half() if value.dtype == torch.float32 else value
    if isinstance(value, dict):
        return type(value)((name, _halved(inner)) for name, inner in value.items())
    return value


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
