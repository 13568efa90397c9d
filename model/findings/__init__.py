"""Advice on a map: one function a finding, codes and record ids, no sentences.

The functions stand by subject in `blueprint`, `emotions`, `insights`, `lens`, `links`, `paths`, `size` and `spelling`,
and are listed in `registry`. They read a `context` (cards by place in `grid`, the links as a graph), which
`incremental` keeps up with changes.

`search.find` looks a map over, `search.Findings` keeps up with its changes, `fixes.fix` is what a quick fix does, and
`sentences.sentence` puts a finding into words. Somebody who disagrees sets one aside: `operations.maps.ignore_finding`.
"""
