"""Turn matches into verdicts: each module but ``scene`` and ``judge`` is one reason to let a match pass or to say it more softly."""
