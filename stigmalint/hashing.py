"""Turn bytes into hashes: BLAKE2, by which everything that is kept is told apart.

The surprise: it is taken from where ``hashlib`` has it, because that loads OpenSSL for hashes that nobody wants here, which takes
longer than reading the wordlists.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python may have it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
