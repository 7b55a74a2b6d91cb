"""A template's tree with a count in every place where it could work without end."""

from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

EACH, SHOWN, JOINED, MADE, CUT = "each of", "shown of", "joined of", "made of", "cut of"
"""Filters that no template can name, for a name holds no space."""


class Counted(NodeTransformer):
    """Puts a counting filter around what a loop goes through, what is printed, joined, made or cut."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the names are Jinja's
        """Count each turn of a loop."""
        self.generic_visit(node)
        node.iter = _through(node.iter, EACH)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802
        """Count what is printed: the template's own text, too."""
        self.generic_visit(node)
        node.nodes = [
            _through(nodes.Const(each.data, lineno=each.lineno), SHOWN)
            if isinstance(each, nodes.TemplateData)
            else _through(each, SHOWN)
            for each in node.nodes
        ]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        """Count the length of texts that are set together."""
        self.generic_visit(node)
        return _through(nodes.List(node.nodes, lineno=node.lineno), JOINED)

    def visit_List(self, node: nodes.List) -> nodes.Filter:  # noqa: N802
        """Count what is in a list."""
        self.generic_visit(node)
        return _through(node, MADE)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Filter:  # noqa: N802
        """Count what is in a mapping."""
        self.generic_visit(node)
        return _through(node, MADE)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802
        """Count what is in a tuple, unless it is names to be set."""
        self.generic_visit(node)
        return node if node.ctx == "store" else _through(node, MADE)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802
        """Count what is compared."""
        self.generic_visit(node)
        node.expr = _through(node.expr, MADE)
        for each in node.ops:
            each.expr = _through(each.expr, MADE)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:  # noqa: N802
        """Count a piece that is cut out."""
        self.generic_visit(node)
        return _through(node, CUT) if isinstance(node.arg, nodes.Slice) else node


def _through(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
