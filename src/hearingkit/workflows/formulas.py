"""Show where each formula of a letter is worded, and show the text of one."""

import enum
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2.meta import find_undeclared_variables

from hearingkit import errors
from hearingkit.dispatch.letter import Letter
from hearingkit.dispatch.plan import letters, stem
from hearingkit.findings import Place
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.letters.compose import prose
from hearingkit.letters.context import LetterValues
from hearingkit.letters.environment import environment
from hearingkit.letters.outline import Outline, built_in_names, lineage, outline, own_names
from hearingkit.letters.own_words import own_wordings, own_words
from hearingkit.model.wording import OF_CHANGE, OF_INVITATION, Formula
from hearingkit.reporters.json_text import json_text
from hearingkit.workflows.own_phrases import OwnPhrases, read_own_phrases
from hearingkit.workflows.own_templates import printed
from hearingkit.workflows.selection import Selection
from hearingkit.workflows.workspace import Workspace, display_path, find_workspace

COLUMNS: Final = ("hearing", "letter", "language", "formula", "layer", "place")
_TEMPLATES: Final = {OF_INVITATION: "invitation.md.j2", OF_CHANGE: "change.md.j2"}
_NAMES: Final = tuple(one.name for one in fields(LetterValues))
_WIDTH: Final = 80
_INDENT: Final = " " * 4


class Layer(enum.StrEnum):
    """Where a formula is worded; the first of them that does so counts."""

    HEARING = "hearing"
    ISSUER = "issuer"
    WORKSPACE = "workspace"
    BUILT_IN = "built in"


@frozen
class Worded:
    """A formula of a letter, and where it is worded.

    Attributes:
        letter: Which letter.
        formula: Which formula.
        layer: Who words it.
        place: Of its key in the data, or of its block in a template.
        is_dropped: Whether the data leaves it out.
    """

    letter: Letter
    formula: Formula
    layer: Layer
    place: Place
    is_dropped: bool = False

    @property
    def where(self) -> str:
        """Return the layer, and whether the formula is dropped there."""
        return f"{self.layer}, dropped" if self.is_dropped else self.layer

    def row(self) -> tuple[str, ...]:
        """Return the cells that ``COLUMNS`` names."""
        letter = (self.letter.case.id, stem(self.letter), self.letter.language.value)
        return (*letter, self.formula.value, self.where, self.place.line_in_file)


def formulas(selection: Selection, languages: Sequence[Language] = ()) -> tuple[Worded, ...]:
    """Return every formula of each letter of hearings, in the order of the formulas.

    Args:
        selection: The hearings.
        languages: Only letters in these; empty for all.

    Raises:
        HasErrors: If a hearing that was named has errors, or all have.
        HearingkitError: If a template can't be read.
    """
    wanted = languages or tuple(Language)
    return tuple(
        one
        for case in selection.sound()
        for letter in letters(case)
        if letter.language in wanted
        for one in _worded(letter, selection.workspace)
    )


def formulas_as_json(every: Sequence[Worded]) -> str:
    """Return formulas as JSON."""
    rows = [
        {
            "hearing": one.letter.case.id,
            "letter": stem(one.letter),
            "language": one.letter.language.value,
            "formula": one.formula.value,
            "layer": one.layer.value,
            "dropped": one.is_dropped,
            "file": one.place.file,
            "line": one.place.line,
        }
        for one in every
    ]
    return json_text({"version": 1, "formulas": rows})


def _of(letter: Letter) -> tuple[Formula, ...]:
    """Return the formulas that a letter may have."""
    return OF_CHANGE if letter.change else OF_INVITATION


def _worded(letter: Letter, workspace: Workspace) -> Iterator[Worded]:
    above = tuple(_above(environment(workspace.own_templates), letter.language, _of(letter)))
    data = own_wordings(letter)
    for formula in _of(letter):
        holder = next((one for one in data if formula in one.wording), None)
        if holder:
            place = holder.site.at("wording", formula).key_place
            layer = Layer.ISSUER if holder.site == letter.case.issuer_site else Layer.HEARING
            yield Worded(letter, formula, layer, place, holder.wording[formula] is None)
        else:
            one = next(over for over in above if formula in over.blocks)
            layer = Layer.BUILT_IN if one.is_built_in else Layer.WORKSPACE
            place = Place(_shown(one, workspace.own_templates), one.blocks[formula])
            yield Worded(letter, formula, layer, place)


def _above(
    env: jinja2.Environment, language: Language, of: tuple[Formula, ...]
) -> Iterator[Outline]:
    """Yield the templates of letters with these formulas, those that count first."""
    yield from lineage(env, f"{language.value}/{_TEMPLATES[of]}")
    yield from lineage(env, f"builtin/{language.value}/{_TEMPLATES[of]}")


def _shown(one: Outline, own: Path | None) -> str:
    """Return the name of a template's file: a user's own is named as the user's other files."""
    return one.file if one.is_built_in or own is None else display_path(own / one.name)


def shown(
    start: Path, name: str, languages: Sequence[Language], selection: Selection | None
) -> str:
    """Return the text of a formula, a template or a phrase in each language, and what it prints.

    Args:
        start: A folder in the workspace.
        name: Of a formula, a template or a phrase.
        languages: Only these; empty for all.
        selection: The hearings for which a formula is printed; None for none.

    Raises:
        HearingkitError: If there is no such name, or a template can't be read or filled.
    """
    workspace = selection.workspace if selection else find_workspace(start)
    own = workspace.own_templates
    env = environment(own)
    files = sorted({*built_in_names(), *(own_names(own) if own else ())})
    if name in files:
        one = outline(env, name)
        parts = [_part(_title(one, own), one.text)] if one else []
    elif name in list(Formula):
        wanted = languages or tuple(Language)
        parts = [said for one in wanted for said in _sources(env, own, Formula(name), one)]
        parts += [_names()]
        parts += _prints(env, Formula(name), languages, selection)
    elif name in Phrases.fields:
        own_phrases = read_own_phrases(workspace)
        parts = [_phrase(name, one, own_phrases.get(one)) for one in languages or tuple(Language)]
    else:
        raise errors.unknown_template(name, [*Formula, *files, *Phrases.fields])
    return "\n".join(parts)


def _sources(
    env: jinja2.Environment, own: Path | None, formula: Formula, language: Language
) -> Iterator[str]:
    """Yield each template of a formula in a language, and the names in it.

    There are two, where letters on changes say it another way than the one before them.
    """
    found = (
        next(over for over in _above(env, language, of) if formula in over.blocks)
        for of in _TEMPLATES
        if formula in of
    )
    for one in {over.name: over for over in found}.values():
        text = one.text_of(formula)
        names = find_undeclared_variables(env.parse(text))
        used = ", ".join(name for name in _NAMES if name in names)
        title = f"{language.value}, {_title(one, own)}:{one.blocks[formula]}"
        yield _part(title, text) + (_wrapped(f"names in it: {used}") if used else "")


def _phrase(name: str, language: Language, own: OwnPhrases | None) -> str:
    """Return a phrase, or phrases that belong together, in a language."""
    site = own.site.at(name) if own and own.site else None
    is_own = site is not None and site.path in site.source.values
    place = site.key_place if site and is_own else Place(f"builtin/words/{language.value}.yaml")
    said = (own.phrases if own else Phrases.of(language)).in_file[name]
    layer = Layer.WORKSPACE if is_own else Layer.BUILT_IN
    at = place.line_in_file if is_own else place.file
    return _part(f"{language.value}, {layer}: {at}", "\n".join(_lines(said)))


def _lines(said: str | Mapping[str, Any], above: str = "") -> Iterator[str]:
    if isinstance(said, str):
        yield f"{above}: {said}".rstrip() if above else said
        return
    for key, value in said.items():
        yield from _lines(value, f"{above}.{key}".strip("."))


def _title(one: Outline, own: Path | None) -> str:
    layer = Layer.BUILT_IN if one.is_built_in else Layer.WORKSPACE
    return f"{layer}: {_shown(one, own)}"


def _names() -> str:
    """Return the names that a template may use."""
    return _wrapped(
        f"a template may use: {', '.join(_NAMES)}; wording in the data has other names, "
        "which hearingkit explain names lists"
    )


def _prints(
    env: jinja2.Environment,
    formula: Formula,
    languages: Sequence[Language],
    selection: Selection | None,
) -> Iterator[str]:
    """Yield what a formula prints in the letters of hearings."""
    wanted = languages or tuple(Language)
    for case in selection.sound() if selection else ():
        for letter in letters(case):
            if formula not in _of(letter) or letter.language not in wanted:
                continue
            in_body = formula in own_words(letter).in_body
            said = prose(letter, env, (formula,))[formula]
            text = printed(said, letter.language).strip() or "(nothing)"
            which = f", {stem(letter)}," if letter.change else ""
            title = f"{case.id}{which} in {letter.language.value} prints"
            yield _part(title, "(what the body puts in its own place)" if in_body else text)


def _part(title: str, text: str) -> str:
    """Return a text below its title."""
    shown = textwrap.dedent(text.strip("\n")).rstrip()
    return f"{title}:\n{textwrap.indent(shown, _INDENT)}\n"


def _wrapped(text: str) -> str:
    lines = textwrap.wrap(text, _WIDTH - len(_INDENT), break_on_hyphens=False)
    return textwrap.indent("\n".join(lines), _INDENT) + "\n"
