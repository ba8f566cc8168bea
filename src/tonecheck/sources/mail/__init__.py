"""Mail files, which are only read."""
