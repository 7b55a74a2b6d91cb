"""Changes the text of data files: lays it out anew, or adds a record; what people wrote in it stays."""
