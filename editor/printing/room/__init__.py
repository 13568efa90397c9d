"""The print room: every kind of paper chosen, seen, written and printed in one place.

wish.py         what is asked for, and the Brief it becomes
remembering.py  the last wish of each kind, in the settings
forms.py        a form for any struct of options; fields.py, boxes.py: its fields, rows.py, section.py: how they stand
choices.py      all choices together
proofing.py     pages made on a thread, the newest wish first
facts.py        "what you get", and what is not on paper
desk.py         the pages, looked at one by one, through glass.py
delivery.py     pages on their way out: files (writing.py), the clipboard, a printer
room.py         the dialog: begin here; furniture.py: its buttons
"""
