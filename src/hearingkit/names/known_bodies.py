"""Bodies that are known without a register: the municipalities and counties of a country."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from hearingkit.assets import templates_dir
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.slips import pairs_a_slip_apart
from hearingkit.names.plain_names import plain_name

_FOLDER: Final = "bodies"
_SHORTEST: Final = 5  # letters of a name in which a slip can be told from another name


@frozen
class KnownBody:
    """A body that is known.

    Attributes:
        id: An id that the register can give it.
        name: The name.
        number: CVR or organisasjonsnummer; empty where it isn't known.
        group: What it is one of: ``kommuner``, ``regioner``, ``fylkeskommuner``.
        language: The form that it demands of state bodies; None where it demands none.
    """

    id: str
    name: str
    number: str
    group: str
    language: Language | None


@frozen(slots=False)
class KnownBodies:
    """The bodies of a country, as the file of that country has them.

    Attributes:
        about: Source and date, in lines.
        bodies: In alphabetical order in each group.
    """

    about: tuple[str, ...]
    bodies: tuple[KnownBody, ...]

    @functools.cached_property
    def by_name(self) -> Mapping[str, KnownBody]:
        """Return them by their names in small letters."""
        return {body.name.casefold(): body for body in self.bodies}

    @functools.cached_property
    def last_words(self) -> frozenset[str]:
        """Return the words in small letters that their names end with, as «kommune»."""
        return frozenset(name.partition(" (")[0].rpartition(" ")[2] for name in self.by_name)


@functools.cache
def known_bodies(country: str) -> KnownBodies:
    """Return the municipalities and counties of a country, by its ISO 3166 code.

    Source:
        Named in the file itself, ``templates/bodies/dk.csv`` or ``no.csv``.
    """
    lines = _lines(country)
    about = tuple(line.removeprefix("# ") for line in lines if line.startswith("# "))
    rows = (line.split(";") for line in lines if not line.startswith("#"))
    return KnownBodies(about, tuple(_body(*row) for row in rows))


@functools.cache
def known_demands(country: str) -> Mapping[str, Language]:
    """Return the form that each known body demands, by its name in small letters.

    It is read for every hearing of a state body: so no bodies are made of the lines.
    """
    ends = {f";{language.value}": language for language in Language}
    demanding = (line for line in _lines(country) if line[-3:] in ends and line[0] != "#")
    return {line.split(";")[1].casefold(): ends[line[-3:]] for line in demanding}


def _lines(country: str) -> Sequence[str]:
    path = templates_dir() / _FOLDER / f"{country.casefold()}.csv"
    return path.read_text("utf-8").splitlines()


def _body(id_: str, name: str, number: str, group: str, form: str = "") -> KnownBody:
    return KnownBody(id_, name, number, group, Language(form) if form else None)


def misspelt_municipalities(names: Iterable[str], country: str) -> Iterator[tuple[str, str]]:
    """Yield names that are one slip away from that of a municipality, each with that.

    Args:
        names: Those of any bodies.
        country: Whose municipalities are meant, by its ISO 3166 code.
    """
    bodies = known_bodies(country)
    known = bodies.by_name
    given = {plain_name(name): name for name in names}
    unknown = [
        name
        for name in given
        if name not in known
        and name.rpartition(" ")[2] in bodies.last_words
        and len(name.rpartition(" ")[0]) >= _SHORTEST
    ]
    seen: set[str] = set()
    for one, other, slip in pairs_a_slip_apart((*known, *unknown)) if unknown else ():
        is_slip = not slip.is_change or slip.sounds_alike or slip.is_next_key
        if is_slip and one in known and other not in known and other not in seen:
            seen.add(other)
            yield given[other], known[one].name
