"""Turn matches into verdicts: each module is one reason to let a match pass or to say it more softly.

``judge`` asks them in turn; ``scene``, ``marks`` and ``cues`` serve them.
"""
