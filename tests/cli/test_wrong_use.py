"""Calls that cannot be: what is wrong with them is said in the user's language, and the help is shown as meant."""

import pytest

from command_line import Call
from extract.cli.wrong_use import translated
from extract.messages import Language, render


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run"], "Trūkst argumenta 'PATH…'."),
        (["run", "--jobs", "daudz", "a.txt"], "Nederīga vērtība '--jobs' / '-j': jābūt veselam skaitlim"),
        (["run", "--jobs", "0", "a.txt"], "jābūt vismaz 1"),
        (["run", "--accept-above", "2", "a.txt"], "(vides mainīgais: 'EXTRACT_ACCEPT_ABOVE'): jābūt ne vairāk kā 1"),
        (["run", "--accept-above", "ļoti", "a.txt"], "jābūt skaitlim"),
        (["run", "--engine", "x", "a.txt"], "'x' nav neviena no iespējām: 'spacy', 'stanza'."),
        (["run", "--job", "2"], "Tādas opcijas nav: --job (iespējamās opcijas: --jobs)"),
        (["review", "users", "--nav"], "Tādas opcijas nav: --nav"),
        (["status", "lieks"], "Norādīti lieki argumenti (lieks)"),
        (["export", "--format"], "Opcijai '--format' vajadzīga vērtība."),
        (["export", "--help=2"], "Opcijai '--help' vērtību nenorāda."),
        (["sho"], "Tādas komandas nav: 'sho'. Vai bija domāts 'show'?"),
    ],
)
def test_wrong_calls_in_latvian(call: Call, arguments: list[str], words: str) -> None:
    done = call(*arguments, language="lv")
    assert done.returncode == 2
    assert words in " ".join(done.stderr.replace("│", " ").split())


def test_what_is_not_known_stays_as_it_is() -> None:
    assert render(translated("Something {else} of typer's."), Language.LATVIAN) == "Something {else} of typer's."


def test_brackets_are_no_markup_in_the_help(call: Call) -> None:
    assert "extract[stanza]" in " ".join(call("check", "--help").stdout.replace("│", " ").split())


def test_a_group_without_command_shows_the_help(call: Call) -> None:
    done = call("models", language="lv")
    assert "Komandas" in done.stdout + done.stderr
