"""Recognising the same child in two files or in a register: what agrees, how likely, and why.

The order of reading: `names`, `person`, `levels`, `weights`, `rules`, `deciding`; then `register`
for one person against all, `whole_files` for two files, `splink_model` for large ones.
"""
