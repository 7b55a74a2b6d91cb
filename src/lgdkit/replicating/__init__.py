"""Takes a deal or an action of one city over into another one's data, as a prototype. Opens no file."""
