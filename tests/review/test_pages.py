"""What the pages show: numbers, lists, the queue, and both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from extract.codebook import load_codebook
from extract.dataset import Change, Dataset, UserRole
from extract.messages import Language
from extract.model import Bound, Count, Project, ProjectKind, Role, Unit
from extract.review.charts import draw_bars
from extract.review.overview import Numbers, rows_of
from extract.review.passages import Span, cut
from extract.review.wording import Wording
from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, Said, make_extraction, persons
from review_page import Visitor, record_of

LATVIAN = Wording(Language.LATVIAN, load_codebook())
ENGLISH = Wording(Language.ENGLISH, load_codebook())


def shown(visitor: Visitor, path: str) -> str:
    """A page's text, as a reader sees it."""
    answer = visitor.client.get(path)
    assert answer.status_code == 200, answer.text
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", "<" + main))


def test_the_start_page_tells_of_every_respondent(visitor: Visitor) -> None:
    text = shown(visitor, "/")
    for respondent in load_codebook().respondents:
        assert respondent.name in text
    assert "2 / 53 respondenti atbildējuši" in text
    assert "nav atbildes 51" in text
    assert "saņemta 2" in text


def test_the_start_page_counts_by_domain_and_year(visitor: Visitor, dataset: Dataset) -> None:
    culture = LATVIAN.domain("culture")
    assert re.search(rf"{re.escape(culture)} 1 0 30 ", shown(visitor, "/"))
    record = record_of(dataset, CAMP.text)
    dataset.edit([Change(record.id, "review_status", "accepted")], who="Ilze")
    assert re.search(rf"{re.escape(culture)} 1 1 30 ", shown(visitor, "/"))
    dataset.edit([Change(record.id, "review_status", "rejected")], who="Ilze")
    assert re.search(rf"{re.escape(culture)} 0 0 0 ", shown(visitor, "/"))


def test_the_start_page_counts_sub_totals_once_and_only_known_respondents(visitor: Visitor, dataset: Dataset) -> None:
    known = re.search(r"(\d+) / (\d+) ", shown(visitor, "/"))
    said = Said(
        "Teātri apmeklēja 40 bērni, tostarp 24 meitenes.",
        domain="employment",
        counts={"40 bērni": persons(40), "24 meitenes": replace(persons(24, "meitenes"), part_of=0)},
    )
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(said, name="nezināms.pdf", respondent=None))
    now = shown(visitor, "/")
    assert re.search(rf"{re.escape(LATVIAN.domain('employment'))} \d+ 0 40 ", now)
    found = re.search(r"(\d+) / (\d+) ", now)
    assert known and found
    assert found.groups() == known.groups()


def test_states_of_respondents(dataset: Dataset) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(NOTHING, name="ogre.pdf", respondent="Ogres novads"))
        run.save(make_extraction(LESSONS, name="nezināms.pdf", respondent=None))
    numbers = Numbers(dataset)

    def states() -> dict[str, str]:
        rows = rows_of(load_codebook(), numbers.letters())
        return {row.name: row.state for row in rows if row.state != "missing"}

    assert states() == {
        "Talsu novads": "received",
        "Tukuma novads": "received",
        "Ogres novads": "received",
        "": "received",
    }
    for record in dataset.records():
        if record.statement.text in {NOTHING.text, LESSONS.text}:
            dataset.edit([Change(record.id, "review_status", "accepted")], who="Ilze")
    assert states()["Talsu novads"] == "started"
    assert states()["Ogres novads"] == "nothing_done"


def test_a_letters_numbers_are_counted_anew_only_when_it_changes(dataset: Dataset) -> None:
    numbers = Numbers(dataset)
    before = numbers.letters()
    dataset.edit([Change(record_of(dataset, LESSONS.text).id, "domain", "culture")], who="Ilze")
    after = numbers.letters()
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False]


def test_bars() -> None:
    from collections import Counter

    numbers = Counter({("a", "statements"): 8, ("a", "reviewed"): 2, ("b", "statements"): 4})
    assert [(bar.length, bar.part) for bar in draw_bars("abc", numbers)] == [(100.0, 25.0), (50.0, 0.0), (0.0, 0.0)]


def test_the_list_of_letters(visitor: Visitor) -> None:
    text = shown(visitor, "/letters")
    assert "2 vēstules" in text
    assert "talsi.pdf Talsu novads" in text


def test_a_letter_in_a_folder_has_its_page(visitor: Visitor) -> None:
    assert "Darbs turpinās." in shown(visitor, "/letters/mape/tukums.pdf")


def test_an_unknown_letter_is_told_as_such(visitor: Visitor) -> None:
    answer = visitor.client.get("/letters/nav.pdf")
    assert answer.status_code == 404
    assert "Datu kopā nav „nav.pdf”." in answer.text


def test_what_is_shown_is_escaped(visitor: Visitor, dataset: Dataset) -> None:
    record = record_of(dataset, CAMP.text)
    project = {"value": Project("<script>alert(1)</script>", ProjectKind.PROJECT)}
    dataset.edit([Change(record.id, "projects", (project,))], who="<b>Ilze</b>")
    text = visitor.client.get("/letters/talsi.pdf").text
    assert "<script>alert" not in text
    assert "<b>Ilze" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


@pytest.mark.parametrize(
    ("query", "there", "absent"),
    [
        ("", "Joma nav atrasta.", ""),
        ("?text=berni", LESSONS.text, CAMP.text),
        ("?text=takam", CAMP.text, LESSONS.text),
        ("?respondent=Tukuma+novads", "Darbs turpinās.", LESSONS.text),
        ("?domain=-", "Darbs turpinās.", LESSONS.text),
        ("?domain=culture", CAMP.text, LESSONS.text),
        ("?flagged=yes", NOTHING.text, LESSONS.text),
        ("?status=rejected", "0 apgalvojumu", LESSONS.text),
        ("?order=effect", LESSONS.text, ""),
    ],
)
def test_the_queue_and_its_filter(visitor: Visitor, query: str, there: str, absent: str) -> None:
    text = shown(visitor, f"/queue{query}")
    assert there in text
    assert not absent or absent not in text


@pytest.mark.parametrize("query", ["?order=best", "?year=MMXXI", "?status=fine"])
def test_the_queue_refuses_what_it_does_not_know(visitor: Visitor, query: str) -> None:
    assert visitor.client.get(f"/queue{query}").status_code == 400


def test_the_next_letter_is_one_that_waits(visitor: Visitor, dataset: Dataset) -> None:
    def next_after(query: str) -> str:
        return str(visitor.client.get(f"/next{query}", follow_redirects=False).headers["location"])

    waiting = record_of(dataset, NOTHING.text)
    assert next_after("") == f"/letters/mape/tukums.pdf?statement={record_of(dataset, 'Darbs turpinās.').id}"
    assert next_after("?after=mape/tukums.pdf") == f"/letters/talsi.pdf?statement={waiting.id}"
    for record in dataset.records():
        dataset.edit([Change(record.id, "review_status", "accepted")], who="Ilze")
    assert next_after("?after=talsi.pdf") == "/"


def test_the_queue_is_worked_through_in_its_order(visitor: Visitor, dataset: Dataset) -> None:
    items = dataset.queue()
    surest = min(items, key=lambda item: item.confidence)
    answer = visitor.client.get("/next?order=uncertainty", follow_redirects=False)
    assert f"statement={surest.statement_id}" in answer.headers["location"]
    assert "queue=order%3Duncertainty" in answer.headers["location"]
    skipped = visitor.client.get(f"/next?order=uncertainty&skipped={surest.statement_id}", follow_redirects=False)
    assert f"statement={surest.statement_id}" not in skipped.headers["location"]


def test_the_end_of_a_letter_does_not_say_that_nothing_waits_while_something_does(
    visitor: Visitor, dataset: Dataset
) -> None:
    assert "Jūs vēl gaida 1 vēstules apgalvojums." in visitor.client.get("/letters/mape/tukums.pdf").text
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(name="tukss.txt", respondent=None))
    text = visitor.client.get("/letters/tukss.txt").text
    assert "Jūs vēl gaida pati vēstule." in text
    assert "jūs vairs nekas negaida" not in text


def test_readers_see_no_buttons_to_change_anything(sign_in: Callable[..., Visitor]) -> None:
    sign_in("Ilze")
    text = sign_in("Anna", UserRole.READER).client.get("/letters/talsi.pdf").text
    assert "data-may-edit" not in text
    assert 'data-does="accept"' not in text


def test_latvian_by_default_and_english_by_a_switch(visitor: Visitor) -> None:
    assert '<html lang="lv">' in visitor.client.get("/").text
    visitor.submit("/language", language="en", back="/")
    answer = visitor.client.get("/")
    assert '<html lang="en">' in answer.text
    assert "respondents have answered" in answer.text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (LATVIAN, ["12 345", "2022. gada 3. februāris", "03.02.2022. 09:05", "85 %", "A, B un C"]),
        (ENGLISH, ["12,345", "3 February 2022", "3 Feb 2022, 09:05", "85%", "A, B and C"]),
    ],
    ids=["lv", "en"],
)
def test_numbers_dates_and_lists_are_written_as_the_language_has_them(words: Wording, expected: list[str]) -> None:
    moment = datetime(2022, 2, 3, 9, 5).astimezone().astimezone(UTC)
    said = [words.number(12345), words.date(date(2022, 2, 3)), words.moment(moment), words.percent(0.85)]
    assert [text.replace("\xa0", " ") for text in [*said, words.listed(["A", "B", "C"])]] == expected


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("counts", Count(3, Bound.ABOUT, Unit.FAMILIES, None, Role.PARTICIPANT), "aptuveni 3 ģimenes"),
        ("projects", Project("Takas", ProjectKind.CAMPAIGN, "7"), "Takas (akcija, 7)"),
        ("years", (2021, 2022), "2021, 2022"),
        ("no_measures", True, "jā"),
        ("domain", "unheard_of", "unheard_of"),
        ("years", (), "–"),
    ],
)
def test_values_as_a_person_reads_them(field: str, value: object, expected: str) -> None:
    assert LATVIAN.value(field, value) == expected


def test_passages_are_within_or_outside_of_every_span() -> None:
    text = "Nāca divi bērni un māte"
    outer, inner = Span(105, 115, "f1", "years", False), Span(110, 115, "f2", "counts", True)
    passages = cut(text, 100, [outer, inner])
    assert "".join(passage.text for passage in passages) == text
    assert [(passage.text, passage.span and passage.span.finding) for passage in passages] == [
        ("Nāca ", None),
        ("divi ", "f1"),
        ("bērni", "f2"),
        (" un māte", None),
    ]
    assert [passage.start for passage in passages] == [100, 105, 110, 115]
