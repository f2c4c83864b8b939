"""The rule on the kind of a hearing: its title tells the same one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.findings import Severity
from hearingkit.model.hearing import HearingKind
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import free_text

_CHANGE_OF: Final = (
    r"(?:(?:mindre|vesentlige?|mindre\s+vesentlige?)\s+)?(?:endring(?:er|ar)?|ændring(?:er)?)"
    r"\s+(?:i|av|af)"
)
_LEAD: Final = (
    r"(?:(?:(?:offentli?e?g|åpen|åben|open|ny|fornyet|fornya|begrenset)\s+)?"
    r"(?:høring|høyring|ettersyn|fremlæggelse)\s*(?::|–|-|\b(?:av|af|om|over)\b)"
    r"|(?:forslag|framlegg|udkast|utkast)(?:et)?\s+(?:til|om)"
    r"|(?:revisjon|revision|revidering|oppdatering|opdatering)\s+(?:av|af)"
    r"|(?:ny|nye|nytt|nyt|revidert|revideret|oppdatert|opdateret|midlertidige?|mellombels|lokale?"
    r"|felles|fælles|nasjonale?|nationale?|kommunale?|faglige?|faglege)"
    rf"|(?P<change>{_CHANGE_OF}))\s+"
)
_LAWS: Final = frozenset({HearingKind.BILL, HearingKind.ACT})
_ADVICE: Final = frozenset({HearingKind.GUIDANCE, HearingKind.RECOMMENDATION})
_LOCAL: Final = frozenset({HearingKind.LOCAL_PLAN})
_BOUND: Final = _LAWS | _LOCAL | {HearingKind.PLAN}
"""The kinds of which a law or guidance asks for a period: what is one of them is no other kind."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What a title may begin with.

    Attributes:
        words: As a pattern.
        kinds: What it is then.
    """

    words: str
    kinds: frozenset[HearingKind]


_HEADS: Final = (
    _Head(
        r"(?:ramme|tema)?lokalplan(?:en|forslag(?:et)?)?|(?:detalj|område)?reguleringsplan(?:en)?"
        r"|(?:detalj|område)regulering(?:en|a)?",
        _LOCAL,
    ),
    _Head(
        r"kommune(?:del)?plan(?:en|ens|forslag|tillæg)?|fylkes(?:del)?plan(?:en)?"
        r"|tillæg\s+(?:nr\.?\s+)?(?:\d{1,4}\s+)?til\s+kommuneplan(?:en)?",
        frozenset({HearingKind.PLAN}),
    ),
    _Head(r"regional\s+plan", frozenset({HearingKind.PLAN, HearingKind.OTHER})),
    _Head(
        r"(?:ændrings)?bekendtgørelse(?:n|r|rne)?"
        r"|\w{0,40}forskrift(?:en|a|er|ar|ene|ane|sendring(?:er|ar)?)?",
        frozenset({HearingKind.REGULATION}),
    ),
    _Head(
        r"lov(?:en|a|forslag(?:et)?|framlegg(?:et)?|endring(?:er|ar)?|ændring(?:er)?)?"
        r"|(?:\w{2,40}-\s+og\s+)?\w{3,40}lov(?:en|a)",
        _LAWS,
    ),
    _Head(
        r"vejledning(?:en|er)?|veileder(?:en|e)?|veiledning(?:en|er)?|rettleiar(?:en|ar)?"
        r"|rettleiing(?:a|ar)?|anbefaling(?:er)?|tilråding(?:er|ar)?",
        _ADVICE,
    ),
    _Head(r"rapport(?:en)?|NOU", frozenset({HearingKind.REPORT})),
)
_BEGINNING: Final = re.compile(
    rf"\s*(?:{_LEAD}){{0,6}}"
    rf"(?:{'|'.join(f'(?P<head{n}>{one.words})' for n, one in enumerate(_HEADS))})(?![\w-])",
    re.IGNORECASE,
)
_OTHER_PLAN: Final = (
    r"(?<!lokal)(?<!regulerings)(?<!detalj)plan(?:en|ens|er|erne|ar|ane|ene)?(?![\w-])"
    r"|kommune(?:del)?plan|tillæg|arealdel|samfunnsdel|strategi"
)
_SAY: Final[Mapping[HearingKind, str]] = {
    HearingKind.BILL: "lov",
    HearingKind.ACT: "lov",
    HearingKind.REGULATION: "forskrift|bekendtgørelse|regl|regel|vedtægt|vedtekt|cirkulære",
    HearingKind.GUIDANCE: "vejled|veiled|rettlei|retningslinj|anbefal|tilråd|håndbo|handbo|norm",
    HearingKind.RECOMMENDATION: "anbefal|tilråd|retningslinj|vejled|veiled|rettlei",
    HearingKind.PLAN: _OTHER_PLAN,
    HearingKind.LOCAL_PLAN: "lokalplan|regulering",
    HearingKind.REPORT: "rapport|NOU|utred|udred|utgrei|betænkning|analyse|evaluering|kunnskaps",
}
"""What a title says that is also of a kind; it is then left alone."""


@rule(
    "HK216",
    Severity.WARNING,
    says='the title begins with "{text}", which is of the kind {meant}, but the kind is {kind}; '
    "correct one of them",
    source="the kind decides which period is asked for: planloven (DK) § 24; plan- og "
    "bygningsloven (NO) § 12-10; else practice",
)
def title_of_another_kind(case: Case) -> Iterator[Breach]:
    """The title is of the kind that is given, from which the period and the wording follow.

    A reguleringsplan that is called a ``plan`` is not held to the weeks of the plan act. What the
    title begins with counts, behind «Høring av», «Forslag til», «Endringer i» and the like. A title
    that speaks of the given kind too is let alone, and so is a mere change of a plan. Of the kind
    ``other`` may be all that is no law and no plan.

    Bad:  kind: plan, title: Detaljregulering for Elvedal stasjonsområde
    Good: kind: local-plan, title: Detaljregulering for Elvedal stasjonsområde
    """
    for free in free_text(case):
        found = _BEGINNING.match(free.text) if free.key == "title" else None
        if found and _is_another(found, case.hearing.kind):
            kinds = " or ".join(sorted(f'"{kind}"' for kind in _kinds(found)))
            words = visible(found[_group(found)])
            facts = {"text": words, "meant": kinds, "kind": f'"{case.hearing.kind}"'}
            yield Breach(case.site.at("kind"), facts)
            return


def _is_another(found: re.Match[str], kind: HearingKind) -> bool:
    kinds = _kinds(found)
    if kind in kinds or (found["change"] and kinds == _LOCAL):
        return False
    if kind is HearingKind.OTHER:
        return kinds <= _BOUND
    return re.search(_SAY[kind], found.string, re.IGNORECASE) is None


def _kinds(found: re.Match[str]) -> frozenset[HearingKind]:
    return _HEADS[int(_group(found).removeprefix("head"))].kinds


def _group(found: re.Match[str]) -> str:
    """Return the name of the group that found the head."""
    return str(found.lastgroup)
