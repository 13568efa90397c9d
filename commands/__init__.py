"""The command line: one module a command, and what they share. Starts fast: what is heavy is imported where it is used."""
