"""Tests of how documents are found and read."""
