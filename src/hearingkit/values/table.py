"""The table of names: what each stands for, and where in a hearing its value is found."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar, cast

from markupsafe import Markup

from hearingkit.frozen import frozen
from hearingkit.language import dates
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.hearing import Hearing, HearingKind, Origin, Portal
from hearingkit.model.issuer import Issuer, Unit
from hearingkit.model.submission import (
    Combination,
    Contact,
    EmailAddress,
    Phone,
    PostalAddress,
    WebPage,
)
from hearingkit.model.text import LineIn, Moment, in_language
from hearingkit.patterns import late_pattern
from hearingkit.values.links import (
    address_lines,
    address_link,
    email_link,
    markdown,
    phone_link,
    web_link,
)
from hearingkit.values.moments import when
from hearingkit.values.proposal import Proposal, proposal

A = TypeVar("A")
NUMBER: Final = late_pattern(r"\.([1-9][0-9]?)(?=\.|$)")
"""The number in a name, which chooses one of several addresses."""
Printable = str | Markup | None
"""Text, or Markdown where it is marked as such; None where the hearing gives none."""


@frozen
class Source:
    """A hearing with its issuer, and the language in which its values are printed.

    Attributes:
        phrases: Of that language.
    """

    hearing: Hearing
    issuer: Issuer
    language: Language
    phrases: Phrases


@frozen
class Name:
    """A name that a text may use.

    Attributes:
        says: What it stands for.
        path: The keys that lead to it in the hearing, joined by full stops; ``issuer`` leads to
            the issuer.
        printed: The value in words, from what stands there.
        is_numbered: Whether ``printed`` gives several, of which one is chosen by its number.
    """

    says: str
    path: str
    printed: Callable[[Any, Source], Any]
    is_numbered: bool = False

    def value(self, source: Source, number: int = 1) -> Printable:
        """Return the value; None where the hearing gives none.

        Args:
            source: The hearing.
            number: Which of several, from 1.
        """
        first, *steps = self.path.split(".")
        found: Any = source.issuer if first == "issuer" else getattr(source.hearing, first)
        for step in steps:
            found = None if found is None else getattr(found, step)
        if found is None:
            return None
        value: Any = self.printed(found, source)
        if not self.is_numbered:
            return cast("Printable", value)
        return cast("Printable", value[number - 1]) if number <= len(value) else None


def _words(words: str | LineIn, source: Source) -> Printable:
    return in_language(words, source.language) or None


def _lines(lines: tuple[str, ...], _: Source) -> Printable:
    return ", ".join(lines) or None


def _linked(link: Callable[[str], Markup]) -> Callable[[str, Source], Printable]:
    return lambda address, _: link(address)


def _link(page: Origin | Portal, source: Source) -> Printable:
    return web_link(page.url, in_language(page.name, source.language)) if page.url else None


def _titled(enclosure: Enclosure, source: Source) -> Printable:
    title = in_language(enclosure.title, source.language)
    return web_link(enclosure.url, title) if enclosure.url else title


def _short_name(issuer: Issuer, source: Source) -> Printable:
    return _words(issuer.short_name or issuer.name, source)


def _unit(unit: str | Unit, source: Source) -> Printable:
    known = unit if isinstance(unit, Unit) else source.issuer.units.get(unit)
    return _words(known.name, source) if known else ""  # HK111 finds that


def _moment(part: str) -> Callable[[Any, Source], Printable]:
    def printed(given: Any, source: Source) -> Printable:  # noqa: ANN401 (a day or a moment)
        moment = given if isinstance(given, Moment) else Moment(day=given)
        return getattr(when(moment, source.language), part) or None

    return printed


def _proposed(kinds: tuple[HearingKind, ...], source: Source) -> Proposal:
    title = in_language(source.hearing.title or "", source.language)
    return proposal(kinds, title, source.language, source.phrases, source.hearing.noun)


def _proposal(kinds: tuple[HearingKind, ...], source: Source) -> Printable:
    return _proposed(kinds, source).text


def _draft(part: str) -> Callable[[tuple[HearingKind, ...], Source], Printable]:
    return lambda kinds, source: cast("str", getattr(_proposed(kinds, source).draft, part))


def _addresses(contact: Contact, source: Source) -> Printable:
    joined = dates.and_list if contact.to is Combination.ALL else dates.or_list
    each = [address_link(one, source.language) for one in contact.addresses]
    return markdown(joined(each, source.language))


def _copies(contact: Contact, source: Source) -> Printable:
    each = [email_link(email) for email in contact.cc]
    return markdown(dates.and_list(each, source.language)) if each else None


def addresses_of(contact: Contact, kind: type[A]) -> tuple[A, ...]:
    """Return the addresses of a kind, in the order in which their names count them."""
    return tuple(one for one in contact.addresses if isinstance(one, kind))


def _each(kind: type[Any]) -> Callable[[Contact, Source], tuple[Printable, ...]]:
    return lambda contact, source: tuple(
        address_link(one, source.language) for one in addresses_of(contact, kind)
    )


def _lined(contact: Contact, _: Source) -> tuple[Printable, ...]:
    return tuple(address_lines(one.post) for one in addresses_of(contact, PostalAddress))


_DATES: Final = {
    "deadline": "the last day for answers",
    "sent": "the day of the letter",
    "decided": "the day of the decision to hear",
    "published": "the day on which it is made public",
    "in_force": "when it is planned to enter into force",
    "meeting.starts": "when the meeting begins",
    "meeting.sign_up_by": "the last day to sign up for the meeting",
    "origin.deadline": "the principal's own deadline",
}
_WITHOUT_TIME: Final = frozenset({"sent", "decided", "published", "in_force"})
_PARTS: Final = {
    "full": "in full: with its weekday, and its time where it has one",
    "long": "without its weekday",
    "date": "the day alone",
    "time": "the time alone",
    "weekday": "the weekday alone",
    "day": "the number of the day",
    "month": "the name of the month",
    "year": "the year",
    "numeric": "the day in numbers",
}
_KINDS: Final[Mapping[str, tuple[type[Any], str]]] = {
    "email": (EmailAddress, "a mailbox, as a link"),
    "web": (WebPage, "a web page, as a link"),
    "post": (PostalAddress, "a postal address, on one line"),
    "phone": (Phone, "a telephone number"),
}
"""The kinds of address, by their keys in the data."""
_CONTACTS: Final = {"submission": "where answers go", "questions": "where questions go"}
_LINES: Final = {
    "title": "the name of what is heard",
    "on_behalf_of": "the principal that the issuer writes for",
    "handled_by": "the body that decides on the answer",
    "mark_replies": "what answers are to be marked with",
    "short_notice_reason": "why the period is short",
    "references.ours": "the issuer's case number",
    "references.yours": "the recipient's case number",
    "references.document": "the document's number",
    "references.archive_code": "the code that the case is filed under",
    "origin.name": "the principal, who asked first",
    "meeting.place": "where the meeting is held",
    "caseworker.name": "who handles the case",
    "caseworker.title": "the title of who handles the case",
    "issuer.name": "the full name of the issuer",
    "issuer.short_name": "the short name of the issuer",
    "issuer.org_number": "the issuer's CVR or organisasjonsnummer",
    "issuer.ean": "the issuer's EAN/GLN",
}


def _dates() -> Mapping[str, Name]:
    return {
        (name if part == "full" else f"{name}.{part}"): Name(f"{says}, {how}", name, _moment(part))
        for name, says in _DATES.items()
        for part, how in _PARTS.items()
        if part != "time" or name not in _WITHOUT_TIME
    }


def _contacts() -> Mapping[str, Name]:
    names: dict[str, Name] = {}
    for contact, says in _CONTACTS.items():
        names[contact] = Name(f"{says}: all addresses, with «og» or «eller»", contact, _addresses)
        names[f"{contact}.addresses"] = names[contact]
        for kind, (cls, how) in _KINDS.items():
            several = _each(cls)
            names[f"{contact}.{kind}"] = Name(f"{says}: {how}", contact, several, is_numbered=True)
        lined = Name(f"{says}: a postal address, line by line", contact, _lined, is_numbered=True)
        names[f"{contact}.post.lines"] = lined
        names[f"{contact}.cc"] = Name(f"{says}: mailboxes that get a copy", contact, _copies)
    return names


NAMES: Final[Mapping[str, Name]] = {
    **_dates(),
    **_contacts(),
    **{name: Name(says, name, _words) for name, says in _LINES.items()},
    "issuer": Name("the issuer's name in running text", "issuer", _short_name),
    "issuer.address": Name("the issuer's postal address", "issuer.address", _lines),
    "issuer.visiting_address": Name("where visitors go", "issuer.visiting_address", _lines),
    "issuer.phone": Name("the issuer's telephone number", "issuer.phone", _linked(phone_link)),
    "issuer.email": Name("the issuer's mailbox", "issuer.email", _linked(email_link)),
    "issuer.website": Name("the issuer's web site, as a link", "issuer.website", _linked(web_link)),
    "unit": Name("the unit that sends it", "unit", _unit),
    "origin.link": Name("the principal's name, as a link", "origin", _link),
    "portal": Name("the name of the site where it is published", "portal.name", _words),
    "portal.link": Name("the same name, as a link", "portal", _link),
    "portal.address": Name("the web address of that site", "portal.url", _linked(web_link)),
    "portal.section": Name("where on that site it is found", "portal.section.name", _words),
    "meeting.page": Name("the web page of the meeting", "meeting.url", _linked(web_link)),
    "caseworker.phone": Name(
        "the caseworker's telephone number", "caseworker.phone", _linked(phone_link)
    ),
    "caseworker.email": Name("the caseworker's mailbox", "caseworker.email", _linked(email_link)),
    "reply_template": Name("the form that answers use", "reply_template", _titled),
    "proposal": Name("what is heard, with its title, as the opening has it", "kinds", _proposal),
    "draft.a_draft": Name("what is heard, before its title", "kinds", _draft("a_draft")),
    "draft.the_draft": Name("what is heard, for short", "kinds", _draft("the_draft")),
    "draft.the_draft_of": Name("what is heard, with its kind", "kinds", _draft("the_draft_of")),
}
"""Every name that a text of the data may use."""


def name_for(part: str, contact: Contact | None = None, number: int = 0) -> str:
    """Return what a text may say to print a part of the data: ``{{ submission.email.2 }}``.

    Args:
        part: A name of the table.
        contact: What the part is, where one address of it is meant.
        number: Which of its addresses, from 0.
    """
    name = part
    if contact is not None:
        address = contact.addresses[number]
        kind = next(kind for kind, (cls, _) in _KINDS.items() if isinstance(address, cls))
        same = sum(isinstance(one, type(address)) for one in contact.addresses[: number + 1])
        name = f"{part}.{kind}" + (f".{same}" if same > 1 else "")
    if NUMBER.sub("", name) not in NAMES:
        raise KeyError(name)
    return f"{{{{ {name} }}}}"
