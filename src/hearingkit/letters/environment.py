"""The templates' surroundings: strict, and with values that can't become Markdown.

A value is escaped as it enters. ``markupsafe.Markup`` marks text that is Markdown already: what a
template's own blocks and macros give, links made in ``context``, and the hearing's body.
"""

import dataclasses
import functools
import os
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import jinja2
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from hearingkit.assets import templates_dir
from hearingkit.errors import TemplateFault
from hearingkit.language import dates
from hearingkit.language.language import Language
from hearingkit.letters.context import LetterValues
from hearingkit.letters.sandbox import BUILT_IN, MOST_BYTES, Sandbox, as_markdown, metered, readable
from hearingkit.patterns import late_pattern
from hearingkit.quoting import did_you_mean
from hearingkit.texts.quotations import quoted

OWN = "templates/letters"
"""What messages call the folder of a workspace's own templates."""
_FAILURES = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
_LINK = late_pattern(r"\[(.*)\](\(\S*\))")
# Of a name that stands in the middle of a sentence; the one of «m.fl.» is no such.
_FULL_STOP = late_pattern(r"(?<=[^\W\d_]{4})\\?\.\Z")
# What a value ends with, as «2. etg.» or «Hva nå?», and the full stop of the sentence behind it.
_DOUBLE_STOP = late_pattern(r"(?<![.\\])(\\?[.!?]|(?:\\?\.){3}|…)\.(?=[\s\0]|\Z)")


@functools.cache
def environment(own_templates: Path | None) -> jinja2.Environment:
    """Return the surroundings in which letters are filled; templates are compiled once.

    Args:
        own_templates: A folder whose templates go before the built-in ones; in it,
            ``{% extends "builtin/da/invitation.md.j2" %}`` names the one replaced.
    """
    env = Sandbox(
        undefined=_Unknown,
        loader=jinja2.FunctionLoader(_loader(own_templates)),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.add_filter("first_upper", lambda text: text[:1].upper() + text[1:])
    env.add_filter("worded", lambda items, macro: tuple(macro(item) for item in items))
    env.add_filter("placed", _placed)
    for language in Language:
        env.add_filter(f"quoted_{language.value}", functools.partial(_quoted, language))
        for name, join in (("and", dates.and_list), ("or", dates.or_list)):
            env.add_filter(f"{name}_{language.value}", functools.partial(_listed, join, language))
    return env


def fill(env: jinja2.Environment, text: str, name: str, values: Mapping[str, object]) -> str:
    """Return what a template gives; faults in its own text are reported under the name.

    Raises:
        TemplateFault: If it is no template, uses an unknown name, or fails otherwise; says where.
    """
    try:
        template = env.template_class.from_code(env, env.compile(text, name, name), {})
        filled: str = metered(lambda: template.render(values))
        return _DOUBLE_STOP.sub(r"\1", filled)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateFault(error.filename or name, error.lineno, error.message or "") from None
    except jinja2.TemplateNotFound as error:
        raise TemplateFault(*_where(error, name), f'no template "{error.name}"') from None
    except _FAILURES as error:
        raise TemplateFault(*_where(error, name), " ".join(str(error).split())) from None


def _where(error: BaseException, default: str) -> tuple[str, int]:
    """Return the innermost own template on the way to an error, or else any, and its line."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if not frame.filename.endswith((".py", ">"))]
    own = [frame for frame in inside if frame.filename.startswith(OWN)]
    innermost = (own or inside)[-1:]
    return next(((one.filename, one.lineno or 1) for one in innermost), (default, 1))


def _listed(
    join: Callable[[Iterable[str], Language], str], language: Language, items: Iterable[object]
) -> Markup:
    return Markup(join([as_markdown(item) for item in items], language))  # noqa: S704


def _quoted(language: Language, value: object) -> Markup:
    """Return a title or a name in marks, or a link whose text is one."""
    markdown = as_markdown(value)
    link = _LINK.fullmatch(markdown) if isinstance(value, Markup) else None
    name, target = link.groups() if link else (markdown, "")
    marked = quoted(_FULL_STOP.sub("", name), language)
    return Markup(f"[{marked}]{target}" if link else marked)  # noqa: S704


def _placed(items: Iterable[object], before: Macro, reached: Macro) -> tuple[Markup, ...]:
    """Return items, each behind the word before it, which stands once for neighbours with the same.

    So «til a eller b», and «til a eller på telefon b».
    """
    words = [(before(item), reached(item)) for item in items]
    above = ("", *(word for word, _ in words))
    return tuple(
        Markup(said if word == one else f"{word} {said}")  # noqa: S704
        for (word, said), one in zip(words, above, strict=False)
    )


def _loader(own: Path | None) -> Callable[[str], tuple[str, str, None] | None]:
    built_in = templates_dir() / "letters"

    def load(name: str) -> tuple[str, str, None] | None:
        parts = name.split("/")
        if any(part in {"", ".", ".."} or "\\" in part or ":" in part for part in parts):
            return None
        inner = parts[1:] if parts[0] == BUILT_IN else parts
        folders = [built_in] if parts[0] == BUILT_IN or own is None else [own, built_in]
        for folder in folders:
            path = folder.joinpath(*inner)
            shown = "/".join((BUILT_IN if folder == built_in else OWN, *inner))
            if path.is_file():
                return _text(path, folder, shown), shown, None
        return None

    return load


def _text(path: Path, folder: Path, shown: str) -> str:
    """Return a template that is text, of a template's size, and not linked from elsewhere."""
    workspace = folder.parents[1]  # as in templates/letters
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(workspace)):
        raise TemplateFault(shown, 1, "is a link that leads out of the workspace")
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise TemplateFault(shown, 1, f"can't be read: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise TemplateFault(shown, 1, f"is larger than {MOST_BYTES // 1000} kB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateFault(shown, 1, "is not UTF-8 text") from None


class _Unknown(jinja2.StrictUndefined):
    """A name that isn't there; its message has the nearest one that is."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, owner = str(self._undefined_name), self._undefined_obj
        known = [field.name for field in dataclasses.fields(LetterValues)]
        near = did_you_mean(name, known if owner is missing else sorted(readable(owner)))
        return f'unknown name "{name}"{near}'
