"""Zip archives, which are only read."""
