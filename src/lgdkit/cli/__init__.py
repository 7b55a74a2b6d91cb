"""The command line: the terminal, the clock and the environment live here alone."""

import importlib
import os
import sys
from collections.abc import Sequence

import typer

COMMANDS = {
    "new": ("lgdkit.cli.new:new", "Write a small city to begin with, and settings for the editor."),
    "check": ("lgdkit.cli.check:check", "Find every fault in a city's files, at its line."),
    "explain": ("lgdkit.cli.explain:explain", "Show the page of a rule: why, how to mend, an example."),
    "rules": ("lgdkit.cli.rules:rules", "List all that lgd check can find."),
    "map": ("lgdkit.cli.map:map_", "Draw the action inventory: who does what, and where nobody does."),
    "roadmap": ("lgdkit.cli.roadmap:roadmap", "Draft the city's roadmap."),
    "mou": ("lgdkit.cli.mou:mou", "Draft a Memorandum of Understanding for each stakeholder."),
    "group": ("lgdkit.cli.group:group", "Compare the cities of a workspace, and show what they lack."),
    "sprint": ("lgdkit.cli.sprint:sprint", "Draft the papers of a sprint of several cities."),
