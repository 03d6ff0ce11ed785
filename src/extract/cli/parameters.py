"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.terminal import tell
from extract.model import Engine, Message

DEFAULT_DATASET = "extract.sqlite"

Dataset = Annotated[
    str,
    typer.Option(
        "--dataset",
        "-d",
        envvar="EXTRACT_DATASET",
        metavar="URL",
        help=tell(Message("The dataset: a file, or a database URL such as postgresql+psycopg://host/name.")),
    ),
]

CodebookFile = Annotated[
    Path | None,
    typer.Option(
        "--codebook",
        envvar="EXTRACT_CODEBOOK",
        help=tell(Message("A codebook of your own (domains, respondents) in place of the one that comes along.")),
    ),
]

EngineName = Annotated[
    Engine,
    typer.Option(
        "--engine",
        "-e",
        envvar="EXTRACT_ENGINE",
        help=tell(Message("What annotates the sentences: spacy, or stanza (install extract[stanza]).")),
    ),
]
