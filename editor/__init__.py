"""The program as people meet it: the command line, and later the window."""
