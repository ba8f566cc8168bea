"""JSON files, and JSON lines with replies or conversations."""
