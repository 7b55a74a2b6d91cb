"""Language codes: ISO 639-1, the official languages of the European Union and of its neighbours."""

_CODES = """
bg bs ca cs cy da de el en es et eu fi fr ga gl hr hu hy is it ka lb lt lv mk mt nb nl
nn no pl pt rm ro ru se sk sl sq sr sv tr uk
"""
LANGUAGES = frozenset(_CODES.split())
