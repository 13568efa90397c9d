"""Shapes to paper and files: PDF, SVG. Knows no Qt."""
