"""Where templates run: plain values, few names, and a bound on steps, output and time.

A folder of templates may come with a stranger's pull request. So a template reads the fields of
plain values and nothing else of Python: what is allowed is listed here, all else is refused.
"""

import contextvars
import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from jinja2 import TemplateSyntaxError, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hearingkit.documents import markup
from hearingkit.values.moments import When

BUILT_IN: Final = "builtin"
"""What templates and messages call the folder of the templates that come with hearingkit."""
MOST_BYTES: Final = 200_000
"""Size of a template; the largest of the built-in ones has 8 kB."""
MOST_STEPS: Final = 300_000
MOST_OUTPUT: Final = 2_000_000
MOST_SECONDS: Final = 20
_DEEPEST: Final = 60
"""Nodes in nodes, and below it tags in tags: far from Python's own limits on nesting."""
_DEEPEST_TAGS: Final = 12
_MOST_JOINED: Final = 40

TEXT_METHODS: Final = frozenset({"endswith", "lower", "startswith", "upper"})
_LOOP: Final = frozenset({"first", "index", "index0", "last", "length", "revindex"})
TESTS: Final = ("defined", "even", "none", "number", "odd", "string", "undefined", "in", "eq", "ne")
FILTERS: Final = ("capitalize", "count", "default", "first", "last", "length", "lower", "trim")
_SPEND: Final = "spend "
_JOINED: Final = "joined "
"""Names of filters that no template can write: a blank is no part of a name."""


class TooMuch(SecurityError):
    """A template takes more steps, output or time than any letter needs."""


@dataclass(slots=True)
class _Meter:
    """What a template has used.

    Attributes:
        steps: Nodes that ran.
        output: Characters that were made.
        until: On the clock of ``time.monotonic``.
    """

    steps: int = 0
    output: int = 0
    until: float = field(default_factory=lambda: time.monotonic() + MOST_SECONDS)

    def spend(self, steps: int, output: int) -> None:
        self.steps += steps
        self.output += output
        if self.steps > MOST_STEPS or time.monotonic() > self.until:
            raise TooMuch("takes more steps than a letter needs")
        if self.output > MOST_OUTPUT:
            raise TooMuch("makes more text than a letter holds")


_METER: contextvars.ContextVar[_Meter] = contextvars.ContextVar("_METER")


def metered(run: Callable[[], str]) -> str:
    """Return what a template gives, with bounds of its own.

    Raises:
        TooMuch: If it takes more steps, output or time than any letter needs.
    """
    before = _METER.set(_Meter())
    try:
        return run()
    finally:
        _METER.reset(before)


def _spend(value: str, steps: int = 1, output: int = 0) -> str:
    _METER.get(_Meter()).spend(steps, output)
    return value


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment whose templates reach plain values, and nothing that makes much of little."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 (Jinja's own)
        # Nothing is worked out while a template is compiled: so every failure has a line.
        super().__init__(autoescape=True, optimized=False, finalize=_printed, **options)
        self.globals = {}
        self.filters = {name: _costly(self.filters[name]) for name in FILTERS} | {
            _SPEND: _spend,
            _JOINED: _counted_text,
        }
        self.tests = {name: self.tests[name] for name in TESTS}

    def add_filter(self, name: str, filter_: Callable[..., Any]) -> None:
        """Let templates use a filter."""
        self.filters[name] = _costly(filter_)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002
        """Return whether a template may read an attribute: fields of values, little else."""
        return attr in readable(obj)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401
        """Return whether a template may call a thing: its own blocks and macros, few methods."""
        if isinstance(obj, Macro | BlockReference):
            return True
        owner = getattr(obj, "__self__", None)
        return isinstance(owner, str) and getattr(obj, "__name__", "") in TEXT_METHODS

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call a thing, which is a step."""
        _spend("", 1 + _size(getattr(obj, "__self__", "")))
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        """Count up and down; a letter has no other sum."""
        if operator in {"+", "-"} and isinstance(left, int) and isinstance(right, int):
            return left + right if operator == "+" else left - right
        raise SecurityError(f'"{operator}" has no place in a letter')

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401
        """Return what stands for an attribute that is there, and is not for templates."""
        return self.undefined(obj=obj, name=attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parser = Parser(self, source, name, filename)
        try:
            tree = parser.parse()
        except (RecursionError, MemoryError):
            _refuse("is nested too deeply", parser.stream.current.lineno, filename)
        except ValueError as error:  # a number with more digits than Python reads
            _refuse(str(error), parser.stream.current.lineno, filename)
        # Our own are short, and count each time that another template calls a block of them.
        if filename and filename.startswith(f"{BUILT_IN}/"):
            return tree
        every = tuple(_every(tree, filename))
        for node, _ in every:
            _check(node, filename)
        sizes = _sizes(every)
        for node, _ in every:
            _meter(node, sizes)
        return tree


def readable(obj: object) -> frozenset[str]:
    """Return the names of the attributes that a template may read of a thing."""
    match obj:
        case str():
            return TEXT_METHODS
        case LoopContext():
            return _LOOP
        case BlockReference():
            return frozenset({"super"})
        case _ if dataclasses.is_dataclass(obj) and not isinstance(obj, type):
            return frozenset(one.name for one in dataclasses.fields(obj))
        case _:
            return frozenset()


def as_markdown(value: object) -> Markup:
    """Return what a template prints for a value, escaped where it isn't Markdown already.

    Raises:
        ValueError: If the value has no text of its own.
        UndefinedError: If a template uses a name that isn't there.
    """
    match value:
        case Markup():
            return value
        case None:
            return Markup()
        case Undefined() | int():
            return Markup(str(value))  # noqa: S704 (it marks Markdown here, not HTML)
        case str() | When():
            return Markup(markup.escape(str(value)))  # noqa: S704
        case _:
            raise ValueError("this is no text; name one of its parts")


def _counted_text(value: object) -> Markup:
    text = as_markdown(value)
    _spend("", 1, len(text))
    return text


@pass_context
def _printed(_: Context, value: object) -> Markup:
    """Return the text of a value; as it asks for the context, nothing is printed at compiling."""
    return _counted_text(value)


def _costly(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that counts as many steps as its value is long."""

    def filtered(value: Any, *args: Any) -> Any:  # noqa: ANN401 (whatever a template holds)
        _spend("", 1 + _size(value))
        return filter_(value, *args)

    return filtered


def _size(value: object) -> int:
    return len(value) // 100 if isinstance(value, str | tuple | list) else 0


def _every(tree: nodes.Template, file: str | None) -> Iterator[tuple[nodes.Node, nodes.Node]]:
    """Yield every node of a template, and what it stands in; refuse those that stand too deep."""
    left: list[tuple[nodes.Node, nodes.Node, int, int]] = [(tree, tree, 0, 0)]
    while left:
        node, outer, depth, tags = left.pop()
        tags += isinstance(node, nodes.Stmt) and not isinstance(node, nodes.Output)
        if depth > _DEEPEST or tags > _DEEPEST_TAGS:
            _refuse("is nested too deeply", node.lineno, file)
        yield node, outer
        left += [(child, node, depth + 1, tags) for child in node.iter_child_nodes()]


def _check(node: nodes.Node, file: str | None) -> None:
    match node:
        case nodes.List() | nodes.Tuple() if node.items and not _is_plain(node):
            _refuse("a list in a template holds words or numbers", node.lineno, file)
        case nodes.Dict():
            _refuse("{} has no place in a letter", node.lineno, file)
        case nodes.Concat() if len(node.nodes) > _MOST_JOINED:
            _refuse(f"more than {_MOST_JOINED} texts are joined", node.lineno, file)
        case nodes.For(recursive=True):
            _refuse("a loop in itself has no place in a letter", node.lineno, file)
        case _:
            pass


def _is_plain(node: nodes.List | nodes.Tuple) -> bool:
    stored = isinstance(node, nodes.Tuple) and node.ctx != "load"
    return stored or all(isinstance(item, nodes.Const) for item in node.items)


@dataclass(slots=True)
class _Size:
    """How much stands in a node.

    Attributes:
        nodes: Their number, with the node itself.
        text: Characters of text between tags.
    """

    nodes: int = 1
    text: int = 0


def _sizes(every: Sequence[tuple[nodes.Node, nodes.Node]]) -> Mapping[nodes.Node, _Size]:
    """Return the size of each node, of all with those that they stand in before them."""
    sizes = {node: _Size() for node, _ in every}
    for node, outer in reversed(every[1:]):
        size, around = sizes[node], sizes[outer]
        size.text += len(node.data) if isinstance(node, nodes.TemplateData) else 0
        around.nodes += size.nodes
        around.text += size.text
    return sizes


def _meter(node: nodes.Node, sizes: Mapping[nodes.Node, _Size]) -> None:
    """Let a stretch of a template that may run again and again count each time."""
    match node:
        case nodes.For():
            cost = _cost(node.body, sizes)
            if node.test:
                spent = _filter(nodes.Const("spent", lineno=node.lineno), _SPEND, cost)
                node.test = nodes.And(spent, node.test, lineno=node.lineno)
            node.body.insert(0, _counted(node, cost, sizes[node].text))
        case nodes.Template() | nodes.Block() | nodes.Macro() | nodes.CallBlock():
            node.body.insert(0, _counted(node, _cost(node.body, sizes), sizes[node].text))
        case nodes.Concat():
            node.nodes = [_filter(one, _JOINED) for one in node.nodes]
        case _:
            pass


def _cost(body: list[nodes.Node], sizes: Mapping[nodes.Node, _Size]) -> int:
    return 1 + sum(sizes[one].nodes for one in body)


def _counted(node: nodes.Node, cost: int, text: int) -> nodes.Output:
    empty = nodes.Const(Markup(), lineno=node.lineno)
    return nodes.Output([_filter(empty, _SPEND, cost, text)], lineno=node.lineno)


def _filter(node: nodes.Expr, name: str, *facts: int) -> nodes.Filter:
    args: list[nodes.Expr] = [nodes.Const(fact, lineno=node.lineno) for fact in facts]
    return nodes.Filter(node, name, args, [], None, None, lineno=node.lineno)


def _refuse(problem: str, line: int, file: str | None) -> NoReturn:
    raise TemplateSyntaxError(problem, line, file, file)
