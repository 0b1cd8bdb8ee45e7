"""Turn bytes into hashes: BLAKE2, by which everything that is kept is told apart.

The surprise: it is not asked of ``hashlib``, which loads OpenSSL for hashes that nobody wants here. That takes as long as reading
the wordlists.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that was made without it
    from hashlib import blake2b

__all__ = ["blake2b"]
