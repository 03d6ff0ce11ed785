"""The dataset written out: one file a format."""
