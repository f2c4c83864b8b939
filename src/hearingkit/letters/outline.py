"""What templates hold, without filling them: their blocks, and the templates that they build on."""

import itertools
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import jinja2
from jinja2 import nodes

from hearingkit.assets import templates_dir
from hearingkit.errors import TemplateFault
from hearingkit.frozen import frozen
from hearingkit.letters.environment import OWN
from hearingkit.patterns import late_pattern
from hearingkit.source.hidden_names import is_hidden

_BLOCK: Final = late_pattern(r"\{%[-+]?\s*(end)?block\b\s*(\w*).*?%\}", re.DOTALL)
_MOST_FILES: Final = 500  # of a workspace; a stranger's may hold any number


@frozen
class Outline:
    """What a template holds.

    Attributes:
        name: As templates name it: ``nb/invitation.md.j2``.
        file: As messages name it.
        text: All of it.
        blocks: The line of each block.
        outer: The blocks that stand in no other.
        printed: The blocks that it prints by ``self``.
        parent: The template that it extends; empty where it extends none, or one that varies.
        others: All templates that it names.
    """

    name: str
    file: str
    text: str
    blocks: Mapping[str, int]
    outer: frozenset[str]
    printed: frozenset[str]
    parent: str
    others: frozenset[str]

    @property
    def is_built_in(self) -> bool:
        """Return whether it comes with hearingkit."""
        return not self.file.startswith(OWN)

    def text_of(self, block: str) -> str:
        """Return the text of a block, without its tags; empty if there is none of that name."""
        begun, depth = -1, 0
        for tag in _BLOCK.finditer(self.text):
            if begun < 0 and tag[2] == block and not tag[1]:
                begun, depth = tag.end(), 1
            elif begun >= 0:
                depth += -1 if tag[1] else 1
            if begun >= 0 and not depth:
                return self.text[begun : tag.start()]
        return ""


def outline(env: jinja2.Environment, name: str) -> Outline | None:
    """Return what a template holds; None if there is no such template.

    Raises:
        TemplateFault: If it can't be read, or is no template; says where.
    """
    try:
        text, file = _source(env, name)
        tree = env.parse(text, name, file)
    except jinja2.TemplateNotFound:
        return None
    except jinja2.TemplateSyntaxError as error:
        raise TemplateFault(error.filename or name, error.lineno, error.message or "") from None
    parent = [one.template for one in tree.find_all(nodes.Extends)]
    blocks = tuple(tree.find_all(nodes.Block))
    inner = {one.name for block in blocks for one in block.find_all(nodes.Block)}
    selves = tree.find_all(nodes.Getattr)
    return Outline(
        name=name,
        file=file,
        text=text,
        blocks={block.name: block.lineno for block in blocks},
        outer=frozenset(block.name for block in blocks) - inner,
        printed=frozenset(
            one.attr
            for one in selves
            if isinstance(one.node, nodes.Name) and one.node.name == "self"
        ),
        parent=str(parent[0].value) if parent and isinstance(parent[0], nodes.Const) else "",
        others=frozenset(_named(tree)),
    )


def source_of(env: jinja2.Environment, name: str) -> str:
    """Return the text of a template; empty where it can't be read."""
    try:
        return _source(env, name)[0]
    except (jinja2.TemplateNotFound, TemplateFault):
        return ""


def lineage(env: jinja2.Environment, name: str) -> Iterator[Outline]:
    """Yield a template, the one that it extends, and so on to the last.

    Raises:
        TemplateFault: If one of them can't be read, or is no template.
    """
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        found = outline(env, name)
        if found is None:
            return
        yield found
        name = found.parent


def built_in_names() -> tuple[str, ...]:
    """Return the names of the templates that come with hearingkit."""
    return tuple(_names_in(templates_dir() / "letters"))


def own_names(own: Path) -> tuple[str, ...]:
    """Return the names of the files in a folder of own templates.

    There are none in a link that leads out of the workspace; what a letter reads is refused there.
    """
    workspace = os.path.realpath(own.parents[1])
    is_inside = Path(os.path.realpath(own)).is_relative_to(workspace)
    return tuple(_names_in(own)) if is_inside else ()


def outlines(env: jinja2.Environment, names: Iterable[str]) -> Iterator[Outline | TemplateFault]:
    """Yield what each template holds, or the fault because of which it can't be read."""
    for name in names:
        try:
            found = outline(env, name)
        except TemplateFault as fault:
            yield fault
        else:
            if found:
                yield found


def unprinted(env: jinja2.Environment, own: Iterable[Outline]) -> Iterator[tuple[Outline, str]]:
    """Yield the blocks of own templates that no letter prints, each with its template.

    Such is a block outside of others in a template that extends one, if none of those above has a
    block of that name and no template prints it by ``self``.
    """
    every = tuple(own)
    printed = frozenset[str]().union(*(one.printed for one in every))
    for one in every:
        if not one.parent:
            continue
        try:
            above = {block for over in lineage(env, one.parent) for block in over.blocks}
        except TemplateFault:
            continue  # reported for the template itself
        yield from ((one, block) for block in one.blocks if block in one.outer - above - printed)


def _source(env: jinja2.Environment, name: str) -> tuple[str, str]:
    """Return the text of a template, and its name in messages."""
    if env.loader is None:
        raise jinja2.TemplateNotFound(name)
    text, file, _ = env.loader.get_source(env, name)
    return text, file or name


def _named(tree: nodes.Template) -> Iterator[str]:
    """Yield every text in the tags that name other templates, whatever it depends on."""
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        yield from (str(one.value) for one in node.find_all(nodes.Const))


def _names_in(folder: Path) -> list[str]:
    """Return the files of a folder and those below it; links to folders are left alone."""
    found = (path for path in folder.rglob("*") if path.is_file())
    names = (path.relative_to(folder) for path in itertools.islice(found, _MOST_FILES))
    return sorted(name.as_posix() for name in names if not any(map(is_hidden, name.parts)))
