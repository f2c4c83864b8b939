"""The templates' surroundings: sandboxed, strict, and with values that can't become Markdown.

A value is escaped as it enters. ``markupsafe.Markup`` marks text that is Markdown already: what a
template's own blocks and macros give, links made in ``context``, and the hearing's body.
"""

import difflib
import functools
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from hearingkit.assets import templates_dir
from hearingkit.documents import markup
from hearingkit.errors import TemplateFault
from hearingkit.language import dates
from hearingkit.language.language import Language

_BUILT_IN = "builtin"
_FAILURES = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which nothing can be multiplied until memory is gone."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        raise SecurityError(f'"{operator}" has no place in a letter')


@functools.cache
def environment(own_templates: Path | None, names: tuple[str, ...]) -> jinja2.Environment:
    """Return the surroundings in which letters are filled; templates are compiled once.

    Args:
        own_templates: A folder whose templates go before the built-in ones; in it,
            ``{% extends "builtin/da/invitation.md.j2" %}`` names the one replaced.
        names: All names that a template may use; the nearest is proposed for an unknown one.
    """
    env = _Environment(
        autoescape=True,
        finalize=_as_markdown,
        undefined=_unknown(names),
        loader=jinja2.FunctionLoader(_loader(own_templates)),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["first_upper"] = lambda text: text[:1].upper() + text[1:]
    env.filters["worded"] = lambda items, macro: [macro(item) for item in items]
    for language in Language:
        env.filters[f"and_{language.value}"] = functools.partial(_listed, dates.and_list, language)
        env.filters[f"or_{language.value}"] = functools.partial(_listed, dates.or_list, language)
    return env


def template(env: jinja2.Environment, text: str, name: str) -> jinja2.Template:
    """Return a template made of text; its faults are told under the name.

    Raises:
        TemplateFault: If the text is no template.
    """
    try:
        code = env.compile(text, name, name)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateFault(error.name or name, error.lineno, error.message or "") from None
    return env.template_class.from_code(env, code, env.make_globals(None))


def fill(letter: jinja2.Template, values: Mapping[str, object]) -> str:
    """Return what a template gives.

    Raises:
        TemplateFault: If it uses an unknown name, or fails otherwise; says where.
    """
    try:
        return letter.render(values)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateFault(error.name or "", error.lineno, error.message or "") from None
    except jinja2.TemplateNotFound as error:
        raise TemplateFault(
            *_where(error, letter.name or ""), f'no template "{error.name}"'
        ) from None
    except _FAILURES as error:
        name, line = _where(error, letter.name or "")
        raise TemplateFault(name, line, " ".join(str(error).split())) from None


def _where(error: BaseException, default: str) -> tuple[str, int]:
    """Return the innermost template on the way to an error, and its line."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if not frame.filename.endswith(".py")]
    return (inside[-1].filename, inside[-1].lineno or 1) if inside else (default, 1)


def _as_markdown(value: object) -> Markup:
    return value if isinstance(value, Markup) else Markup(markup.escape(str(value)))  # noqa: S704


def _listed(
    join: Callable[[Iterable[str], Language], str], language: Language, items: Iterable[object]
) -> Markup:
    return Markup(join([_as_markdown(item) for item in items], language))  # noqa: S704


def _loader(own: Path | None) -> Callable[[str], tuple[str, str, None] | None]:
    built_in = templates_dir() / "letters"

    def load(name: str) -> tuple[str, str, None] | None:
        parts = name.split("/")
        if any(part in {"", ".", ".."} or "\\" in part or ":" in part for part in parts):
            return None
        inner = parts[1:] if parts[0] == _BUILT_IN else parts
        folders = [built_in] if parts[0] == _BUILT_IN or own is None else [own, built_in]
        for folder in folders:
            path = folder.joinpath(*inner)
            if path.is_file():
                shown = "/".join(("templates", "letters", *inner))
                return path.read_text("utf-8"), shown, None
        return None

    return load


def _unknown(names: tuple[str, ...]) -> type[jinja2.Undefined]:
    class Unknown(jinja2.StrictUndefined):
        """A name that isn't there; tells the nearest one that is."""

        @property
        def _undefined_message(self) -> str:
            if self._undefined_hint:
                return self._undefined_hint
            name, owner = str(self._undefined_name), self._undefined_obj
            known = names if owner is missing else [n for n in dir(owner) if n[0] != "_"]
            near = difflib.get_close_matches(name, known, n=1)
            return f'unknown name "{name}"' + (f'; did you mean "{near[0]}"?' if near else "")

    return Unknown
