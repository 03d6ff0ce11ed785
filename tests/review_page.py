"""What the tests of the review page share."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from starlette.testclient import TestClient

from extract.dataset import Dataset, StoredRecord
from extract.review.desk import csrf_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

PASSWORD = "četri vārdi pēc kārtas"  # noqa: S105 - of users that the tests make
HOST = "http://127.0.0.1"
AXE = (Path(__file__).parent / "review" / "axe" / "axe.min.js").read_text(encoding="utf-8")
SERIOUS = {"serious", "critical"}


@dataclass
class Visitor:
    """A signed-in browser without its pages."""

    client: TestClient

    @property
    def csrf(self) -> str:
        (token,) = self.client.cookies.values()
        return csrf_of(token)

    def send(self, path: str, body: object) -> tuple[int, dict[str, Any]]:
        answer = self.client.post(path, json=body, headers={"x-csrf-token": self.csrf})
        return answer.status_code, answer.json()

    def submit(self, path: str, **form: str) -> int:
        return self.client.post(path, data={**form, "csrf": self.csrf}, follow_redirects=False).status_code


def record_of(dataset: Dataset, text: str) -> StoredRecord:
    """The statement of these words."""
    return next(record for record in dataset.records() if record.statement.text == text)


def violations(page: Page) -> list[Any]:
    """What axe finds that would stop somebody, with the elements: by light, and of what darkness changes by dark."""
    page.evaluate(AXE)  # not as a script element, which the page's policy refuses
    found = []
    schemes: dict[Literal["light", "dark"], str] = {"light": "", "dark": ", runOnly: ['color-contrast']"}
    for scheme, rules in schemes.items():
        page.emulate_media(color_scheme=scheme)
        asked = f"axe.run(document, {{resultTypes: ['violations']{rules}}}).then((result) => result.violations)"
        found += [(scheme, one, node) for one in page.evaluate(asked) for node in one["nodes"]]
    page.emulate_media(color_scheme="light")
    return [
        (scheme, one["id"], node["html"][:200], json.dumps(node["any"])[:300])
        for scheme, one, node in found
        if one["impact"] in SERIOUS
    ]
