"""Rules: they look at a city and say what is wrong and where."""
