"""Windows that ask something and go: each a module, all of plain text, all reachable by keyboard."""
