"""Extracted records beside a gold standard: how good each field is, and what its confidence means."""

from extract.evaluation.comparison import Comparison as Comparison
from extract.evaluation.comparison import compare as compare
from extract.evaluation.gold import load_lines as load_lines
from extract.evaluation.letters import evaluate as evaluate
from extract.evaluation.letters import frames_of as frames_of
from extract.evaluation.report import load_report as load_report
from extract.evaluation.report import report as report
from extract.evaluation.tallies import ACCURACY_FIELDS as ACCURACY_FIELDS
from extract.evaluation.tallies import F1_FIELDS as F1_FIELDS
from extract.evaluation.tallies import Evaluation as Evaluation
from extract.evaluation.tallies import Miss as Miss
from extract.evaluation.tallies import Tally as Tally
