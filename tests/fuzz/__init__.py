"""Coverage-guided fuzzing of whatever reads what strangers wrote: ``python -m tests.fuzz TARGET --seconds 600``."""
