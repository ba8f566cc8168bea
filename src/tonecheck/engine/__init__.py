"""Rulebook and document in, findings out: pure and deterministic, no I/O, no printing, no clock."""
