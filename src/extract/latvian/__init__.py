"""Latvian: tokens, sentence ends, numerals, dates and inflection, as spaCy has them."""
