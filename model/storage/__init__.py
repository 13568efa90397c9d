"""How a map is kept: the .cjm file, its migrations, and saving without ever losing a word.

file.py           begin here: open a map, save it, open a damaged one as a copy
atomic.py         a file replaced whole or not at all; beside.py makes the new one beside the old one
locks.py          who has a map open: lock_files.py beside it, owner.py whose they are
cjm.py            a map to bytes and back: the fast way in, and every save read back
form.py lines.py  what stands where in a file, and each record as a line of it
schema.py         the same form as a JSON Schema
bulk_rules.py     `model.rules` for a whole map at once
versions.py       which file this is and how old; migrations/ has a step for each version
recovery/         the careful way in: whatever is readable, with every fault named
faults.py         faults and errors by code; sentences.py puts them into words
system_errors.py  the system's error numbers as such codes
strings.py        half characters, and escapes that are none
"""
