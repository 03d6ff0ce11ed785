"""The store: documents, statements, findings, runs and the audit trail."""
