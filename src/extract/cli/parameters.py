"""Options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.terminal import explain, tell
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

AcceptAbove = Annotated[
    float | None,
    typer.Option(
        "--accept-above",
        envvar="EXTRACT_ACCEPT_ABOVE",
        metavar="P",
        min=0.6,  # what is less sure waits for a person in any case: dataset.attention.LOW_CONFIDENCE
        max=1.0,
        help=tell(Message("Accept statements without a person whose values are all at least so sure (0.6 to 1).")),
    ),
]

Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        show_default=False,
        help=tell(Message("Worker processes (default: one a processor).")),
    ),
]
DEFAULT_JOBS = os.cpu_count() or 1

EngineName = Annotated[
    Engine,
    typer.Option(
        "--engine",
        "-e",
        envvar="EXTRACT_ENGINE",
        help=explain(Message("What annotates the sentences: spacy, or stanza (install extract[stanza]).")),
    ),
]
