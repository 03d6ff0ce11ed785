"""What the page says, in the language of whoever reads it: sentences, plural forms, numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from pydantic import TypeAdapter

from extract.codebook import Codebook
from extract.dataset import Marked
from extract.labels import ABSENCES, CODES, FIELDS, STATES, STATUSES, USER_ROLES
from extract.messages import Language, catalogue
from extract.model import Bound, Count, Finding, Message, Project, Role, Unit

#: Values that need their type to be put into words; the others are what they are in JSON.
_STORED: dict[str, TypeAdapter[Any]] = {
    "counts": TypeAdapter(tuple[Marked[Count], ...]),
    "projects": TypeAdapter(tuple[Marked[Project], ...]),
    "letter_date": TypeAdapter(date),
}


@dataclass(frozen=True)
class Wording:
    """Everything that is put into words for one reader."""

    language: Language
    codebook: Codebook

    @property
    def locale(self) -> Locale:
        """The locale of numbers and dates: English ones are written as in Europe, the day first."""
        return Locale("lv") if self.language is Language.LATVIAN else Locale("en", "GB")

    def tell(self, message: Message | str, **values: Any) -> str:
        """A message, or a template with its values, in the reader's language."""
        text, filled = (message.text, message.values) if isinstance(message, Message) else (message, values)
        told = catalogue(self.language).gettext(text)
        return told.format(**self._written(filled)) if filled else told

    def general(self, message: Message) -> str:
        """A message without its values, for many of its kind."""
        return catalogue(self.language).gettext(message.text).format(**dict.fromkeys(message.values, "…"))

    def tell_number(self, one: str, other: str, number: int, **values: Any) -> str:
        """A template in the plural form that `number` asks for; it stands in the template as `{number}`."""
        template = catalogue(self.language).ngettext(one, other, number)
        return template.format(**self._written({"number": number, **values}))

    def _written(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._write(value) for name, value in values.items()}

    def _write(self, value: Any) -> Any:
        if isinstance(value, Message):
            return self.tell(value)
        return self.number(value) if isinstance(value, int) and not isinstance(value, bool) else value

    def number(self, number: float) -> str:
        """A number as the language writes it."""
        return str(format_decimal(number, locale=self.locale))

    def hundredths(self, number: float) -> str:
        """A number with two decimals, as coefficients are told."""
        return str(format_decimal(number, "0.00", locale=self.locale)).replace("-", "−")

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage."""
        return str(format_percent(share, "0 %" if self.language is Language.LATVIAN else "0%", locale=self.locale))

    def date(self, day: date) -> str:
        """A day, written out."""
        return str(format_date(day, "long", locale=self.locale))

    def moment(self, moment: datetime) -> str:
        """A moment in this machine's time."""
        pattern = "dd.MM.y. HH:mm" if self.language is Language.LATVIAN else "d MMM y, HH:mm"
        return str(format_datetime(moment.astimezone(), pattern, locale=self.locale))

    def listed(self, items: Sequence[str]) -> str:
        """Several things as a sentence lists them."""
        return str(format_list(list(items), locale=self.locale))

    def label(self, field: str) -> str:
        """The name of a field."""
        return self.tell(FIELDS[field])

    def code(self, code: StrEnum) -> str:
        """A coded value."""
        return self.tell(CODES[code])

    def role(self, role: str) -> str:
        """What someone may do."""
        return self.tell(USER_ROLES[role])

    def status(self, status: str) -> str:
        """What a person has said of a statement."""
        return self.tell(STATUSES[status])

    def state(self, state: str) -> str:
        """How far a respondent's letters are."""
        return self.tell(STATES[state])

    def plain(self, text: object) -> str:
        """What stands for itself."""
        return str(text)

    def absence(self, absence: str) -> str:
        """Why a field has no value."""
        return self.tell(ABSENCES[absence])

    @property
    def title(self) -> str:
        """What the letters are about."""
        title = self.codebook.title
        return title.lv if self.language is Language.LATVIAN else title.en

    def domain(self, code: str) -> str:
        """The title of a domain; its code where the codebook no longer has it."""
        if code not in self.codebook.domain_codes:
            return code
        title = self.codebook.domain(code).title
        return title.lv if self.language is Language.LATVIAN else title.en

    def value(self, field: str, value: Any) -> str:
        """A field's value as a person reads it."""
        if value is None or value == ():
            return "–"
        if isinstance(value, StrEnum):
            return self.code(value)
        if isinstance(value, Marked):
            return self.value(field, value.value)
        if isinstance(value, Count):
            return self._count(value)
        if isinstance(value, Project):
            return _told(value.name, [self.code(value.kind), value.number, value.funder])
        if isinstance(value, bool):
            return self.tell("yes") if value else self.tell("no")
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, tuple | list):
            return ", ".join(str(item) if isinstance(item, int) else self.value(field, item) for item in value)
        return self.domain(value) if field == "domain" else str(value)

    def stored(self, field: str, stored: Any) -> str:
        """A value as the dataset stores it, in JSON, as a person reads it."""
        if isinstance(stored, dict) and set(stored) == {"absence"}:
            return self.absence(stored["absence"])
        if field == "review_status":
            return self.status(stored or "unreviewed")
        if stored is None or field not in _STORED:
            return self.value(field, stored)
        return self.value(field, _STORED[field].validate_python(stored))

    def found(self, field: str, findings: Sequence[Finding[Any]]) -> str:
        """What the program found in a field."""
        return "; ".join(self.value(field, finding.value) for finding in findings) or self.tell("nothing")

    def _count(self, count: Count) -> str:
        bound = "" if count.bound == Bound.EXACT else f"{self.code(count.bound)} "
        more = [
            self.code(count.unit)
            if count.unit != Unit.PERSONS and count.group not in {None, self.code(count.unit)}
            else None,
            self.code(count.role) if count.role != Role.PARTICIPANT else None,
            self.tell("part of a total") if count.part_of is not None else None,
        ]
        return _told(f"{bound}{self.number(count.value)} {count.group or self.code(count.unit)}", more)


def _told(what: str, more: Iterable[str | None]) -> str:
    """With what else is known of it in brackets."""
    told = ", ".join(one for one in more if one)
    return f"{what} ({told})" if told else what
