"""Text that a spreadsheet would run as a formula.

The signs are those of OWASP's page on CSV injection (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula when it opens the file."""
    return _FORMULA.match(text) is not None


def defuse(text: str) -> str:
    """The text with an apostrophe before it where it would be run; spreadsheets then show it as it is."""
    return f"'{text}" if is_formula(text) else text
