"""Rules as data: the YAML of a rule pack in, a checked ``Rulebook`` out."""
