"""The environment of our own templates: nothing guards it, and what templates do often takes few steps.

A template is compiled once for all languages: what stands in it does not depend on the words. Functions that
templates call are plain ones; Jinja would look at each call for those that want a context.
"""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro

from lgdkit.render.language import Words


class _PlainCalls(Context):
    """Calls macros and functions as they are; none of ours wants a context."""

    def call(self, function: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Call a macro or a function."""
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        if type(function) is Macro:
            return function(self.eval_ctx, *args, **named)
        return function(*args, **named)


class Compiled(BytecodeCache):
    """The code of templates, kept for the environments of other languages."""

    def __init__(self) -> None:
        """Begin with none."""
        self._codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template that was compiled before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


class Unguarded(Environment):
    """Runs our own templates, which see plain dictionaries, lists and texts alone: a sandbox would guard nothing.

    Names are looked up in dictionaries first: a view's `values` is its own and not a method.
    """

    context_class = _PlainCalls

    def __init__(self, sources: Mapping[str, str], words: Words, compiled: Compiled, **options: Any) -> None:
        """Take the templates by their names, the words of a language, and the code that is known already."""
        super().__init__(
            loader=DictLoader(sources),
            undefined=StrictUndefined,
            bytecode_cache=compiled,
            auto_reload=False,
            cache_size=-1,
            **options,
        )
        self.newstyle_gettext = True
        self.globals.update(_messages(words))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an entry of a dictionary, or a macro of a file of macros."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template knows, in one dictionary: a chain of them is looked through again and again."""
        return {**self.globals, **(d or {})}


def _messages(words: Words) -> dict[str, Callable[..., str]]:
    """Return the functions that translate; they fill in as Jinja's own ones do."""
    catalogue = words.catalogue

    def gettext(message: str, /, **values: Any) -> str:
        return catalogue.gettext(message) % values

    def ngettext(one: str, many: str, num: int, /, **values: Any) -> str:
        return catalogue.ngettext(one, many, num) % {"num": num, **values}

    def pgettext(context: str, message: str, /, **values: Any) -> str:
        return catalogue.pgettext(context, message) % {"context": context, **values}

    def npgettext(context: str, one: str, many: str, num: int, /, **values: Any) -> str:
        return catalogue.npgettext(context, one, many, num) % {"context": context, "num": num, **values}

    return {
        "_": gettext,
        "gettext": gettext,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "npgettext": npgettext,
    }
