"""From values to the bytes that people and programs read."""
