"""Tests of everything between the person and the engine."""
