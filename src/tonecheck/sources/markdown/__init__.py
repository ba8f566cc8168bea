"""Markdown files and bodies."""
