"""From YAML text to records: nothing but this room knows YAML, and nothing it is given makes it raise."""
