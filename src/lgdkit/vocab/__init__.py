"""Closed lists of codes, one a file, each with its source; their names in words stand in the templates."""
