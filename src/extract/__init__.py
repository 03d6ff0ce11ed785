"""Turns the letters with which Latvian municipalities answer a ministry into a reviewed, structured dataset."""

__version__ = "0.1.0"
