"""How a map is kept: the .cjm file, its migrations, and saving without ever losing a word."""
