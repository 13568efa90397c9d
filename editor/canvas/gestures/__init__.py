"""What a drag does, one module a subject. A gesture looks at the map while the pointer moves, and does one operation on
release."""
