"""The hashes are those of everybody, and come without what they do not need."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from stigmalint import hashing

FIND = """
import sys
if {missing}:
    import hashlib
    sys.modules["_blake2"] = None
from stigmalint.hashing import blake2b
print(blake2b(b"a", digest_size=16).hexdigest(), "_hashlib" in sys.modules)
"""


@pytest.mark.parametrize("size", [10, 16, 20])
def test_it_is_the_same_hash(size: int) -> None:
    assert hashing.blake2b(b"text", digest_size=size).digest() == hashlib.blake2b(b"text", digest_size=size).digest()


@pytest.mark.parametrize("missing", [False, True])
def test_openssl_is_not_loaded_unless_hashlib_is_needed(missing: bool) -> None:
    code = f"import sys; sys.path[:0] = {sys.path!r}\n{FIND.format(missing=missing)}"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    digest, loaded = done.stdout.split()
    assert digest == hashlib.blake2b(b"a", digest_size=16).hexdigest()
    assert loaded == "False" or missing
