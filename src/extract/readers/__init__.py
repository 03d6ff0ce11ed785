"""Files to documents: one file a format; `read_document` sniffs the format and calls its reader."""
