"""The Latvian UD Treebank (CoNLL-U) and the corpus of named entities: their sentences, and spaCy docs as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.errors import UsageError
from extract.model import Message

#: Of a line's columns: FORM, LEMMA, UPOS, FEATS, HEAD, DEPREL.
_FORM, _LEMMA, _UPOS, _FEATS, _HEAD, _DEPREL = 1, 2, 3, 5, 6, 7
#: The entity corpus has the columns of CoNLL-U up to FEATS, then the layer of outer entities in BIO.
_OUTER_ENTITY = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word annotated as in CoNLL-U.

    `head` is the place of its head in the sentence, from 1; 0 for the root. `entity` is its tag in BIO ("B-person").
    """

    form: str
    lemma: str = "_"
    upos: str = "_"
    feats: str = "_"
    head: int = 0
    deprel: str = "_"
    entity: str = "O"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a corpus: its text, its words, and whether a paragraph begins with it."""

    text: str
    words: tuple[Word, ...]
    starts_paragraph: bool = False

    def spaces(self) -> list[bool]:
        """For each word whether white space follows it in the text; none does after the last."""
        spaces: list[bool] = []
        end = 0
        for word in self.words:
            start = self.text.index(word.form, end)
            spaces.append(start > end)
            end = start + len(word.form)
        return [*spaces[1:], False]


def read_treebank(file: Path) -> tuple[Sentence, ...]:
    """The sentences of a CoNLL-U file without the nodes of its enhanced graphs ("5.1").

    Raises UsageError where the file cannot be read, is no CoNLL-U, or has multiword tokens, which Latvian has not.
    """
    return _read(file, entities=False)


def read_entities(file: Path) -> tuple[Sentence, ...]:
    """The sentences of a file of the entity corpus, with their outer entities. Raises UsageError."""
    return _read(file, entities=True)


def paragraphs(sentences: Iterable[Sentence]) -> list[str]:
    """The running text of a corpus, a paragraph an item; a space between its sentences."""
    texts: list[list[str]] = []
    for sentence in sentences:
        if sentence.starts_paragraph or not texts:
            texts.append([])
        texts[-1].append(sentence.text)
    return [" ".join(text) for text in texts]


def gold_doc(sentences: Iterable[Sentence], vocab: Vocab) -> Doc:
    """A doc with the words and sentence starts of the corpus and no other annotation, for a model to annotate."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    for sentence in sentences:
        if spaces:
            spaces[-1] = True
        words.extend(word.form for word in sentence.words)
        spaces.extend(sentence.spaces())
        starts.extend(i == 0 for i in range(len(sentence.words)))
    return Doc(vocab, words=words, spaces=spaces, sent_starts=starts)  # type: ignore[arg-type]  # the stub lacks bool


def annotated_sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of an annotated doc as a corpus has them; tokens of white space are left out."""
    for span in doc.sents:
        tokens = [token for token in span if not token.is_space]
        places = {token.i: place for place, token in enumerate(tokens, start=1)}
        words = tuple(
            Word(
                token.text,
                token.lemma_ or "_",
                token.pos_ or "_",
                str(token.morph) or "_",
                0 if token.head == token else places.get(token.head.i, 0),
                "root" if token.dep_ == "ROOT" else token.dep_ or "_",  # spaCy's name for it
                f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
            )
            for token in tokens
        )
        if words:
            yield Sentence(span.text.strip(), words)


def _read(file: Path, *, entities: bool) -> tuple[Sentence, ...]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _no_corpus(file, str(error)) from error
    sentences: list[Sentence] = []
    words: list[Word] = []
    text, starts_paragraph = "", False
    for number, line in enumerate((*lines, ""), start=1):
        if line.startswith("# newpar"):
            starts_paragraph = True
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if "." in cells[0]:
                continue
            try:
                words.append(_entity_word(cells) if entities else _treebank_word(cells))
            except (IndexError, ValueError) as error:
                raise _no_corpus(file, f"line {number}: {error}") from error
        elif words and not line:
            sentence = Sentence(text or " ".join(word.form for word in words), tuple(words), starts_paragraph)
            try:
                sentence.spaces()
            except ValueError as error:
                raise _no_corpus(file, f"line {number}: the words are not those of the text {text}") from error
            sentences.append(sentence)
            words, text, starts_paragraph = [], "", False
    if not sentences:
        raise _no_corpus(file, "no sentences")
    return tuple(sentences)


def _treebank_word(cells: list[str]) -> Word:
    if not cells[0].isdigit():
        raise ValueError(f"a multiword token {cells[0]}")
    return Word(cells[_FORM], cells[_LEMMA], cells[_UPOS], cells[_FEATS], int(cells[_HEAD]), cells[_DEPREL])


def _entity_word(cells: list[str]) -> Word:
    return Word(cells[_FORM], cells[_LEMMA], cells[_UPOS], cells[_FEATS], entity=cells[_OUTER_ENTITY])


def _no_corpus(file: Path, detail: str) -> UsageError:
    return UsageError(
        Message("{file} cannot be read as a corpus: {detail}.", {"file": str(file), "detail": detail}),
        Message("Name a treebank in CoNLL-U with --treebank and a corpus of named entities with --entities."),
    )
