"""The pictures of documents: a module a picture, with scales, places and room for each text already worked out."""
