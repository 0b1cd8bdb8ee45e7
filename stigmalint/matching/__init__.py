"""Turn blocks into matches in two stages: ``prefilter`` says which sentences can hold one, ``phrases`` finds it with spaCy."""
