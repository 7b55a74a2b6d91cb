"""Views choose what each document needs: frozen dataclasses shaped like the documents, plain values only."""
