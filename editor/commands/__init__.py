"""The command line: one module a command, and what they share. What is heavy is imported where it is used."""
