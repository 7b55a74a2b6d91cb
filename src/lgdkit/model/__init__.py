"""The records: what can be said about a city, its stakeholders, actions, commitments and deals."""
