"""How fast, how complete and how lean the readers are, beside programs that do less or the same."""
