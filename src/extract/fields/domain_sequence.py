"""The order of domains in a letter as a hidden Markov model: letters follow the questionnaire and rarely go back.

States are the domains in the codebook's order and, last, "general" for statements on the letter as a whole.
Forward–backward after L. R. Rabiner, "A Tutorial on Hidden Markov Models", Proc. IEEE 77 (1989), section III.B.
The probabilities are set by judgement of how such returns are written; docs/decisions/0011-domains.md has the one that
was chosen by letters.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray


class Step(IntEnum):
    """How a statement follows the one before it, from the closest tie to the loosest."""

    SAME_LIST = 0
    SAME_PARAGRAPH = 1
    NEW_PARAGRAPH = 2
    NEW_HEADING = 3


class Tie(StrEnum):
    """How a statement's first words refer back."""

    NONE = "none"
    CONTINUING = "continuing"
    DETAILING = "detailing"


#: Probability of staying in the domain, by step.
_STAY = {Step.SAME_LIST: 0.985, Step.SAME_PARAGRAPH: 0.95, Step.NEW_PARAGRAPH: 0.42, Step.NEW_HEADING: 0.06}
#: Of the rest: to the general state, and back to an earlier domain; what is left goes forward.
_TO_GENERAL = 0.03
_BACKWARD = 0.2
#: After a new heading letters go back more often: an annex tells of the same questions again.
_BACKWARD_AFTER_HEADING = 0.35
#: Each domain passed over makes a move this much less likely.
_PASS_OVER = 0.75
#: The first statement: general, or a domain, each domain passed over as above.
_START_GENERAL = 0.15
#: From the general state: stay; else as at the start.
_STAY_GENERAL = 0.4
#: Odds for staying after a beginning that refers back ("Tāpat"; "Projekta ietvaros").
_TIED = {Tie.NONE: 0.0, Tie.CONTINUING: math.log(6.0), Tie.DETAILING: math.log(30.0)}
#: Odds against staying where the years go back, as they do when a letter begins the next question.
_YEARS_BACK = math.log(5.0)
#: Odds for staying in a new paragraph that names no year although the letter's paragraphs do.
_NO_YEAR = math.log(2.5)


@dataclass(frozen=True, slots=True)
class Link:
    """What ties a statement to the one before it."""

    step: Step
    tie: Tie = Tie.NONE
    years_back: bool = False
    lacks_year: bool = False


def posteriors(emissions: NDArray[np.float64], links: list[Link]) -> NDArray[np.float64]:
    """The probability of each state for each statement, given the whole letter.

    `emissions`: (statements, states) log-likelihoods up to a constant each row; the last state is "general".
    `links`: one a statement; the first one's is not looked at. Returns (statements, states), rows summing to 1.
    """
    count, states = emissions.shape
    forward = np.empty((count, states))
    backward = np.zeros((count, states))
    moves = [np.log(transition(states, link)) for link in links[1:]]
    forward[0] = np.log(_start(states)) + emissions[0]
    for i in range(1, count):
        forward[i] = np.logaddexp.reduce(forward[i - 1][:, None] + moves[i - 1], axis=0) + emissions[i]
    for i in range(count - 2, -1, -1):
        backward[i] = np.logaddexp.reduce(moves[i] + (emissions[i + 1] + backward[i + 1])[None, :], axis=1)
    log = forward + backward
    log -= np.logaddexp.reduce(log, axis=1, keepdims=True)
    return np.exp(log)


def transition(states: int, link: Link) -> NDArray[np.float64]:
    """The probabilities (from, to) of the step to the next statement; rows sum to 1."""
    domains = states - 1
    odds = math.log(_STAY[link.step] / (1 - _STAY[link.step]))
    odds += _TIED[link.tie] - _YEARS_BACK * link.years_back
    odds += _NO_YEAR * (link.lacks_year and link.step is Step.NEW_PARAGRAPH)
    stay = 1 / (1 + math.exp(-odds))
    table = np.zeros((states, states))
    for i in range(domains):
        ahead = _PASS_OVER ** np.arange(domains - i - 1)
        back = _PASS_OVER ** np.arange(i)[::-1]
        backward = (_BACKWARD_AFTER_HEADING if link.step is Step.NEW_HEADING else _BACKWARD) if i else 0.0
        forward = 1 - _TO_GENERAL - backward if len(ahead) else 0.0
        table[i, i + 1 : domains] = forward * ahead / ahead.sum() if len(ahead) else 0.0
        table[i, :i] = (backward if len(ahead) else 1 - _TO_GENERAL) * back / back.sum() if i else 0.0
        table[i, domains] = _TO_GENERAL
        table[i] *= (1 - stay) / table[i].sum()
        table[i, i] = stay
    table[domains] = _start(states)
    table[domains, domains] = 0.0
    table[domains] *= (1 - _STAY_GENERAL) / table[domains].sum()
    table[domains, domains] = _STAY_GENERAL
    return table


def _start(states: int) -> NDArray[np.float64]:
    domains = states - 1
    order = 0.5 + 0.5 * _PASS_OVER ** np.arange(domains)
    return np.append((1 - _START_GENERAL) * order / order.sum(), _START_GENERAL)
