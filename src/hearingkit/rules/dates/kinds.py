"""The rule on the kind of a hearing: its title says the same."""

import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Final

from hearingkit.findings import Severity, practice
from hearingkit.language.asked_words import may_stand_in
from hearingkit.language.word_groups import WordGroup, either
from hearingkit.language.words import Words
from hearingkit.model.hearing import LAWS, HearingKind
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_LOCAL: Final = frozenset({HearingKind.LOCAL_PLAN})
_BOUND: Final = LAWS | _LOCAL | {HearingKind.PLAN}
"""The kinds of which a law or guidance asks for a period: what is one of them is no other kind."""
_LEAD: Final = "lead"
_CHANGE: Final = "change"


class TitleHead(WordGroup):
    """Words that a title begins with.

    Attributes:
        kinds: Of which of them a hearing may be whose title begins so, one or two.
        words: The words, as patterns.
    """

    kinds: frozenset[HearingKind]
    words: tuple[str, ...]


class TitleWords(Words):
    """What a title says of the kind of a hearing, as patterns.

    Attributes:
        leads: What may stand before the words that tell.
        change: What makes a change of them, which may stand there too.
        heads: The words that tell.
        said: What a title may say anywhere, if the hearing is of a kind.
    """

    section = "dates.kinds"

    leads: tuple[str, ...]
    change: str
    heads: tuple[TitleHead, ...]
    said: Mapping[HearingKind, str]


@rule(
    "HK216",
    Severity.WARNING,
    says={
        "one": 'the title begins with "{text}", which is of the kind "{meant}", but the kind is '
        '"{kind}"; correct one of them',
        "two": 'the title begins with "{text}", which is of the kind "{meant}" or "{other}", '
        'but the kind is "{kind}"; correct one of them',
    },
    source=practice(
        "the kind decides which period is asked for: planloven (DK) § 24; plan- og "
        "bygningsloven (NO) § 12-10"
    ),
)
def title_of_another_kind(
    kinds: tuple[HearingKind, ...], texts: tuple[Text, ...], site: Site
) -> Iterator[Breach]:
    """The title is of the kind that is given, from which the period and the wording follow.

    A reguleringsplan that is called a ``plan`` is not held to the weeks of the plan act. What the
    title begins with counts, behind «Høring av», «Forslag til», «Endringer i» and the like. A title
    that names the given kind too is not reported, and neither is a mere change of a plan. All that
    is no law and no plan may be of the kind ``other``.

    Bad:  kind: plan, title: Detaljregulering for Elvedal stasjonsområde
    Good: kind: local-plan, title: Detaljregulering for Elvedal stasjonsområde
    """
    for text in texts:
        found = _beginning(text.plain) if text.role is Role.TITLE else None
        if found and all(_is_another(found, kind) for kind in kinds):
            yield _breach(found, kinds[0], site.at("kind"))
            return


def _breach(found: re.Match[str], kind: HearingKind, site: Site) -> Breach:
    meant, *others = sorted(_kinds(found))
    facts = {"text": visible(found[_group(found)]), "meant": meant, "kind": kind}
    if others:
        return Breach(site, {**facts, "other": others[0]}, variant="two")
    return Breach(site, facts, variant="one")


@functools.cache
def _heads() -> Mapping[str, TitleHead]:
    """Return what titles begin with, in any language, each under the name of its group."""
    every = [head for words in TitleWords.of_all() for head in words.heads]
    return {f"head{number}": head for number, head in enumerate(every)}


def _beginning(title: str) -> re.Match[str] | None:
    """Return what a title begins with, in any language; a group for each head."""
    standing = tuple(piece for piece in _pieces() if may_stand_in(piece[1], title))
    return _compiled(standing).match(title)


@functools.cache
def _pieces() -> tuple[tuple[str, str], ...]:
    """Return the name of a group and a pattern for all that a title may begin with."""
    every = TitleWords.of_all()
    leads = [(_LEAD, lead) for words in every for lead in words.leads]
    changes = [(_CHANGE, words.change) for words in every]
    heads = [(name, one) for name, head in _heads().items() for one in head.words]
    return tuple(dict.fromkeys((*leads, *changes, *heads)))


@functools.lru_cache(maxsize=256)  # titles are of few kinds, and to compile all words takes long
def _compiled(pieces: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    groups = {_LEAD: "(?!)", _CHANGE: "(?!)"}
    for name, of_group in itertools.groupby(pieces, key=itemgetter(0)):
        groups[name] = either(pattern for _, pattern in of_group)
    lead, change = groups.pop(_LEAD), groups.pop(_CHANGE)
    heads = "|".join(f"(?P<{name}>{words})" for name, words in groups.items())
    return re.compile(
        rf"\s*(?:(?:{lead}|(?P<{_CHANGE}>{change}))\s+){{0,6}}(?:{heads or '(?!)'})(?![\w-])",
        re.IGNORECASE,
    )


def _is_another(found: re.Match[str], kind: HearingKind) -> bool:
    kinds = _kinds(found)
    if kind in kinds or (found[_CHANGE] and kinds == _LOCAL):
        return False
    if kind is HearingKind.OTHER:
        return kinds <= _BOUND
    said = either(words.said[kind] for words in TitleWords.of_all())
    return re.search(said, found.string, re.IGNORECASE) is None


def _kinds(found: re.Match[str]) -> frozenset[HearingKind]:
    return _heads()[_group(found)].kinds


def _group(found: re.Match[str]) -> str:
    """Return the name of the group that found the head."""
    return str(found.lastgroup)
