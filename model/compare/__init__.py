"""What differs between two maps, as a person sees it: codes and records, no sentences.

`comparing.compare` turns the Change between two maps into a list in the order of the journey, `difference` is what
stands in it, `places` says where that is. `sentences` puts it into words, with `names` for the records and `values` for
what they hold.
"""
