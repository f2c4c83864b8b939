"""The parts of a case that rules ask for, by the names of their parameters.

A rule gets ``deadline`` because it has a parameter of that name: the deadline in force, which a
change may have set (``first_deadline`` is that of the letter). If the deadline is at fault, the
rule is skipped; a parameter with a default gets that instead. So nothing depends on the order in
which a rule reads things. A part can be made of others: ``@part`` registers a function that makes
it, and that asks for its own parts in the same way. Such a function may ask for ``partial``, the
case without what is at fault in it: there, any field may be None.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from hearingkit.model.changes import deadline_of
from hearingkit.model.hearing import Hearing, HearingKind
from hearingkit.model.issuer import Issuer
from hearingkit.model.text import Moment
from hearingkit.model.wording import OF_INVITATION
from hearingkit.rules.registry import parameters
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site
from hearingkit.texts.text import Text
from hearingkit.validation.book import Case, Unknown
from hearingkit.validation.located import Located
from hearingkit.validation.parties import AskParties

F = TypeVar("F", bound=Callable[..., object])

_OF_ISSUER: Final = "issuer_"
_ISSUER_ALONE: Final = frozenset({"sender"})
_FIELDS: Final = frozenset(Hearing.model_fields)
_MAKERS: Final[dict[str, Callable[..., object]]] = {}


class NotGiven(Exception):
    """A part can't be given: it is at fault in the data, or nobody knows it.

    Attributes:
        part: The name of the part.
    """

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def part(make: F) -> F:
    """Register a function as the maker of the part that has its name.

    Raises:
        ValueError: If the name is taken.
    """
    name = make.__name__
    if name in _MAKERS or name in _OWN or name in _FIELDS:
        raise ValueError(f"the part {name} is taken")
    _MAKERS[name] = make
    return make


@functools.cache
def asks_for_nothing_but(function: Callable[..., object], known: frozenset[str]) -> bool:
    """Return whether a function, and all that makes its parts, asks for some parts alone.

    Args:
        function: A rule's, or one that makes a part.
        known: The names of those parts; those of the issuer are among them anyhow.
    """
    return all(
        name in known or asks_for_nothing_but(_MAKERS[name], known)
        if name in _MAKERS
        else name in known or name.startswith(_OF_ISSUER)
        for name, _ in parameters(function)
    )


class Parts:
    """The parts of one case; each is made once.

    Args:
        case: The case.
        of_issuer: Parts that are made of its issuer alone, and so are those of all its hearings; to
            it is added.
    """

    def __init__(self, case: Case, of_issuer: dict[str, object] | None = None) -> None:
        self._case = case
        self._made: dict[str, object] = {}
        self._of_issuer = {} if of_issuer is None else of_issuer

    def asked_by(self, function: Callable[..., object]) -> Mapping[str, Any]:
        """Return the parts that a function asks for, by name.

        Raises:
            NotGiven: If one that it needs can't be given.
        """
        given: dict[str, object] = {}
        made = self._made
        for name, is_needed in parameters(function):
            if name not in made:
                made[name] = self._make(name)
            part = made[name]
            if not isinstance(part, NotGiven):
                given[name] = part
            elif is_needed:
                raise part
        return given

    def _make(self, name: str) -> object:
        try:
            if name in _MAKERS:
                return self._made_by(_MAKERS[name])
            if name in _OWN:
                return _OWN[name](self._case)
            if name in _FIELDS:
                return _field(self._case.located, name)
            return _field(self._case.sender, name.removeprefix(_OF_ISSUER))
        except NotGiven as missing:
            return missing
        except Unknown:
            return NotGiven(name)

    def _made_by(self, make: Callable[..., object]) -> object:
        if not asks_for_nothing_but(make, _ISSUER_ALONE):
            return make(**self.asked_by(make))
        if make.__name__ not in self._of_issuer:
            self._of_issuer[make.__name__] = make(**self.asked_by(make))
        return self._of_issuer[make.__name__]


def _field(located: Located[Any] | None, name: str) -> object:
    """Return a field of a hearing or an issuer.

    Raises:
        Unknown: If it is at fault, or no file describes it.
    """
    if located is None or located.is_at_fault(name):
        raise Unknown(name)
    return getattr(located.value, name)


def _readable(case: Case) -> Case:
    """Return the case if it is known in which languages its texts are."""
    if not case.hearing.language:
        raise Unknown
    return case


def _kinds(case: Case) -> tuple[HearingKind, ...]:
    """Return what is heard, the kind that leads first."""
    if case.located.is_at_fault("kind"):
        raise Unknown
    return case.hearing.kinds


def _due(case: Case) -> Moment:
    """Return the deadline in force, if nothing that sets one is at fault."""
    if case.located.is_at_fault("deadline") or any(map(_may_set_one, case.located.faults)):
        raise Unknown
    return case.hearing.due


def _may_set_one(fault: TreePath) -> bool:
    """Return whether a fault may hide the deadline of a change."""
    return fault[:1] == ("changes",) and len(fault) > 1 and {*fault[2:3]} <= {"deadline", "kind"}


def _due_site(case: Case) -> Site:
    """Return where the deadline in force stands."""
    changes = case.hearing.changes
    setting = [number for number, one in enumerate(changes) if deadline_of(one)]
    holder = case.site.at("changes", setting[-1]) if setting else case.site
    return holder.at("deadline")


def _ask_parties(case: Case) -> AskParties:
    """Return a function that finds the parties, for rules that seldom ask for them."""
    if case.resolve is None:
        raise Unknown
    return functools.cache(lambda: case.parties)


def _sender(case: Case) -> Located[Issuer]:
    """Return the issuer, whatever is at fault in it."""
    if case.sender is None:
        raise Unknown
    return case.sender


def _is_of_letter(text: Text) -> bool:
    """Return whether a text stands in the letter that begins the hearing, not in a later one."""
    _, _, key, *way = text.site.path
    return key != "changes" and not (key == "wording" and str(way[0]) not in OF_INVITATION)


def _today(case: Case) -> object:
    if case.today is None:
        raise Unknown
    return case.today


_OWN: Final[Mapping[str, Callable[[Case], object]]] = {
    "ask_parties": _ask_parties,
    "deadline": _due,
    "deadline_site": _due_site,
    "first_deadline": lambda case: _field(case.located, "deadline"),
    "id": lambda case: case.id,
    "is_over": lambda case: case.hearing.is_over,
    "issuer_site": lambda case: case.issuer_site,
    "kind": lambda case: _kinds(case)[0],
    "kinds": _kinds,
    "letter_texts": lambda case: tuple(filter(_is_of_letter, _readable(case).texts)),
    "lines": lambda case: _readable(case).lines,
    "partial": lambda case: case,
    "parties": lambda case: case.parties,
    "recipients_site": lambda case: case.site.at("recipients"),
    "resolved": lambda case: case.resolved,
    "sender": _sender,
    "site": lambda case: case.site,
    "texts": lambda case: _readable(case).texts,
    "today": _today,
}
