"""An environment for templates that somebody else wrote: what is not allowed by name is not there.

No method of any value can be reached and no function called but macros and those named here, so a template
has nothing to break out with. What it may do is counted. See `measure` for the limits.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import add
from typing import Any, NoReturn

from jinja2 import DictLoader, Template, TemplateError, nodes, pass_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace

from lgdkit.render.counted import CUT, EACH, JOINED, MADE, SHOWN, Counted
from lgdkit.render.measure import MIN_STEPS, STEPS_PER_VALUE, LimitError, Meter, number, plain
from lgdkit.render.unknown import Missing, place_in

FILTERS = (
    "capitalize",
    "d",
    "default",
    "first",
    "indent",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "sort",
    "title",
    "trim",
    "upper",
)
_LOOP = frozenset(
    "index index0 revindex revindex0 first last length depth depth0 previtem nextitem".split()  # noqa: SIM905
)
_MAX_INDENT = 20
_MESSAGE = re.compile(r"(?:[^%]|%%|%\([A-Za-z_]\w*\)[sd])*")
_LOAD_STEPS = 100
_SIGNS_PER_STEP = 4
"""Of a template that is read, so many characters count as one step."""


class Limited(SandboxedEnvironment):
    """The environment of a city's own templates."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "**", "%"])

    def __init__(self, sources: Mapping[str, str], **options: Any) -> None:
        """Take the templates and Jinja's options; functions and further filters are allowed by `allow`."""
        super().__init__(
            loader=DictLoader(sources), undefined=Missing, optimized=False, cache_size=-1, **options
        )
        self._sources = sources
        self.meter = Meter()
        self.missing: dict[tuple[str, int, str], None] = {}
        """Names that nothing stood behind: template, line, name, in the order in which they were met."""
        self._allowed: set[Any] = set()
        self._loaded: set[str] = set()
        self.globals = {"namespace": Namespace}
        filters: dict[str, Any] = {**self.filters}
        self.filters = {name: self._weighed(filters[name]) for name in FILTERS}
        self.filters["indent"] = self._weighed(_indent)
        self.filters["join"] = self._weighed(_join)
        tests: dict[str, Any] = {**self.tests}
        self.tests = {name: self._weighed(test) for name, test in tests.items()}
        for name, count in ((EACH, self._each), (SHOWN, self._shown), (JOINED, self._joined)):
            self.filters[name] = pass_context(_without_context(count))
        for name in (MADE, CUT):
            self.filters[name] = pass_context(_without_context(lambda value: self.meter.weigh(value)))

    def allow(self, functions: Mapping[str, Callable[..., Any]]) -> None:
        """Let templates call these."""
        for name, function in functions.items():
            weighed = self._weighed(function)
            self.globals[name] = weighed
            self._allowed.add(weighed)

    def allow_filters(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Let templates use these filters."""
        self.filters.update({name: self._weighed(each) for name, each in filters.items()})

    def allow_messages(self) -> None:
        """Let templates translate, with messages whose placeholders are simple ones."""
        for name in ("gettext", "ngettext", "pgettext", "npgettext"):
            message: Any = self.globals[name]
            checked = self._translating(message)
            self.globals[name] = checked
            self._allowed.add(checked)
        self.globals["_"] = self.globals["gettext"]

    def start(self, context: Mapping[str, Any]) -> None:
        """Count anew, for a document of these values: a large one may take more steps."""
        # a file of macros is worked out anew for each document, so that the same document takes the same steps
        for template in (self.cache or {}).values():
            template._module = None
        size = Meter(sys.maxsize)
        size.weigh(context)
        self.meter = Meter(MIN_STEPS + STEPS_PER_VALUE * size.taken)
        self.missing = {}

    def missed(self, name: str) -> None:
        """Note a name that nothing stands behind."""
        self.missing[(*place_in(sys._getframe(2)), name)] = None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what an object of the view, a loop or a file of macros has by this name, and nothing else."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, Missing):
            return obj
        if attribute.startswith("_"):
            raise SecurityError(f'"{attribute[:40]}" may not be reached from a template.')
        if isinstance(obj, Namespace | TemplateModule | TemplateReference) or (
            isinstance(obj, LoopContext) and attribute in _LOOP
        ):
            try:
                return obj[attribute] if isinstance(obj, TemplateReference) else getattr(obj, attribute)
            except (AttributeError, LookupError):
                return self.undefined(obj=obj, name=attribute)
        raise SecurityError(f'"{attribute[:40]}" may not be reached from a template.')

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a part of a mapping, a list or a text."""
        if isinstance(obj, dict):
            self.meter.weigh(argument)
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=str(plain(argument)))
        if isinstance(obj, Missing):
            return obj
        if isinstance(obj, list | tuple | str) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else self.undefined(name=str(argument))
        return self.getattr(obj, str(plain(argument)))

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow macros, blocks, recursive loops and the functions that were named."""
        if isinstance(obj, Macro | BlockReference | LoopContext) or obj is Namespace:
            return True
        return callable(obj) and getattr(obj, "__hash__", None) is not None and obj in self._allowed

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call a function, counting it and what it is given."""
        if isinstance(__obj, Missing):
            str(__obj)
            return ""
        if not __self.is_safe_callable(__obj):
            raise SecurityError("Only macros and the functions of lgdkit may be called from a template.")
        __self.meter.weigh(args)
        __self.meter.enter()
        found = __context.call(__obj, *args, **kwargs)
        __self.meter.leave()
        return found

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers, and set texts or lists together."""
        self.meter.take()
        if isinstance(left, Missing) or isinstance(right, Missing):
            return f"{left}{right}"
        if operator == "**":
            raise SecurityError("There are no powers in a template.")
        if operator == "+" and isinstance(left, str | list | tuple) and type(left) is type(right):
            self.meter.weigh(left)
            self.meter.weigh(right)
            return add(left, right)
        return super().call_binop(context, operator, number(left), number(right))

    def handle_exception(self, source: str | None = None) -> NoReturn:  # noqa: ARG002
        """Leave the traceback as it is: the place in the template is read from it."""
        raise

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        Counted().visit(tree)
        return tree

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002 - Jinja's name
        # counted at each use and not only when it is read, so that every document takes the same steps
        self.meter.take(_LOAD_STEPS + len(self._sources.get(name, "")) // _SIGNS_PER_STEP)
        if name in self._loaded:
            return super()._load_template(name, globals)
        try:
            template = super()._load_template(name, globals)
            self._guard(template)
            self._loaded.add(name)
            return template
        except TemplateSyntaxError as error:
            error.name = error.name or name
            raise
        except TemplateError:
            raise
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise TemplateSyntaxError("its parts stand too deep in one another", 1, name) from error
        except Exception as error:
            raise TemplateSyntaxError(f"it cannot be read: {str(error)[:80]}", 1, name) from error

    def _guard(self, template: Template) -> None:
        """Count how deep a template stands in others: one that includes itself ends at the same depth always."""
        render = template.root_render_func

        def guarded(context: Context) -> Iterator[str]:
            self.meter.enter()
            yield from render(context)
            self.meter.leave()

        template.root_render_func = guarded

    def _each(self, values: Iterable[Any]) -> Iterator[Any]:
        if isinstance(values, str) or not isinstance(values, Iterable):
            raise SecurityError("A loop goes through a list, not through this.")
        for each in values:
            self.meter.take()
            yield each

    def _shown(self, value: Any) -> str:
        text = str(plain(value))
        self.meter.weigh(text)
        return text

    def _joined(self, values: list[Any]) -> str:
        return "".join([self._shown(each) for each in values])

    def _weighed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Count what goes into a function and what comes out."""

        def counted(*args: Any, **kwargs: Any) -> Any:
            own = [each for each in args if isinstance(each, str | list | tuple | dict)]
            self.meter.weigh(own)
            self.meter.weigh(kwargs)
            return self.meter.weigh(function(*args, **kwargs))

        counted.__dict__.update(getattr(function, "__dict__", {}))
        return counted

    def _translating(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @pass_context
        def checked(context: Context, *args: Any, **kwargs: Any) -> str:
            for each in args:
                if isinstance(plain(each), str) and not _MESSAGE.fullmatch(self.meter.weigh(each)):
                    raise SecurityError("A message may only hold %(name)s and %%.")
            given = {key: self.meter.weigh(plain(each)) for key, each in kwargs.items()}
            return str(self.meter.weigh(function(context, *args, **given)))

        return checked


def _without_context(function: Callable[[Any], Any]) -> Callable[[Context, Any], Any]:
    # a filter that takes the context is never worked out when the template is compiled
    return lambda context, value: function(value)  # noqa: ARG005


def _indent(text: Any, width: Any = 4) -> str:
    if not isinstance(width, int) or not 0 <= width <= _MAX_INDENT:
        raise LimitError(f"The indent is a number from 0 to {_MAX_INDENT}.")
    first, *rest = str(plain(text)).split("\n") or [""]
    return "\n".join([first, *(f"{' ' * width}{line}" if line else line for line in rest)])


def _join(values: Iterable[Any], between: Any = "") -> str:
    separator = str(plain(between))
    texts = [str(plain(each)) for each in values]
    if len(separator) * len(texts) > _MAX_JOINED:
        raise LimitError("What stands between the parts is too long.")
    return separator.join(texts)


_MAX_JOINED = 1_000_000
