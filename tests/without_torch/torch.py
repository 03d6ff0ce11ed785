"""Stands before torch on the path of the processes that tests start; see `without_torch` in conftest.py."""

raise ImportError("the tests hide torch where nothing needs it")
