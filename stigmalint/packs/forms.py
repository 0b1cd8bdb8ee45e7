"""Turn the curated wordlists into ``forms.json``, what the inflection library says of every word in them.

    python -m stigmalint.packs.forms

The surprise: nobody who edits a wordlist has to run this. A word that is not in the table asks the library itself; the table
only saves loading it.
"""

from __future__ import annotations

import json

from stigmalint.packs import load_wordlists
from stigmalint.packs.compile import compile_vocabulary
from stigmalint.packs.inflect import TABLE, table


def write_table() -> None:
    """Ask the library about every word and keep the answers; the file stays as it is where a pack does not compile."""
    table().clear()
    compile_vocabulary(load_wordlists())
    lines = (f"{json.dumps(key)}: {json.dumps(forms, ensure_ascii=False)}" for key, forms in sorted(table().items()))
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    write_table()
