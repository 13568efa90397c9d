"""What can be done to a map: pure functions from a document to a Change, which refuse before anything happens.

    maps stages steps lanes personas kpis links emotions    adding, editing, moving, deleting: one module a subject
    cards card_content joining                              cards on their places; what they say; merged and split
    roles                                                   lanes by what they are for, and what is put on them
    capture clip pasting duplicating pictures               typing in a workshop, copying, pasting, pictures

These rest on:

    basics      records by id, fresh ids, the change to what records are to be
    editing     plain members: which may be set, to which values; plain cleans texts
    ordering    order keys that put records between others
    cells       where cards may stand, and where several come down together; spans: over how many steps
    cascade     what goes with a deleted record
    area        the lanes and steps a paste covers; tables: a spreadsheet's text
"""
