"""Tells a covering message („Pielikumā nosūtām …”) from a message that is the letter, and what is new in a message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.letters.formulas import is_announcement, is_courtesy
from extract.letters.phrases import block_phrases, has_verb, message_phrases
from extract.model import BODY_KINDS, Block

#: Words of sentences that tell something, from which on a message is itself a letter: where it says that it encloses
#: one, and where it does not. Set by hand: a covering message explains a delay, an answer names what was done.
_TELLS_BESIDE_LETTER = 30
_TELLS_BY_ITSELF = 5
#: How many blocks the head of a message that is quoted may take.
_QUOTED_HEAD = 4
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zāčēģīķļņšūž]|\d{4}\b)|\n")


def is_covering(blocks: Sequence[Block], texts: Sequence[str], *, with_letter: bool) -> bool:
    """Whether a message that came with files only covers them; `texts` has the text of each block.

    `with_letter` tells that one of the files was read; where none was, the message may be all that there is to read.
    """
    told = telling_sentences(blocks, texts)
    words = sum(len(sentence.split()) for sentence in told)
    first, end = find_new_text(blocks, texts)
    encloses = with_letter and any(message_phrases("encloses").search(text) for text in texts[first:end])
    return words < (_TELLS_BESIDE_LETTER if encloses else _TELLS_BY_ITSELF)


def telling_sentences(blocks: Sequence[Block], texts: Sequence[str]) -> list[str]:
    """The sentences of a message that do more than send, greet, ask for a receipt, or excuse themselves."""
    first, end = find_new_text(blocks, texts)
    return [sentence for sentence in _sentences(blocks[first:end], texts[first:end]) if _tells(sentence)]


def find_new_text(blocks: Sequence[Block], texts: Sequence[str]) -> tuple[int, int]:
    """Where what the message itself says begins and ends: before what it quotes, or what it passes on.

    A message that says nothing, or only that it passes another one on, stands for that one; an answer does not stand
    for the request below it.
    """
    quoted = next((i for i in range(len(blocks)) if _opens_quotation(blocks, texts, i)), len(blocks))
    above = _sentences(blocks[:quoted], texts[:quoted])
    said = [sentence for sentence in above if not block_phrases("salutation").match(sentence)]
    if any(_tells(sentence) for sentence in said):
        return 0, quoted
    passes_on = not said or any(message_phrases("passes_on").search(sentence) for sentence in said)
    return (quoted, len(blocks)) if passes_on and quoted < len(blocks) else (0, quoted)


def _opens_quotation(blocks: Sequence[Block], texts: Sequence[str], i: int) -> bool:
    """Whether another message is quoted from this block on: by a line that says so, or by its head."""
    if blocks[i].kind not in BODY_KINDS:
        return False
    if message_phrases("quotes").match(texts[i]):
        return True
    head = " ".join(texts[i : i + _QUOTED_HEAD])
    return bool(message_phrases("quoted_from").match(texts[i]) and message_phrases("quoted_head").search(head))


def _sentences(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[str]:
    """The sentences of a message's text up to its closing."""
    for block, text in zip(blocks, texts, strict=True):
        if block.kind not in BODY_KINDS:
            continue
        if block_phrases("closing").match(text) or message_phrases("disclaims").search(text):
            return
        yield from filter(None, map(str.strip, _SENTENCE.split(text)))


def _tells(sentence: str) -> bool:
    if is_courtesy(sentence) or is_announcement(sentence) or message_phrases("covers").search(sentence):
        return False
    return has_verb(sentence)
