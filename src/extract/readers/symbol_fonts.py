"""Characters of symbol fonts, whose codes are places in the font and no Unicode."""

from __future__ import annotations

#: Signs of symbol fonts that carry meaning; other signs of those fonts are kept as they are.
_SYMBOLS = {
    ("wingdings", 0xA8): "☐",
    ("wingdings", 0x6F): "☐",
    ("wingdings", 0xFE): "☒",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFC): "✓",
    ("wingdings 2", 0x52): "☒",
    ("wingdings 2", 0xA3): "☐",
    ("symbol", 0x2D): "−",
    ("symbol", 0xB0): "°",
    ("symbol", 0xB1): "±",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xB4): "×",
}


def shown_sign(font: str, code: int) -> str:
    """The sign that `font` has at `code` (U+F000 and above, or the place in the font alone); "" for no character."""
    if not 0x20 <= code <= 0xFFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    low = code & 0xFF
    if code == low or 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get((font.casefold(), low), chr(code))
    return chr(code)
