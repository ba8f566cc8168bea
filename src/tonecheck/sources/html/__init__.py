"""HTML and HTML templates."""
