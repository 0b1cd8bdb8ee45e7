"""Turn a report into a file, whole or not at all.

The surprise: a report must not become a finding. The file it is saved in is left out of what is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from stigmalint.discover import Source
from stigmalint.errors import Unsaved, UsageError
from stigmalint.findings import Skipped


def refuse_to_overwrite(output: Path, named: Iterable[str], sources: Sequence[Source | Skipped]) -> list[Source | Skipped]:
    """The sources without the output file. Raises ``UsageError`` when it is a document the person asked to check."""
    if any(path != "-" and _same(output, Path(path)) for path in named):
        raise UsageError(f"the report would overwrite the document {output}; give --output another name.")
    return [source for source in sources if isinstance(source, Skipped) or not (source.file and _same(output, source.file))]


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def save_text(file: Path, text: str) -> None:
    """Write the report in UTF-8. Raises ``UsageError`` when it cannot be saved."""
    from stigmalint.fixing.saving import save  # noqa: PLC0415  most reports are shown

    data = text.encode("utf-8", "replace")
    try:
        if file.is_symlink() or (file.exists() and not file.is_file()):
            file.write_bytes(data)  # /dev/stdout and its like cannot be replaced
        else:
            save(file, data)
    except (Unsaved, OSError) as error:
        reason = str(error) if isinstance(error, Unsaved) else (error.strerror or type(error).__name__).lower()
        raise UsageError(f"the report could not be saved in {file} ({reason}); choose another place with --output.") from error
