"""Turn what one run found into numbers that spare the next run the work: ``recalled`` for a document, ``told`` for a report."""
