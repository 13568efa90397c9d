"""Advice on a map: one function a finding, codes and record ids, no sentences."""
