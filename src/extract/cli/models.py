"""`extract models`: the language models on this machine, what they are and how good they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.cli.terminal import console, say, tell
from extract.model import Message

if TYPE_CHECKING:
    from extract.latvian.engines import Model
    from extract.scoring.conll import Score
    from extract.scoring.measure import Measurement

#: Where the corpora lie beside a checkout that has them.
_TREEBANK = Path("../shared/corpora/lvtb/dev.conllu")
_ENTITIES = Path("../shared/corpora/ner/dev.tsv")
#: The rows of scores, by their names in `Measurement`.
_SCORES = {
    "tokens": Message("tokens"),
    "sentences": Message("sentences"),
    "upos": Message("parts of speech (UPOS)"),
    "ufeats": Message("morphological features (UFeats)"),
    "lemmas": Message("lemmas"),
    "uas": Message("heads (UAS)"),
    "las": Message("dependencies (LAS)"),
}
_ENTITY_NAMES = {"all": Message("all types"), "names": Message("person, location, GPE, organization")}

models = typer.Typer(no_args_is_help=True)


@models.command("list", help=tell(Message("List the models found on this machine.")))
def show_models() -> None:
    """Print each model's name, engine, version, size and place; the first of an engine is the one it uses."""
    from rich.table import Table

    from extract.latvian.engines import find_models

    found = find_models()
    if not found:
        say(Message("No trained model was found on this machine; the engine spacy goes by its rules alone."))
        return
    table = Table()
    for title in (Message("Name"), Message("Engine"), Message("Version"), Message("Size"), Message("Place")):
        table.add_column(tell(title), overflow="fold")
    for model in found:
        table.add_row(model.name, model.engine, model.version or "–", _megabytes(model.size()), str(model.folder))
    console().print(table)


@models.command("info", help=tell(Message("Show what a model says of itself: sources, licence, scores.")))
def show_model(
    name: Annotated[str, typer.Argument(metavar="NAME", help=tell(Message("The model, as `models list` names it.")))],
) -> None:
    """Print the facts of the model's card (`meta.json`)."""
    from rich.table import Table

    model = _find(name)
    table = Table(show_header=False, box=None)
    table.add_column(style="cyan")
    table.add_column(overflow="fold")
    facts = {"name": model.name, "engine": model.engine, "folder": model.folder, "size": _megabytes(model.size())}
    for fact, value in (model.facts | facts).items():
        table.add_row(fact, _shown(value))
    console().print(table)


@models.command("evaluate", help=tell(Message("Measure the models on annotated corpora.")))
def measure_models(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME…]", help=tell(Message("The models to measure (default: all).")), show_default=False
        ),
    ] = None,
    treebank: Annotated[
        Path, typer.Option(help=tell(Message("A treebank of Universal Dependencies (CoNLL-U).")))
    ] = _TREEBANK,
    entities: Annotated[
        Path, typer.Option(help=tell(Message("A corpus of named entities (columns as in CoNLL-U, then BIO).")))
    ] = _ENTITIES,
    as_json: Annotated[bool, typer.Option("--json", help=tell(Message("Print JSON instead of a table.")))] = False,
) -> None:
    """Print one table with a column for each model: scores after CoNLL 2018, entity F1, speed, memory, size."""
    import json

    from extract.errors import UsageError
    from extract.latvian.engines import find_models
    from extract.scoring.measure import Corpora, measure
    from extract.scoring.treebank import read_entities, read_treebank

    chosen = [_find(name) for name in names] if names else list(find_models())
    if not chosen:
        raise UsageError(
            Message("No trained model was found on this machine; the engine spacy goes by its rules alone."),
            Message("Build one as models/README.md says."),
        )
    corpora = Corpora(read_treebank(treebank), read_entities(entities))
    measurements = [measure(model, corpora) for model in chosen]
    if as_json:
        typer.echo(json.dumps([_as_json(measurement) for measurement in measurements], ensure_ascii=False, indent=1))
    else:
        _print_table(measurements)


def _find(name: str) -> Model:
    from extract.errors import UsageError
    from extract.latvian.engines import find_models

    found = find_models()
    for model in found:
        if model.name == name:
            return model
    raise UsageError(
        Message("No model {name} was found on this machine.", {"name": name}),
        Message("The models are: {names}.", {"names": ", ".join(model.name for model in found) or "–"}),
    )


def _print_table(measurements: list[Measurement]) -> None:
    from rich.table import Table

    table = Table()
    table.add_column(tell(Message("Score")))
    for measurement in measurements:
        table.add_column(measurement.model.name, justify="right")

    def add_scores(heading: Message, rows: dict[str, Message], scores: list[dict[str, Score]]) -> None:
        table.add_section()
        table.add_row(f"[bold]{tell(heading)}[/bold]")
        for name in dict.fromkeys(name for each in scores for name in each):
            label = tell(rows[name]) if name in rows else name
            table.add_row(f"  {label}", *(_percent(each.get(name)) for each in scores))

    add_scores(Message("F1 on gold tokens"), _SCORES, [measured.gold_tokens for measured in measurements])
    add_scores(Message("F1 from raw text"), _SCORES, [measured.raw_text for measured in measurements])
    add_scores(Message("F1 of the engine's own tokenizer"), _SCORES, [measured.own_cuts for measured in measurements])
    add_scores(Message("F1 of entities"), _ENTITY_NAMES, [measured.entities for measured in measurements])
    table.add_section()
    for title, figures in (
        (Message("words a second on one core"), [f"{measured.words_per_second:,.0f}" for measured in measurements]),
        (Message("seconds to load"), [f"{measured.load_time:.1f}" for measured in measurements]),
        (Message("memory"), [_megabytes(measured.memory) for measured in measurements]),
        (Message("size on disk"), [_megabytes(measured.size) for measured in measurements]),
    ):
        table.add_row(tell(title), *figures)
    console().print(table)


def _as_json(measured: Measurement) -> dict[str, Any]:
    def figures(scores: dict[str, Score]) -> dict[str, float]:
        return {name: round(100 * score.f1, 2) for name, score in scores.items()}

    return {
        "model": measured.model.name,
        "engine": measured.model.engine,
        "version": measured.model.version,
        "gold_tokens": figures(measured.gold_tokens),
        "raw_text": figures(measured.raw_text),
        "own_tokenizer": figures(measured.own_cuts),
        "entities": figures(measured.entities),
        "words_per_second": round(measured.words_per_second),
        "load_seconds": round(measured.load_time, 2),
        "memory_bytes": measured.memory,
        "size_bytes": measured.size,
    }


def _percent(score: Score | None) -> str:
    return f"{100 * score.f1:.2f}" if score else "–"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _shown(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(_shown(each) for each in value)
    if isinstance(value, dict):
        return "\n".join(f"{name}: {_shown(each)}" for name, each in value.items())
    return str(value)
