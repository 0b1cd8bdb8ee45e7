"""stigmalint finds wording and rules that stigmatize people, says why and on whose authority, and offers better wording."""

__version__ = "0.1.0"
