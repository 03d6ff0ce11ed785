"""Character sequences that are one token although they hold punctuation."""

from __future__ import annotations

from spacy.symbols import ORTH

from extract.latvian.abbreviations import spellings

_INITIALS = tuple(f"{letter}." for letter in (*"AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPQRSŠTUŪVWXYZŽ", "Dž", "Dz"))
#: Legal forms that are written with a stroke: joint-stock company, farm, cooperative, agency, institution.
_LEGAL_FORMS = tuple(
    spelling for form in ("a/s", "z/s", "k/s", "p/a", "p/i") for spelling in (form, form.capitalize(), form.upper())
)
_OTHERS = (*_LEGAL_FORMS, "P.S.", "u.t.t", "u.c", "t.sk", ":)", ":(", ";)")
_TENS = ("", "X", "XX", "XXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN_ORDINALS = tuple(f"{tens}{ones}." for tens in _TENS for ones in _ONES if tens or ones)
_SPACES = (" ", "\t", "\n", "\u00a0")

TOKENIZER_EXCEPTIONS = {
    form: [{ORTH: form}] for form in (*_SPACES, *_OTHERS, *spellings(), *_INITIALS, *_ROMAN_ORDINALS)
}
