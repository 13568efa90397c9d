"""Other people's formats to a map of ours, with a report of every line that was guessed, changed or refused."""
