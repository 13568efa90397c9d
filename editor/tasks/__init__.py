"""What the command line and the window both do, without Qt and without arguments: begin, import, export, complain."""
