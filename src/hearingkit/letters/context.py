"""What a letter's template may say: the names it uses, filled from a case."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hearingkit.documents import markup
from hearingkit.language import dates
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Draft, phrases
from hearingkit.model.hearing import Enclosure, Meeting, Origin, Portal
from hearingkit.model.submission import (
    Address,
    Combination,
    Contact,
    EmailAddress,
    Phone,
    PostalAddress,
    WebPage,
)
from hearingkit.model.text import Moment, in_language
from hearingkit.texts.outline import highest_heading
from hearingkit.validation.book import Case


@dataclass(frozen=True, slots=True)
class When:
    """A day in words, with its time where it has one; printed with its weekday.

    Attributes:
        full: «fredag den 6. oktober 2023 kl. 12.00».
        long: The same without the weekday.
        date: The day alone: «6. oktober 2023».
    """

    full: str
    long: str
    date: str

    def __str__(self) -> str:
        return self.full


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to answer.

    Attributes:
        kind: email, form, upload, portal, post or phone.
        address: Ready to print: a link, or the lines of a postal address.
        name: Whose it is, a unit for instance; empty where nothing is said.
    """

    kind: str
    address: Markup
    name: str


@dataclass(frozen=True, slots=True)
class Channels:
    """The ways to answer, or to ask.

    Attributes:
        each: All of them, in the order given.
        required: All are to be used, not any one.
        only_email: There is nothing but mailboxes.
        named: Every one says whose it is.
        cc: Mailboxes that get a copy.
    """

    each: tuple[Channel, ...]
    required: bool
    only_email: bool
    named: bool
    cc: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A page or a document; ``link`` prints its name, ``address`` its address."""

    name: str
    link: Markup
    address: Markup
    section: Markup


@dataclass(frozen=True, slots=True)
class Principal:
    """Whose hearing is passed on; ``link`` prints the name as a link where an address is known."""

    name: str
    link: Markup
    has_page: bool
    deadline: When | None


@dataclass(frozen=True, slots=True)
class Gathering:
    """A public meeting."""

    starts: When
    place: str
    page: Markup
    sign_up_by: When | None
    sign_up_to: Markup


@dataclass(frozen=True, slots=True)
class LetterValues:
    """The names of a letter template; an absent text is empty, an absent thing is None.

    ``heading_marks`` are the signs that make a line a heading of the body's highest level; empty
    where the body has no headings.
    """

    issuer: str
    issuer_name: str
    unit: str
    on_behalf_of: str
    title: str
    draft: Draft
    body: Markup
    heading_marks: Markup
    deadline: When
    sent: When | None
    in_force: When | None
    short_notice_reason: str
    origin: Principal | None
    handled_by: str
    placement: str
    submission: Channels
    questions: Channels | None
    asked_where_answered: bool
    portal: Site | None
    open_to_all: bool
    publish_answers: bool
    electronically_approved: bool
    mark_replies: str
    reply_template: Site | None
    meeting: Gathering | None
    enclosures: tuple[Site, ...]

    def by_name(self) -> Mapping[str, object]:
        """Return the values by their names."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}


def letter_names() -> tuple[str, ...]:
    """Return every name that a template may use."""
    return tuple(field.name for field in dataclasses.fields(LetterValues))


def letter_values(case: Case, language: Language) -> LetterValues:
    """Return what a case says, in a language."""
    hearing, say = case.hearing, _Speech(case, language)
    questions = say.channels(hearing.questions) if hearing.questions else None
    submission = say.channels(hearing.submission)
    return LetterValues(
        issuer=say.words(case.issuer.short_name or case.issuer.name),
        issuer_name=say.words(case.issuer.name),
        unit=say.unit(hearing.unit),
        on_behalf_of=hearing.on_behalf_of or "",
        title=say.words(hearing.title),
        draft=phrases(language).drafts[hearing.kind.value],
        body=_markdown(say.words(hearing.body)),
        heading_marks=_heading_marks(say.words(hearing.body)),
        deadline=say.when(hearing.deadline),
        sent=say.when(Moment(day=hearing.sent)) if hearing.sent else None,
        in_force=say.when(Moment(day=hearing.in_force)) if hearing.in_force else None,
        short_notice_reason=say.words(hearing.short_notice_reason),
        origin=say.principal(hearing.origin) if hearing.origin else None,
        handled_by=hearing.handled_by or "",
        placement=hearing.recipients.placement.value,
        submission=submission,
        questions=questions,
        asked_where_answered=questions is not None and _within(questions, submission),
        portal=say.portal(hearing.portal) if hearing.portal else None,
        open_to_all=hearing.open_to_all,
        publish_answers=hearing.publish_answers,
        electronically_approved=hearing.electronically_approved,
        mark_replies=say.words(hearing.mark_replies),
        reply_template=say.enclosure(hearing.reply_template) if hearing.reply_template else None,
        meeting=say.meeting(hearing.meeting) if hearing.meeting else None,
        enclosures=tuple(say.enclosure(enclosure) for enclosure in hearing.enclosures),
    )


def shown_address(url: str) -> str:
    """Return a web address as it is printed: without ``https://`` and a lone slash at its end."""
    shown = re.sub(r"^https?://", "", url)
    return shown.removesuffix("/") if shown.count("/") == 1 else shown


def web_link(url: str, name: str = "") -> Markup:
    """Return a link as Markdown; without a name it prints the address."""
    return _markdown(markup.link(name or shown_address(url), url))


def email_link(email: str) -> Markup:
    """Return a mailbox as Markdown."""
    return _markdown(markup.link(email, f"mailto:{email}"))


def phone_link(phone: str) -> Markup:
    """Return a telephone number as Markdown; dialled without its spaces."""
    return _markdown(markup.link(phone, "tel:" + re.sub(r"[^0-9+]", "", phone)))


def _markdown(text: str) -> Markup:
    return Markup(text)  # noqa: S704 (it marks Markdown here, not HTML)


def _heading_marks(body: str) -> Markup:
    """Return the ``#`` signs of the body's highest headings; empty where it has none."""
    return _markdown("#" * highest_heading(body))


def _within(questions: Channels, submission: Channels) -> bool:
    answered = {channel.address for channel in submission.each}
    return all(channel.address in answered for channel in questions.each)


class _Speech:
    """A case in one language."""

    def __init__(self, case: Case, language: Language) -> None:
        self._case = case
        self._language = language

    def words(self, words: object) -> str:
        return in_language(words, self._language) if words else ""  # type: ignore[arg-type]

    def unit(self, reference: object) -> str:
        return self.words(self._case.unit(reference).name) if reference else ""  # type: ignore[arg-type]

    def when(self, moment: Moment) -> When:
        date = dates.long_date(moment.day, self._language)
        full = dates.weekday_date(moment.day, self._language)
        if moment.time is None:
            return When(full, date, date)
        clock = dates.clock(moment.time, self._language)
        return When(f"{full} {clock}", f"{date} {clock}", date)

    def channels(self, contact: Contact) -> Channels:
        each = tuple(self.channel(address) for address in contact.addresses)
        return Channels(
            each=each,
            required=contact.to is Combination.ALL,
            only_email=all(channel.kind == "email" for channel in each),
            named=all(channel.name for channel in each),
            cc=tuple(email_link(email) for email in contact.cc),
        )

    def channel(self, address: Address) -> Channel:
        match address:
            case EmailAddress():
                name = self.unit(address.unit) or self.words(address.name)
                return Channel("email", email_link(address.email), name)
            case WebPage():
                name = self.words(address.name)
                return Channel(address.how.value, web_link(address.web, name), name)
            case PostalAddress():
                return Channel("post", _markdown(markup.escape(", ".join(address.post))), "")
            case Phone():
                name = self.unit(address.unit) or self.words(address.name)
                return Channel("phone", phone_link(address.phone), name)

    def principal(self, origin: Origin) -> Principal:
        link = web_link(origin.url, origin.name) if origin.url else _markdown("")
        deadline = self.when(origin.deadline) if origin.deadline else None
        return Principal(origin.name, link, origin.url is not None, deadline)

    def portal(self, portal: Portal) -> Site:
        name, section = self.words(portal.name), portal.section
        below = self.words(section.name) if section else ""
        if section and section.url:
            shown = web_link(section.url, below)
        else:
            shown = _markdown(markup.escape(below))
        return Site(name, web_link(portal.url, name), web_link(portal.url), shown)

    def enclosure(self, enclosure: Enclosure) -> Site:
        title = self.words(enclosure.title)
        if enclosure.url is None:
            return Site(title, _markdown(markup.escape(title)), _markdown(""), _markdown(""))
        return Site(title, web_link(enclosure.url, title), web_link(enclosure.url), _markdown(""))

    def meeting(self, meeting: Meeting) -> Gathering:
        return Gathering(
            starts=self.when(meeting.starts),
            place=self.words(meeting.place),
            page=web_link(meeting.url) if meeting.url else _markdown(""),
            sign_up_by=self.when(meeting.sign_up_by) if meeting.sign_up_by else None,
            sign_up_to=self.channel(meeting.sign_up_to).address
            if meeting.sign_up_to
            else _markdown(""),
        )
