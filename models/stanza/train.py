"""Trains one part of the pipeline with stanza's own trainer and the options of settings.toml.

    python train.py PART CONVERTED VECTORS.pt OUTPUT

PART is tokenizer, tagger, lemmatizer, parser or ner. The model is OUTPUT/PART.pt, all that the trainer says is in
OUTPUT/PART.log. The seed is fixed; on one thread and one machine the same data gives the same model.
"""

from __future__ import annotations

import importlib
import logging
import sys
import tomllib
from pathlib import Path

import torch

_SEED = 1234
_SETTINGS = Path(__file__).with_name("settings.toml")


def main(part: str, converted: Path, vectors: Path, output: Path) -> None:
    """Train `part` on the converted corpora."""
    output.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    logging.getLogger("stanza").addHandler(logging.FileHandler(output / f"{part}.log", mode="w", encoding="utf-8"))
    settings = tomllib.loads(_SETTINGS.read_text("utf-8"))[part]
    trainer = importlib.import_module(settings.pop("module"))
    options = settings | _inputs(part, converted, vectors)
    options |= {"shorthand": "lv_lvtb", "lang": "lv", "seed": _SEED, "cpu": True}
    options |= {"save_dir": output, "save_name": f"{part}.pt"}
    if part in ("lemmatizer", "ner"):
        del options["lang"]
    trainer.main([piece for name, value in options.items() for piece in _option(name, value)])


def _inputs(part: str, converted: Path, vectors: Path) -> dict[str, object]:
    if part == "tokenizer":
        return {
            "txt_file": converted / "train.txt",
            "label_file": converted / "train.toklabels",
            "mwt_json_file": converted / "train.mwt.json",
            "dev_txt_file": converted / "dev.txt",
            "dev_label_file": converted / "dev.toklabels",
            "dev_conll_gold": converted / "dev.conllu",
        }
    ending = "ner.json" if part == "ner" else "conllu"
    files: dict[str, object] = {
        "train_file": converted / f"train.{ending}",
        "eval_file": converted / f"dev.{ending}",
    }
    if part == "lemmatizer":
        return files | {"train_file": converted / "train.lemmas.conllu"}
    return files | {"wordvec_pretrain_file": vectors}


def _option(name: str, value: object) -> list[str]:
    """An option as it stands on the command line; one that is true has no value there."""
    return [f"--{name}"] if value is True else [f"--{name}", str(value)]


if __name__ == "__main__":
    main(sys.argv[1], *(Path(argument) for argument in sys.argv[2:]))
