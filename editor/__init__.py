"""The program as people meet it: the command line, and, with the next issue, the window."""
