"""Tables in text form: CSV, TSV and their kin."""
