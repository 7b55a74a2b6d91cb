"""What changed in meaning between two states of a city, and whether it binds more or less. Opens no file."""
