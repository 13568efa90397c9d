"""Links: orthogonal ways through the gaps between cards, never through one."""
