"""Statements that people add, split and merge: where they stand, what they take over, and how they are undone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dataset import (
    Absence,
    Change,
    Dataset,
    EditConflictError,
    Marked,
    ReviewStatus,
    StoredRecord,
    open_dataset,
)
from extract.dataset.additions import Added, place_added
from extract.errors import DatasetError
from extract.exports import record_lines
from extract.model import Bound, Count, Role, Unit
from letter_factory import CAMP, LESSONS, NEWER, NOTHING, PROVENANCE, Said, make_extraction, persons

TWO = Said(
    "2021.gadā nodarbības apmeklēja 14 bērni. Nometnē projektā „Saule” bija 30 jaunieši.",
    counts={"14 bērni": persons(14), "30 jaunieši": persons(30, "jaunieši")},
)
HEAD = "Talsu novada pašvaldība"


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, TWO, NOTHING))
        yield opened


def records(dataset: Dataset) -> list[StoredRecord]:
    return list(dataset.records("talsi.pdf"))


def texts(dataset: Dataset) -> list[str]:
    return [record.statement.text for record in records(dataset) if record.review_status is not ReviewStatus.REJECTED]


def place(dataset: Dataset, words: str) -> tuple[int, int]:
    start = dataset.document("talsi.pdf").text.index(words)
    return start, start + len(words)


def letters(text: str) -> str:
    return "".join(text.split())


def counts(record: StoredRecord) -> list[tuple[int, str | None]]:
    return [(count.value.value, count.evidence[0].quote if count.evidence else None) for count in record.counts]


def test_what_was_missed_is_added_where_it_stands(dataset: Dataset) -> None:
    added = dataset.add_statement("talsi.pdf", 0, len(HEAD), who="Ilze")
    first = records(dataset)[0]
    assert (first.id, first.statement.text, first.position, first.page, first.added_by) == (added, HEAD, 0, 1, "Ilze")
    assert (first.review_status, first.confidence) == (ReviewStatus.UNREVIEWED, None)
    assert [str(reason) for reason in first.attention] == ["No domain was found.", "No years were found."]
    assert [record.position for record in records(dataset)] == [0, 1, 2, 3]
    assert dataset.letters()[0].statements == 4


def test_an_added_statement_takes_values_like_any_other(dataset: Dataset) -> None:
    added = dataset.add_statement("talsi.pdf", 0, len(HEAD), who="Ilze")
    dataset.edit(
        [Change(added, "domain", "culture"), Change(added, "counts", (Marked(persons(3), "novada", 6),))], who="Ilze"
    )
    line = next(record_lines(dataset))
    assert (line["statement"], line["domain"], line["review_status"]) == (HEAD, "culture", "corrected")
    assert [(count["value"], count["text"], bool(count["evidence"][0]["boxes"])) for count in line["counts"]] == [
        (3, "novada", True)
    ]


def test_white_space_at_the_ends_is_left_out(dataset: Dataset) -> None:
    dataset.add_statement("talsi.pdf", 5, len(HEAD) + 1, who="Ilze")
    assert texts(dataset)[0] == "novada pašvaldība"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (5, 6), (-1, 5), (9, 4), (0, 10_000)])
def test_no_words_are_no_statement(dataset: Dataset, start: int, end: int) -> None:
    with pytest.raises(DatasetError, match="No words of the letter are marked"):
        dataset.add_statement("talsi.pdf", start, end, who="Ilze")
    assert len(records(dataset)) == 3
    assert dataset.undo("Ilze") is None


def test_words_belong_to_one_statement(dataset: Dataset) -> None:
    start, end = place(dataset, LESSONS.text)
    with pytest.raises(DatasetError, match=r"belong to the statement “2021\.gadā nodarbības apmeklēja 14 romu"):
        dataset.add_statement("talsi.pdf", 0, start + 3, who="Ilze")
    dataset.edit([Change(records(dataset)[0].id, "review_status", "rejected")], who="Ilze")
    dataset.add_statement("talsi.pdf", start, end - 1, who="Ilze")
    assert texts(dataset)[0] == LESSONS.text[:-1]


def test_what_is_not_there_cannot_be_redrawn(dataset: Dataset) -> None:
    with pytest.raises(DatasetError, match=r"no tukums\.pdf"):
        dataset.add_statement("tukums.pdf", 0, 5, who="Ilze")
    with pytest.raises(DatasetError, match="no s000"):
        dataset.split_statement("s000", [5], who="Ilze")
    identifier = records(dataset)[0].id
    dataset.edit([Change(identifier, "review_status", "rejected")], who="Ilze")
    with pytest.raises(DatasetError, match=f"no {identifier}"):
        dataset.split_statement(identifier, [40], who="Ilze")


def test_adding_is_undone_redone_and_done_again(dataset: Dataset) -> None:
    before = records(dataset)
    added = dataset.add_statement("talsi.pdf", 0, len(HEAD), who="Ilze")
    dataset.undo("Ilze")
    assert records(dataset) == before
    assert dataset.letter("talsi.pdf").attention == ()
    dataset.redo("Ilze")
    assert texts(dataset)[0] == HEAD
    dataset.undo("Ilze")
    assert dataset.add_statement("talsi.pdf", 0, len(HEAD), who="Jānis") == added
    assert records(dataset)[0].added_by == "Jānis"


def test_an_added_statement_stands_where_its_words_do(dataset: Dataset) -> None:
    added = dataset.add_statement("talsi.pdf", 0, len(HEAD), who="Ilze")
    with dataset.begin_run(NEWER) as run:
        run.save(make_extraction(NOTHING, LESSONS))
    assert records(dataset)[0].id == added
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(Said(HEAD + " atbild."), LESSONS))
    assert [record.statement.start for record in records(dataset) if record.id == added] == [0]


def test_an_added_statement_whose_words_are_gone_waits(dataset: Dataset) -> None:
    start, _ = place(dataset, NOTHING.text)
    (_, _, nothing) = records(dataset)
    dataset.edit([Change(nothing.id, "review_status", "rejected")], who="Ilze")
    added = dataset.add_statement("talsi.pdf", start, start + len("Veselības jomā"), who="Ilze")
    with dataset.begin_run(NEWER) as run:
        run.save(make_extraction(LESSONS))
    assert added not in {record.id for record in records(dataset)}
    assert "Reviewed statements whose words have changed since: 2." in str(dataset.letters()[0].attention[0])
    with dataset.begin_run(NEWER) as run:
        run.save(make_extraction(NOTHING, LESSONS, CAMP))
    (record,) = [record for record in records(dataset) if record.id == added]
    assert record.statement.text == "Veselības jomā"
    assert record.position == 1


def test_what_the_machine_comes_to_find_itself_stands_once(dataset: Dataset) -> None:
    dataset.edit([Change(records(dataset)[1].id, "review_status", "rejected")], who="Ilze")
    start, _ = place(dataset, TWO.text)
    added = dataset.add_statement("talsi.pdf", start, start + TWO.text.index(" Nometnē"), who="Ilze")
    dataset.edit([Change(added, "domain", "culture")], who="Ilze")
    found = Said(TWO.text[: TWO.text.index(" Nometnē")])
    with dataset.begin_run(NEWER) as run:
        run.save(make_extraction(LESSONS, found))
    there = records(dataset)
    assert [record.id for record in there] == [there[0].id, added]
    assert (there[1].added_by, there[1].domain.value if there[1].domain else None) == (None, "culture")


def test_parts_have_what_held_in_the_whole(dataset: Dataset) -> None:
    whole = records(dataset)[1]
    cut = whole.statement.start + TWO.text.index(" Nometnē")
    parts = dataset.split_statement(whole.id, [cut], who="Ilze")
    assert texts(dataset) == [LESSONS.text, *TWO.text.replace(". N", ".|N").split("|"), NOTHING.text]
    first, second = (record for record in records(dataset) if record.id in parts)
    assert (first.id, second.id) == parts
    assert (counts(first), counts(second)) == ([(14, "14 bērni")], [(30, "30 jaunieši")])
    for part in (first, second):
        assert (part.years and part.years.value, part.domain and part.domain.value) == ((2021,), "education")
        # The values are those of the machine still, which nobody has looked at.
        assert (part.added_by, part.review_status) == ("Ilze", ReviewStatus.UNREVIEWED)
    assert [item.statement for item in dataset.queue()][1:3] == [first.statement.text, second.statement.text]
    dataset.edit([Change(first.id, "domain", "education"), Change(second.id, "review_status", "accepted")], who="Ilze")
    assert [record.review_status for record in records(dataset) if record.id in parts] == [ReviewStatus.CORRECTED] * 2
    text = dataset.document("talsi.pdf").text
    for count in (*first.counts, *second.counts):
        (proof,) = count.evidence
        assert text[proof.start : proof.end] == proof.quote


def test_words_that_a_cut_goes_through_are_left_out_but_not_the_count(dataset: Dataset) -> None:
    whole = records(dataset)[1]
    parts = dataset.split_statement(whole.id, [whole.statement.start + TWO.text.index("bērni")], who="Ilze")
    first, second = (record for record in records(dataset) if record.id in parts)
    assert (counts(first), counts(second)) == ([(14, None)], [(30, "30 jaunieši")])


@pytest.mark.parametrize("places", [[], [0], [10_000], [-5], [1, 1]])
def test_a_cut_needs_words_on_both_sides(dataset: Dataset, places: list[int]) -> None:
    whole = records(dataset)[1]
    with pytest.raises(DatasetError, match="cannot be split there"):
        dataset.split_statement(whole.id, [whole.statement.start + at for at in places], who="Ilze")
    assert len(texts(dataset)) == 3


def test_split_parts_can_be_merged_again(dataset: Dataset) -> None:
    before = records(dataset)
    whole = before[1]
    parts = dataset.split_statement(whole.id, [whole.statement.start + 40], who="Ilze")
    merged = dataset.merge_statements(reversed(parts), who="Ilze")
    assert merged != whole.id
    (record,) = [record for record in records(dataset) if record.id == merged]
    assert record.statement.text == whole.statement.text
    assert counts(record) == counts(whole)
    assert (record.years and record.years.value, record.domain and record.domain.value) == ((2021,), "education")
    assert texts(dataset) == [LESSONS.text, TWO.text, NOTHING.text]
    dataset.undo("Ilze")
    assert [record.id for record in records(dataset) if record.added_by] == list(parts)
    dataset.undo("Ilze")
    assert [record.findings() for record in records(dataset)] == [record.findings() for record in before]
    assert [record.review_status for record in records(dataset)] == [ReviewStatus.UNREVIEWED] * 3
    dataset.redo("Ilze")
    dataset.redo("Ilze")
    assert texts(dataset) == [LESSONS.text, TWO.text, NOTHING.text]
    assert merged in {record.id for record in records(dataset)}


def test_merged_statements_have_the_years_of_all_and_no_domain_where_they_differ(dataset: Dataset) -> None:
    with dataset.begin_run(NEWER) as run:
        other = Said("Ģimenes saņēma atbalstu.", domain="housing", years=(2022,))
        nobody = Count(0, Bound.EXACT, Unit.PERSONS, None, Role.PARTICIPANT)
        run.save(make_extraction(LESSONS, other, Said("Neviens.", domain="housing", counts={"Neviens": nobody})))
    one, two, three = records(dataset)
    merged = dataset.merge_statements([one.id, two.id], who="Ilze")
    (record,) = [record for record in records(dataset) if record.id == merged]
    assert record.statement.text == f"{LESSONS.text}\n{other.text}"
    assert (record.years and record.years.value, record.domain) == ((2021, 2022), None)
    assert "domain" in {flag.field for flag in record.flags}
    dataset.undo("Ilze")
    again = dataset.merge_statements([three.id, two.id], who="Ilze")
    (record,) = [record for record in records(dataset) if record.id == again]
    assert (record.domain and record.domain.value, counts(record)) == ("housing", [(0, "Neviens")])


def test_an_absence_is_carried_over(dataset: Dataset) -> None:
    whole = records(dataset)[1]
    dataset.edit([Change(whole.id, "domain", Absence.ILLEGIBLE)], who="Ilze")
    parts = dataset.split_statement(whole.id, [whole.statement.start + 40], who="Ilze")
    assert [record.absences for record in records(dataset) if record.id in parts] == [{"domain": Absence.ILLEGIBLE}] * 2


def test_statements_with_another_between_them_are_not_merged(dataset: Dataset) -> None:
    one, _, three = records(dataset)
    with pytest.raises(DatasetError, match="belong to the statement"):
        dataset.merge_statements([one.id, three.id], who="Ilze")
    for wrong in ([one.id], [one.id, one.id]):
        with pytest.raises(DatasetError, match="cannot be merged"):
            dataset.merge_statements(wrong, who="Ilze")


def test_statements_of_two_letters_are_not_merged(dataset: Dataset) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(LESSONS, name="tukums.pdf"))
    ids = [records(dataset)[0].id, next(dataset.records("tukums.pdf")).id]
    with pytest.raises(DatasetError, match="cannot be merged"):
        dataset.merge_statements(ids, who="Ilze")


@pytest.mark.parametrize("field", ["counts", "no_measures"])
def test_a_split_is_not_undone_over_what_someone_else_has_set_in_a_part(dataset: Dataset, field: str) -> None:
    """Not even where the split itself had set nothing."""
    whole = records(dataset)[2]
    parts = dataset.split_statement(whole.id, [whole.statement.start + 9], who="Ilze")
    dataset.edit([Change(parts[0], field, Absence.ILLEGIBLE)], who="Jānis")
    before = texts(dataset)
    with pytest.raises(EditConflictError) as caught:
        dataset.undo("Ilze")
    assert (caught.value.by, caught.value.field, caught.value.statement_id) == ("Jānis", field, parts[0])
    assert texts(dataset) == before


def test_a_split_is_not_redone_over_what_someone_else_has_set_in_the_whole(dataset: Dataset) -> None:
    whole = records(dataset)[1]
    dataset.split_statement(whole.id, [whole.statement.start + 40], who="Ilze")
    dataset.undo("Ilze")
    dataset.edit([Change(whole.id, "domain", "health")], who="Jānis")
    with pytest.raises(EditConflictError, match="Jānis"):
        dataset.redo("Ilze")
    assert texts(dataset) == [LESSONS.text, TWO.text, NOTHING.text]


def test_what_someone_else_has_taken_back_is_in_nobodys_way(dataset: Dataset) -> None:
    whole = records(dataset)[1]
    parts = dataset.split_statement(whole.id, [whole.statement.start + 40], who="Ilze")
    dataset.edit([Change(parts[0], "projects", Absence.ILLEGIBLE)], who="Jānis")
    dataset.undo("Jānis")
    dataset.undo("Ilze")
    assert texts(dataset) == [LESSONS.text, TWO.text, NOTHING.text]


class Placed:
    """A placement as the database gives it, with what placing asks for."""

    def __init__(self, start: int) -> None:
        self.statement_id, self.start, self.paragraph = f"m{start}", start, start
        self.heading: Any = None
        self.lead_in: Any = None
        self.is_list_item = False


@given(
    st.text("ab ", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 5)), max_size=4),
    st.lists(st.integers(0, 29), unique=True, max_size=4),
)
def test_added_statements_stand_on_their_words_and_leave_the_machines_order(
    text: str, spans: list[tuple[int, int]], starts: list[int]
) -> None:
    added = [
        Added(f"a{number}", text[start : start + length], start, "Ilze")
        for number, (start, length) in enumerate(spans)
        if text[start : start + length]
    ]
    rows: Any = [Placed(start) for start in starts]
    places = place_added(rows, added, text)
    assert [place.statement_id for place in places if place.statement_id[0] == "m"] == [
        row.statement_id for row in rows
    ]
    standing = {place.statement_id: place.start for place in places}
    for one in added:
        assert standing[one.statement_id] == one.start
        assert text.startswith(one.text, one.start)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
def test_whatever_is_redrawn_is_undone(tmp_path_factory: pytest.TempPathFactory, choices: list[int]) -> None:
    with open_dataset(str(tmp_path_factory.mktemp("redrawn") / "x.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, TWO, NOTHING))
        lines = [list(record_lines(dataset))]
        whole = letters("".join(record["statement"] for record in lines[0]))
        for choice in choices:
            standing = [record for record in records(dataset) if record.review_status is not ReviewStatus.REJECTED]
            index = choice % len(standing)
            statement = standing[index].statement
            try:
                if choice % 2 and index + 1 < len(standing):
                    dataset.merge_statements([one.id for one in standing[index : index + 2]], who="Ilze")
                else:
                    cut = statement.start + choice // 7 % len(statement.text)
                    dataset.split_statement(standing[index].id, [cut], who="Ilze")
            except DatasetError:
                continue
            lines.append(list(record_lines(dataset)))
            # No word is lost, told twice, or counted twice.
            told = [line["value"] for record in lines[-1] for line in record["counts"]]
            assert sorted(told) == [14, 14, 30]
            assert letters("".join(record["statement"] for record in lines[-1])) == whole
        for state in reversed(lines[:-1]):
            dataset.undo("Ilze")
            assert list(record_lines(dataset)) == state
        assert dataset.undo("Ilze") is None
