"""One text engine: faces, shaping, line breaks, balanced wrapping."""
