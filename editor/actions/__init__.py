"""Everything the menus and the toolbar can do, in one table."""
