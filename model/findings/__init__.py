"""Advice on a map: one function a finding, codes and record ids, no sentences.

`search.find` looks a map over, `search.Findings` keeps up with its changes, `fixes.fix` is what a quick fix does, and
`sentences.sentence` puts a finding into words. Somebody who disagrees sets one aside: `operations.maps.ignore_finding`.
"""
