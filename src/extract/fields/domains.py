"""The domain of each statement: by its heading, by its words, and by the order in which letters tell."""

from __future__ import annotations

import math
import re
from functools import cache

import numpy as np

from extract.fields.analysed import AnalysedLetter
from extract.fields.domain_classifier import DomainClassifier, classifier_of
from extract.fields.domain_evidence import DomainEvidence, DomainLexicon, lexicon_of, told_anew
from extract.fields.domain_sequence import Link, Step, Tie, posteriors
from extract.fields.heading_classifier import HeadingClassifier, heading_classifier_of
from extract.fields.year_mentions import own_years
from extract.latvian.folding import fold
from extract.lexicons import read_lexicon
from extract.model import Evidence, Finding, Message, Statement

#: A heading decides by itself where it leads the next domain by so many nats.
_HEADING_LEAD = 4.0
#: A heading that names no domain clearly is still evidence for each statement under it.
_HEADING_SHARE = 0.4
#: So likely the classifier of headings must think a domain to name it where the codebook's words leave it open; what it
#: thinks less likely than the second figure is not named clearly.
_NAMED_LEAST, _DOUBTED = 0.7, 0.05
#: One that runs into a paragraph's text ("Veselības jomā: 2021.gadā …") speaks little for the paragraphs after it.
_RUN_IN_SHARE = 0.1
#: The words that open a list speak for its items, but less than their own.
_LEAD_IN_SHARE = 0.6
#: How much of their words' evidence sentences keep that are not their paragraph's first: the first names the topic.
_WITHIN_PARAGRAPH = 0.85
_CONTINUING = 0.5
_DETAILING = 0.1
#: Nats for "general" where a statement speaks of the letter as a whole, and against it where its words name a domain.
_GENERAL = 2.5
_GENERAL_BY_DEFAULT = -0.5
_AGAINST_GENERAL = 0.8
#: Below this probability no domain is told.
_TOLD = 0.3
#: Other domains at least this likely are told as alternatives.
_ALTERNATIVE = 0.01
#: What a heading and what words and order can make sure at most; the evidence is not independent.
_SUREST_HEADING = 0.98
_SUREST_WORDS = 0.93
#: What the classifier says counts so much beside the terms, whose words are mostly the same ones: chosen by the train
#: letters, each judged by what was learnt from others (`scripts/train_domains.py`).
_LEARNT = 0.8
#: A word is told as a reason where the classifier has learnt that it speaks for a domain by so many nats.
_LEARNT_WORD = 0.5
#: Words that speak for another domain than the heading by so many nats make the heading less sure, by this factor.
_CONTRADICTED = 3.5
_WHERE_CONTRADICTED = 0.87
#: "Projektā „Soli pretī”" may open a paragraph on something new, "Projekta ietvaros" refers to what was named before.
_NAMED = re.compile(r'\w*\s*[„“«"]')


@cache
def _openings(key: str) -> re.Pattern[str]:
    data = read_lexicon("fields", "continuations.toml")
    phrases = (r"\W+".join(map(_word, fold(phrase).split())) for phrase in data[key])
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b")


def _word(word: str) -> str:
    """The pattern of a word, or of all that begin with it where it ends with a hyphen."""
    return re.escape(word.removesuffix("-")) + (r"\w*" if word.endswith("-") else "")


def find_domains(letter: AnalysedLetter) -> tuple[Finding[str] | None, ...]:
    """The domain of each statement; None where a statement speaks of no single one.

    Under a heading that names a domain clearly the heading decides. All other statements are decided together, by
    their words (the codebook's terms and what a classifier has learnt), their place in the paragraph and the codebook's
    order (`domain_sequence`). The confidence is the probability given the whole letter, capped because terms depend on
    each other.
    """
    return domains_by(letter, classifier_of(letter.codebook.domain_codes))


def domains_by(letter: AnalysedLetter, classifier: DomainClassifier | None) -> tuple[Finding[str] | None, ...]:
    """As `find_domains`, with a classifier that was learnt from other letters, or with the terms alone."""
    statements = letter.letter.statements
    if not statements:
        return ()
    lexicon = lexicon_of(letter.codebook)
    paragraphs = [statement.paragraph for statement in statements]
    evidence = told_anew([lexicon.weigh(statement.text) for statement in statements], paragraphs)
    learnt = heading_classifier_of(letter.codebook.domain_codes)
    headings = [weigh_heading(lexicon, learnt, s.heading.quote) if s.heading else None for s in statements]
    shares = [_heading_share(letter, i, heading) for i, heading in enumerate(headings)]
    links = _links(letter)
    emissions = np.array(
        [_emission(lexicon, *given) for given in zip(statements, evidence, headings, shares, links, strict=True)]
    )
    if classifier is not None:
        emissions += [
            [_LEARNT * _share(link) * n for n in classifier.weigh(doc)]
            for doc, link in zip(letter.docs, links, strict=True)
        ]
    chances = posteriors(emissions, links)
    return tuple(
        _finding(letter, i, chances[i].tolist(), evidence, headings[i], classifier) for i in range(len(statements))
    )


def _emission(
    lexicon: DomainLexicon,
    statement: Statement,
    evidence: DomainEvidence,
    heading: tuple[float, ...] | None,
    heading_share: float,
    link: Link,
) -> list[float]:
    nats = [_share(link) * n for n in evidence.nats]
    if statement.lead_in:
        lead_in = lexicon.weigh(statement.lead_in.quote).nats
        nats = [n + _LEAD_IN_SHARE * more for n, more in zip(nats, lead_in, strict=True)]
    if heading is not None:
        nats = [n + heading_share * more for n, more in zip(nats, heading, strict=True)]
    general = _GENERAL_BY_DEFAULT - _AGAINST_GENERAL * max(0.0, *nats)
    if _openings("general").search(fold(statement.text)):
        general += _GENERAL
    return [*nats, general]


def _heading_share(letter: AnalysedLetter, i: int, heading: tuple[float, ...] | None) -> float:
    """How strongly a heading speaks for a statement. One that runs into a paragraph decides for that paragraph only."""
    if heading is None or named_by(heading) is None:
        return _HEADING_SHARE
    statements = letter.letter.statements
    first = next(each for each in statements if _place(each.heading) == _place(statements[i].heading))
    end = first.heading.end if first.heading else first.start
    runs_in = "\n" not in letter.letter.document.text[end : first.start]
    return _RUN_IN_SHARE if runs_in and statements[i].paragraph != first.paragraph else 10.0


def _share(link: Link) -> float:
    """How much of its words' evidence a statement keeps."""
    if link.tie is Tie.DETAILING:
        return _DETAILING
    if link.tie is Tie.CONTINUING:
        return _CONTINUING
    return _WITHIN_PARAGRAPH if link.step is Step.SAME_PARAGRAPH else 1.0


def _tie(text: str, step: Step) -> Tie:
    folded = fold(text)
    if found := _openings("detailing").match(folded):
        opens = step in (Step.NEW_PARAGRAPH, Step.NEW_HEADING) and _NAMED.match(folded, found.end())
        return Tie.NONE if opens else Tie.DETAILING
    return Tie.CONTINUING if _openings("continuing").match(folded) else Tie.NONE


def weigh_heading(lexicon: DomainLexicon, classifier: HeadingClassifier | None, heading: str) -> tuple[float, ...]:
    """What a heading's words say for each domain, in nats, together with what was learnt.

    Where the words name no domain clearly, that which was learnt may; where they name one that is all but impossible by
    what was learnt, they say nothing. What the codebook lists as a heading is not doubted.
    """
    told = lexicon.weigh_heading(heading)
    if classifier is None or lexicon.is_own_heading(heading):
        return told
    *chances, _ = classifier.probabilities(heading)
    if (named := named_by(told)) is not None:
        return told if chances[named] >= _DOUBTED else (0.0,) * len(told)
    best = max(range(len(chances)), key=lambda k: chances[k])
    if chances[best] < _NAMED_LEAST:
        return told
    return tuple(max(told) + _HEADING_LEAD if k == best else nats for k, nats in enumerate(told))


def named_by(heading: tuple[float, ...]) -> int | None:
    """The domain that a heading names clearly."""
    best, *others = sorted(range(len(heading)), key=lambda k: -heading[k])
    lead = heading[best] - (heading[others[0]] if others else 0.0)
    return best if lead >= _HEADING_LEAD else None


def _links(letter: AnalysedLetter) -> list[Link]:
    statements = letter.letter.statements
    years = [own_years(letter, i) for i in range(len(statements))]
    opening = [i for i, s in enumerate(statements) if i == 0 or s.paragraph != statements[i - 1].paragraph]
    dated = sum(1 for i in opening if years[i]) * 2 > len(opening)
    links, before = [], years[0]
    for i, statement in enumerate(statements):
        step = _step(statements[i - 1], statement) if i else Step.NEW_PARAGRAPH
        reopens = bool(before and years[i]) and (
            (len(before) == 1 and years[i][0] < before[0]) or (len(years[i]) > 1 and step is Step.NEW_PARAGRAPH)
        )
        links.append(Link(step, _tie(statement.text, step), reopens, dated and not years[i]))
        before = years[i] or before
    return links


def _step(before: Statement, statement: Statement) -> Step:
    if _place(before.heading) != _place(statement.heading):
        return Step.NEW_HEADING
    if statement.lead_in and (before.lead_in == statement.lead_in or statement.lead_in.start == before.start):
        return Step.SAME_LIST
    return Step.SAME_PARAGRAPH if before.paragraph == statement.paragraph else Step.NEW_PARAGRAPH


def _place(heading: Evidence | None) -> int | None:
    return heading.start if heading else None


def _finding(
    letter: AnalysedLetter,
    i: int,
    chances: list[float],
    evidence: list[DomainEvidence],
    heading: tuple[float, ...] | None,
    classifier: DomainClassifier | None,
) -> Finding[str] | None:
    codes = letter.codebook.domain_codes
    ranked = sorted(range(len(codes)), key=lambda k: -chances[k])
    best = ranked[0]
    if chances[best] < _TOLD or chances[-1] > chances[best]:
        return None
    statement = letter.letter.statements[i]
    if heading is not None and statement.heading is not None and named_by(heading) == best:
        return _under_heading(codes, best, statement.heading, evidence[i], heading)
    words, method, reason = _from_words(letter, i, best, evidence, classifier)
    others = tuple(codes[k] for k in ranked[1:] if chances[k] >= _ALTERNATIVE)
    return Finding(codes[best], words, method, min(chances[best], _SUREST_WORDS), reason, others)


def _under_heading(
    codes: tuple[str, ...], best: int, words: Evidence, evidence: DomainEvidence, heading: tuple[float, ...]
) -> Finding[str]:
    confidence = min(_SUREST_HEADING, 0.5 + 0.5 * math.tanh(heading[best] / 3))
    spoken = max(range(len(codes)), key=lambda k: evidence.nats[k])
    if evidence.nats[spoken] - max(0.0, evidence.nats[best]) < _CONTRADICTED:
        reason = Message("It stands under the heading “{heading}”.", {"heading": words.quote})
        return Finding(codes[best], (words,), "heading", confidence, reason)
    reason = Message(
        "It stands under the heading “{heading}”, though its words speak of another domain.", {"heading": words.quote}
    )
    return Finding(codes[best], (words,), "heading", confidence * _WHERE_CONTRADICTED, reason, (codes[spoken],))


def _from_words(
    letter: AnalysedLetter, i: int, best: int, evidence: list[DomainEvidence], classifier: DomainClassifier | None
) -> tuple[tuple[Evidence, ...], str, Message]:
    """The words that speak for a domain in the statement, else in the nearest one that has any, and the reason."""
    title = letter.codebook.domains[best].title.lv
    if classifier is not None and not _strongest(evidence[i], best):
        learnt = classifier.strongest(letter.docs[i], best, _LEARNT_WORD, 3)
        words = tuple(letter.evidence(i, token.idx, token.idx + len(token)) for token in learnt)
        if words:
            return words, "classifier", Message("Its words speak of “{title}”: {words}.", _naming(title, words))
    for j in sorted(range(len(evidence)), key=lambda j: (abs(j - i), j > i)):
        words = tuple(letter.evidence(j, start, end) for start, end in _strongest(evidence[j], best))
        if words and j == i:
            return words, "terms", Message("Its words speak of “{title}”: {words}.", _naming(title, words))
        if words:
            reason = Message(
                "It goes on with what the statements around it tell of, “{title}”: {words}.", _naming(title, words)
            )
            return words, "sequence", reason
    return (), "sequence", Message("The order of the letter makes “{title}” the likeliest.", {"title": title})


def _naming(title: str, words: tuple[Evidence, ...]) -> dict[str, str | int | float]:
    return {"title": title, "words": ", ".join(f"„{each.quote}”" for each in words)}


def _strongest(evidence: DomainEvidence, domain: int) -> list[tuple[int, int]]:
    """Up to three terms that speak most for a domain, in the order of the text."""
    speaking = sorted((t for t in evidence.terms[domain] if t.nats > 0), key=lambda t: -t.nats)[:3]
    return sorted((t.start, t.end) for t in speaking)
