"""The sentences of `annotations/denials`: those that tell that nothing was done, and those that only resemble them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "annotations" / "denials"


@dataclass(frozen=True)
class Sentences:
    """The sentences of one file."""

    nothing_done: tuple[str, ...]
    something_else: tuple[str, ...]


def _read(path: Path) -> Sentences:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Sentences(tuple(data["nothing_done"]), tuple(data["something_else"]))


SETS = {path.stem: _read(path) for path in FOLDER.glob("*.toml")}
#: A set in the plainest words.
LEARNT = "plain"
#: Sets that the rules were made by, so that they tell all of them rightly by themselves.
RULED = [
    "answers", "both", "clerks", "families", "idioms_near", "institutions", "near", "near_clerks", "near_turns",
    "offices", "plain", "refusals", "turns", "voices",
]  # fmt: skip
