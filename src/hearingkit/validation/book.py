"""All that a workspace holds, and one hearing with what it refers to."""

import datetime as dt
import functools
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from typing import TypeVar

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.model.gaps import without_gaps
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer, Unit
from hearingkit.model.party import RegisteredParty
from hearingkit.model.printed import PrintedText, printed_texts, with_lines
from hearingkit.model.recipient import Entry, NamingValue
from hearingkit.model.text import LineIn, in_language
from hearingkit.source.site import Site
from hearingkit.texts.filled import unfilled
from hearingkit.texts.text import Text, Usage, read_text
from hearingkit.validation.located import Located
from hearingkit.validation.parties import AskParties, Party, Resolver
from hearingkit.values.fill import Values
from hearingkit.values.table import Source

T = TypeVar("T")


class Unknown(LookupError):
    """What a case should have is at fault in it, or nobody describes it."""


@frozen(eq=False, slots=False)
class Case:
    """One hearing with all that it refers to; equal to none but itself.

    What is at fault in an unsound hearing is left out of it.

    Attributes:
        id: The hearing's id.
        located: The hearing and where it stands.
        sender: The issuer and where it stands; None where no file describes it.
        resolve: Finds the recipients, each time the same; None where it isn't known who they are.
        today: The day on which it is judged; None where that is not known.
        is_sound: Whether nothing is at fault in it, nor in what it refers to.
        own_phrases: Those of the workspace, by language.
    """

    id: str
    located: Located[Hearing]
    sender: Located[Issuer] | None
    resolve: AskParties | None
    today: dt.date | None = None
    is_sound: bool = True
    own_phrases: Mapping[Language, Phrases] = field(default_factory=dict)

    def phrases(self, language: Language) -> Phrases:
        """Return the phrases of a language: the workspace's own, or else the built-in ones."""
        return self.own_phrases.get(language) or Phrases.of(language)

    @property
    def hearing(self) -> Hearing:
        """Return the hearing as described."""
        return self.located.value

    @property
    def site(self) -> Site:
        """Return where the hearing stands."""
        return self.located.site

    @property
    def issuer(self) -> Issuer:
        """Return who sends the hearing.

        Raises:
            Unknown: If no file describes the issuer.
        """
        return _there(self.sender).value

    @property
    def issuer_site(self) -> Site:
        """Return where the issuer stands.

        Raises:
            Unknown: If no file describes it.
        """
        return _there(self.sender).site

    @property
    def resolved(self) -> tuple[Party, ...]:
        """Return the recipients, also those whose names are at fault.

        Raises:
            Unknown: If it isn't known who they are.
        """
        return _there(self.resolve)()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return the recipients that have a name, in the order asked for, lists resolved.

        Raises:
            Unknown: If it isn't known who they are.
        """
        return tuple(one for one in self.resolved if one.recipient.name is not None)

    @functools.cached_property
    def texts(self) -> tuple[Text, ...]:
        """Return the title, the reason for a short period, the body and the formulas, read.

        A formula of the issuer counts where the hearing has none of its own.
        """
        return tuple(text for text in self._printed if text.role.is_prose)

    @functools.cached_property
    def lines(self) -> tuple[Text, ...]:
        """Return the other texts that the hearing and its issuer give.

        Those of recipients are left out, but for the headings above them.
        """
        return tuple(text for text in self._printed if not text.role.is_prose)

    @functools.cached_property
    def _printed(self) -> tuple[Text, ...]:
        worded = {str(formula) for formula in self.hearing.wording}
        of_hearing = ((self.site, one) for one in printed_texts(self.hearing, without=NamingValue))
        of_issuer = (
            (_there(self.sender).site, one)
            for one in printed_texts(self.sender.value if self.sender else ())
            if one.path[0] != "wording" or one.path[1] not in worded
        )
        languages = self.hearing.language or tuple(Language)
        found = itertools.chain(of_hearing, of_issuer)
        return tuple(
            text for site, one in found for text in read_in(languages, one, site, self.values)
        )

    def values(self, language: Language) -> Values:
        """Return what texts may name, in a language."""
        if language not in self._values:
            issuer = self.sender.value if self.sender else None
            hearing = self.hearing.model_copy(update={"deadline": self.hearing.due})
            words = self.phrases(language)
            source = Source(hearing, issuer, language, words) if issuer else None
            # Of the case itself, a circle would come: only garbage collection would let it go.
            instead = functools.partial(_instead, self.located, self.sender, words, language)
            self._values[language] = Values(source, instead)
        return self._values[language]

    @property
    def title(self) -> str:
        """Return the hearing's title in its first language; empty where it is at fault."""
        if not self.hearing.language:
            return ""
        language = self.hearing.language[0]
        return self.values(language).line(in_language(self.hearing.title, language))

    @functools.cached_property
    def _values(self) -> dict[Language, Values]:
        return {}

    def as_of(self, changes: int) -> "Case":
        """Return the case as it stood after some of the hearing's changes, from the first."""
        first = self.hearing.changes[:changes]
        hearing = self.hearing.model_copy(update={"changes": first})
        return replace(self, located=replace(self.located, value=hearing))

    def printed_in(self, language: Language) -> "Case":
        """Return the case with the lines that it prints in a language: names have their values.

        What has gaps in a draft is left out; what is missing in the hearing itself is None.
        """
        line = self.values(language).line
        given = self.hearing
        if self.located.lacks:
            blank = self.phrases(language).blank
            left = without_gaps(given, functools.partial(_filled, language, blank))
            given = left.model_copy(update={"recipients": given.recipients})
        hearing = with_lines(given, line)
        sender = self.sender and replace(self.sender, value=with_lines(self.sender.value, line))
        located = replace(self.located, value=hearing)
        printed = replace(self, located=located, sender=sender)
        if self.resolve is None:
            return printed
        resolve = functools.cache(
            lambda: tuple(one.printed_in(language, line) for one in self.resolved)
        )
        return replace(printed, resolve=resolve)

    def unit(self, reference: str | Unit) -> Unit:
        """Return a unit of the issuer, or the one written out.

        Raises:
            Unknown: If the issuer has no such unit.
        """
        given = reference if isinstance(reference, Unit) else self.issuer.units.get(reference)
        return _there(given)


def read_in(
    languages: tuple[Language, ...],
    one: PrintedText,
    site: Site,
    values: Callable[[Language], Values] | None = None,
) -> Iterator[Text]:
    """Yield a printed text in each language; once if it is the same in all of them.

    Args:
        languages: In this order.
        one: The text.
        site: Where the value stands that it is printed for.
        values: What the text may name, by language; None leaves names as they are written.
    """
    here = site.at(*one.path)
    for language in languages:
        words = in_language(one.words, language)
        is_own = words is not one.words
        if words:
            usage = Usage(one.role, language, not is_own and len(languages) > 1, is_own)
            fill = functools.partial(values(language).fill, role=one.role) if values else unfilled
            yield read_text(usage, here.at(language.value) if is_own else here, words, fill)
        if not is_own and not (values and "{" in words):
            return


def _instead(
    hearing: Located[Hearing],
    sender: Located[Issuer] | None,
    words: Phrases,
    language: Language,
    key: str,
) -> str | None:
    """Return what is printed in place of what a key of a hearing leads to, if anything is."""
    is_of_issuer = key in {"issuer", "unit"} and not (sender and sender.whole)
    if is_of_issuer or not hearing.is_at_fault(key):
        return "" if is_of_issuer else None
    others = frozenset(Language) - {language}
    lacks = [way for way in hearing.lacks if way[0] == key]
    if lacks and all(way[-1] in others for way in lacks):
        return None
    return words.blank if lacks else ""


def _filled(language: Language, blank: str, line: LineIn) -> LineIn:
    """Return a line with a blank where a draft has no text in the language yet."""
    missing = {} if in_language(line, language) else {language.value: blank}
    filled: LineIn = line.model_copy(update=missing)
    return filled


def _there(value: T | None) -> T:
    if value is None:
        raise Unknown
    return value


@frozen(slots=False)
class HearingBook:
    """What a workspace holds, by id, without what is at fault.

    Attributes:
        issuers: By id.
        parties: Those of the register, by id.
        recipient_lists: By id.
        hearings: By id.
        unsound: The ids of hearings of which a part, or something that they refer to, is at fault.
        unaddressed: The ids of those whose recipients aren't known.
        own_phrases: Those of the workspace, by language.
        resolver: Tells who the recipients of hearings and lists are.
    """

    issuers: Mapping[str, Located[Issuer]]
    parties: Mapping[str, Located[RegisteredParty]]
    recipient_lists: Mapping[str, Located[tuple[Entry, ...]]]
    resolver: Resolver
    hearings: Mapping[str, Located[Hearing]] = field(default_factory=dict)
    unsound: frozenset[str] = frozenset()
    unaddressed: frozenset[str] = frozenset()
    own_phrases: Mapping[Language, Phrases] = field(default_factory=dict)

    def case(self, id_: str, today: dt.date | None = None) -> Case:
        """Return a hearing with what it refers to.

        Args:
            id_: Which hearing.
            today: The day on which it is judged; None leaves out what needs to know it.

        Raises:
            KeyError: If there is no hearing of that id.
        """
        located = self.hearings[id_]
        is_addressed = id_ not in self.unaddressed
        resolve = functools.partial(self.resolver.of_hearing, located)
        return Case(
            id=id_,
            located=located,
            sender=self.issuers.get(located.value.issuer),
            resolve=functools.cache(resolve) if is_addressed else None,
            today=today,
            is_sound=id_ not in self.unsound,
            own_phrases=self.own_phrases,
        )
