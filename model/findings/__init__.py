"""Advice on a map: one function a finding, codes and record ids, no sentences.

`search.find` looks a map over, `search.Findings` keeps up with its changes, `fixes.fix` is what a quick fix does,
`aside.set_aside` is how somebody disagrees, and `sentences.sentence` puts a finding into words.
"""
