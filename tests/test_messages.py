"""Every sentence that the code can say has its Latvian, with the same values in it, and is compiled."""

import ast
import io
import string
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import extract.messages
from extract.messages import TRANSLATIONS, Language, catalogue, render
from extract.model import Message

CATALOGUE = TRANSLATIONS / "lv" / "LC_MESSAGES" / "extract.po"


#: Templates say `tell("…")`, and `tell_number("one", "several", number)` where there are plural forms.
KEYWORDS: dict[str, tuple[int, ...] | None] = {"Message": (1,), "tell": (1,), "tell_number": (1, 2)}


@cache
def said_in_code() -> dict[str | tuple[str, ...], str]:
    methods = [("**.py", "python"), ("review/templates/**.html", "jinja2")]
    found = extract_from_dir(TRANSLATIONS.parent, methods, keywords=KEYWORDS)
    return {text: f"{file}:{line}" for file, line, text, _, _ in found if text}


@cache
def latvian() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="lv")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_the_code_says_something() -> None:
    assert len(said_in_code()) > 50


def test_every_sentence_has_its_latvian() -> None:
    missing = {}
    for text, place in said_in_code().items():
        known = latvian().get(text if isinstance(text, str) else text[0])
        forms = getattr(known, "string", "")
        if not forms or (isinstance(text, tuple) and not (isinstance(forms, tuple) and len(forms) == 3 and all(forms))):
            missing[text] = place
    assert missing == {}


def test_the_latvian_has_the_same_values() -> None:
    different = []
    for message in latvian():
        one, *_ = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        different += [one for form in forms if one and fields(str(one)) != fields(str(form))]
    assert different == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0 vēstuļu"), (1, "1 vēstule"), (2, "2 vēstules"), (10, "10 vēstuļu"), (11, "11 vēstuļu"), (21, "21 vēstule")],
)
def test_plural_forms_are_those_of_latvian(number: int, expected: str) -> None:
    forms = catalogue(Language.LATVIAN).ngettext("{number} letter", "{number} letters", number)
    assert forms.format(number=number) == expected


def test_no_translation_is_left_of_what_is_no_longer_said() -> None:
    assert [m.id for m in latvian() if m.id and m.id not in said_in_code()] == []


@pytest.mark.parametrize("domain", ["extract", "messages"])
def test_the_compiled_catalogue_is_up_to_date(domain: str) -> None:
    source = CATALOGUE.with_name(f"{domain}.po")
    compiled = io.BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale="lv"))
    assert source.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run `make translations`"


@pytest.mark.parametrize(
    ("language", "expected"),
    [(Language.LATVIAN, "vestule.pdf neeksistē."), (Language.ENGLISH, "vestule.pdf does not exist.")],
)
def test_render(language: Language, expected: str) -> None:
    assert render(Message("{path} does not exist.", {"path": "vestule.pdf"}), language) == expected


#: Where a message is made of another one, or of what the dataset keeps.
MADE_FROM_OTHERS = {"dataset/connection.py", "dataset/encoding.py"}


def test_templates_stand_where_they_can_be_found() -> None:
    hidden = set()
    for file in TRANSLATIONS.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
                template = node.args[0] if node.args else None
                if not (isinstance(template, ast.Constant) and isinstance(template.value, str)):
                    hidden.add(file.relative_to(TRANSLATIONS.parent).as_posix())
    assert hidden == MADE_FROM_OTHERS


def test_every_module_is_searched_for_sentences() -> None:
    assert any(place.startswith("cli/") for place in said_in_code().values())
    assert extract.messages.TRANSLATIONS.is_dir()
