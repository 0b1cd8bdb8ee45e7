"""The scripts that made the Word and PDF documents in ``examples/``, and what must be found in them."""
