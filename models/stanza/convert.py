"""Turns the treebank and the entity corpus into the files that stanza's trainers read.

    python convert.py CORPORA OUTPUT

OUTPUT gets, for `train` and `dev`: `PART.conllu` (what CoNLL-U calls words only), `PART.txt` (the text of the
paragraphs, a blank line between them), `PART.toklabels` (for each character of the text, whether a token or a sentence
ends at it) and `PART.ner.json` (sentences of words with their outer entity in BIO). `train.lemmas.conllu` has each word
of the treebank with each part of speech and lemma, the frequent ones several times.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from stanza.utils.datasets import prepare_tokenizer_data

_OUTER_ENTITY = 6


def main(corpora: Path, output: Path) -> None:
    """Write the files of both parts; the folder of `output` is made."""
    output.mkdir(parents=True, exist_ok=True)
    for part in ("train", "dev"):
        treebank = output / f"{part}.conllu"
        treebank.write_text(_without_empty_nodes((corpora / "lvtb" / f"{part}.conllu").read_text("utf-8")), "utf-8")
        text = output / f"{part}.txt"
        text.write_text("\n\n".join(_paragraphs(treebank)) + "\n", "utf-8")
        labels, expansions = output / f"{part}.toklabels", output / f"{part}.mwt.json"
        prepare_tokenizer_data.main([str(text), str(treebank), "-o", str(labels), "-m", str(expansions)])
        entities = list(_entities(corpora / "ner" / f"{part}.tsv"))
        (output / f"{part}.ner.json").write_text(json.dumps(entities, ensure_ascii=False), "utf-8")
        sys.stdout.write(f"{part}: {len(entities)} sentences with entities\n")
    (output / "train.lemmas.conllu").write_text("".join(_lemmas(output / "train.conllu")), "utf-8")


def _without_empty_nodes(conllu: str) -> str:
    """The treebank without the nodes of its enhanced graphs ("5.1"), which no trainer takes."""
    lines = conllu.splitlines(keepends=True)
    return "".join(line for line in lines if line.startswith("#") or "." not in line.partition("\t")[0])


def _paragraphs(treebank: Path) -> Iterator[str]:
    """The text of each paragraph: its sentences with a space between, none where the treebank has SpaceAfter=No."""
    paragraph, glue, last = "", "", ""
    for line in treebank.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and paragraph:
            yield paragraph
            paragraph, glue = "", ""
        elif line.startswith("# text = "):
            paragraph += glue + line.removeprefix("# text = ")
        elif line:
            last = line
        else:
            glue = "" if "SpaceAfter=No" in last else " "
    yield paragraph


def _lemmas(treebank: Path) -> Iterator[str]:
    """Each word with its lemma as a sentence of its own, as many times as the binary digits of its count.

    The lemmatiser sees no context, so repeating the frequent words teaches it nothing; which lemma is the commoner one
    of a word still shows.
    """
    lines = (line.split("\t") for line in treebank.read_text("utf-8").splitlines() if line and line[0] != "#")
    counts = Counter((cells[1], cells[2], cells[3]) for cells in lines)
    for (form, lemma, upos), count in sorted(counts.items()):
        yield f"1\t{form}\t{lemma}\t{upos}\t_\t_\t0\troot\t_\t_\n\n" * count.bit_length()


def _entities(file: Path) -> Iterator[list[dict[str, str]]]:
    """Sentences of the entity corpus, as stanza's entity recogniser reads them."""
    sentence: list[dict[str, str]] = []
    for line in (*file.read_text("utf-8").splitlines(), ""):
        if line.startswith("#"):
            continue
        if line:
            cells = line.split("\t")
            sentence.append({"text": cells[1], "ner": cells[_OUTER_ENTITY]})
        elif sentence:
            yield sentence
            sentence = []


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
