"""What a letter's template may say: the names it uses, filled from a case."""

import datetime as dt
from typing import Final

from markupsafe import Markup

from hearingkit.dispatch.letter import Letter
from hearingkit.documents import markup
from hearingkit.documents.blocks import Heading
from hearingkit.frozen import frozen
from hearingkit.language.phrasebook import Draft, Reader
from hearingkit.letters.labels import reader
from hearingkit.letters.own_words import OwnWords
from hearingkit.letters.places import at_place
from hearingkit.model.changes import Result, deadline_of
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.hearing import Hearing, Meeting, Origin, Portal
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.recipient import Placement
from hearingkit.model.submission import (
    Address,
    Combination,
    Contact,
    EmailAddress,
    Phone,
    PostalAddress,
    WebPage,
)
from hearingkit.model.text import Moment
from hearingkit.texts.periods import in_words, period_between
from hearingkit.values.links import (
    address_lines,
    address_link,
    email_link,
    markdown,
    phone_link,
    web_link,
)
from hearingkit.values.moments import When, span, unknown, when
from hearingkit.values.proposal import Proposal, proposal
from hearingkit.values.signs import BODY_SIGN

_NOTHING = Markup()
_ASK_ANEW: Final = frozenset({LetterKind.RENEWED, LetterKind.SUPPLEMENTARY})
_END: Final = frozenset({LetterKind.CANCELLATION, LetterKind.RESULT})
_SAID: Final = ("reason", "wrong", "right", "decision")


@frozen
class Channel:
    """One way to answer.

    Attributes:
        kind: email, form, upload, portal, post or phone.
        address: Ready to print: a link, or a postal address on one line.
        name: Whose it is, a unit for instance; empty where nothing is said.
        is_unit: Whether that is a unit.
        phone: The number of whose mailbox it is; empty where there is none.
        lines: A postal address with each line on a line of its own.
    """

    kind: str
    address: Markup
    name: str
    is_unit: bool = False
    phone: Markup = _NOTHING
    lines: Markup = _NOTHING


@frozen
class Channels:
    """The ways to answer, or to ask.

    Attributes:
        each: All of them, in the order given.
        required: All are to be used, not any one.
        only_email: There is nothing but mailboxes.
        only_numbers: There are nothing but numbers that don't say whose they are.
        named: Every one is a unit's.
        cc: Mailboxes that get a copy.
    """

    each: tuple[Channel, ...]
    required: bool
    only_email: bool
    only_numbers: bool
    named: bool
    cc: tuple[Markup, ...]


@frozen
class LinkedPage:
    """A page or a document; ``link`` prints its name, ``address`` its address."""

    name: str
    link: Markup
    address: Markup
    section: Markup


@frozen
class Principal:
    """Whose hearing is passed on; ``link`` prints the name as a link where an address is known."""

    name: str
    link: Markup
    has_page: bool
    deadline: When | None


@frozen
class Gathering:
    """A public meeting.

    Attributes:
        starts: Its day, and the time.
        span: The same with the time at which it ends, where that is known.
        place: Where it is held, as given.
        at: The same behind its word: «på rådhuset»; empty where that is unknown.
        is_digital: Whether it is held on the web.
        page: Its web page; empty where there is none.
        sign_up_by: The last day to sign up.
        sign_up_to: Where to sign up: the address.
        sign_up: The same as a way to reach it.
    """

    starts: When
    span: str
    place: str
    at: str
    is_digital: bool
    page: Markup
    sign_up_by: When | None
    sign_up_to: Markup
    sign_up: Channel | None


@frozen
class ReportedChange:
    """What a letter reports that came after the one that began the hearing.

    Attributes:
        heading: What stands before what is heard in the heading of the letter.
        kind: extension, reminder, correction, renewed, supplementary, cancellation, result or
            meeting.
        asks_anew: Whether it asks for answers, and says where they go.
        is_open: Whether answers go where they went before.
        has_deadline: Whether it sets one.
        due_before: The deadline as it was before.
        later_by: How much later the new one is: «14 dage»; empty where it is not.
        reason: Why.
        wrong: What stood there.
        right: What should stand there.
        decision: What was decided.
        page: Where the decision is found, as a link.
    """

    heading: str
    kind: str
    asks_anew: bool
    is_open: bool
    has_deadline: bool
    due_before: When
    later_by: str
    reason: str
    wrong: str
    right: str
    decision: str
    page: Markup


@frozen(slots=False)
class LetterValues:
    """The names of a letter template; an absent text is empty, an absent thing is None.

    ``body`` is a sign that the text itself takes the place of; ``has_headings`` tells whether there
    are headings in it, of which the highest has level 1. ``asked`` has the formulas that the body
    names: those too that a letter of the language says only where it is asked to. ``sent`` is the
    day of the letter that began the hearing; ``change`` is None in that one.
    """

    issuer: str
    issuer_name: str
    issuer_kind: str
    unit: str
    on_behalf_of: str
    reader: Reader
    kind: str
    title: str
    proposal: Proposal
    draft: Draft
    asked: tuple[str, ...]
    body: Markup
    has_headings: bool
    deadline: When
    sent: When | None
    change: ReportedChange | None
    in_force: When | None
    short_notice_reason: str
    origin: Principal | None
    handled_by: str
    placement: str
    submission: Channels
    questions: Channels | None
    asked_where_answered: bool
    portal: LinkedPage | None
    open_to_all: bool
    publish_answers: bool
    electronically_approved: bool
    mark_replies: str
    reply_template: LinkedPage | None
    meeting: Gathering | None
    meetings: tuple[Gathering, ...]
    enclosures: tuple[LinkedPage, ...]


def letter_values(letter: Letter, own: OwnWords) -> LetterValues:
    """Return what a letter says.

    Args:
        letter: With the lines that it prints.
        own: What the data words itself.
    """
    hearing, language, say = letter.hearing, letter.language, _Speech(letter)
    title = letter.words(hearing.title) or letter.phrases.blank
    named = proposal(hearing.kinds, title, language, letter.phrases, hearing.noun)
    questions = say.channels(hearing.questions) if hearing.questions else None
    submission = say.channels(hearing.submission) if hearing.submission else say.blank_channels()
    meetings = tuple(say.meeting(one) for _, one in hearing.placed_meetings)
    return LetterValues(
        issuer=letter.words(letter.issuer.short_name or letter.issuer.name),
        issuer_name=letter.words(letter.issuer.name),
        issuer_kind=letter.issuer.kind.value,
        unit=say.unit(hearing.unit),
        on_behalf_of=hearing.on_behalf_of or "",
        reader=reader(letter),
        kind=hearing.kind.value if len(hearing.kinds) == 1 else "",
        title=named.title,
        proposal=named,
        draft=named.draft,
        asked=tuple(formula.value for formula in own.in_body),
        body=markdown(BODY_SIGN if own.body else ""),
        has_headings=any(isinstance(block, Heading) for block in own.body),
        deadline=say.due(hearing.due),
        sent=say.when(hearing.sent),
        change=say.change(letter) if letter.change else None,
        in_force=say.when(hearing.in_force),
        short_notice_reason=letter.words(hearing.short_notice_reason),
        origin=say.principal(hearing.origin) if hearing.origin else None,
        handled_by=hearing.handled_by or "",
        placement=placement(hearing).value,
        submission=submission,
        questions=questions,
        asked_where_answered=_is_answered(letter)
        and questions is not None
        and _within(questions, submission),
        portal=say.portal(hearing.portal) if hearing.portal else None,
        open_to_all=hearing.open_to_all,
        publish_answers=hearing.publish_answers,
        electronically_approved=hearing.electronically_approved,
        mark_replies=letter.words(hearing.mark_replies),
        reply_template=say.enclosure(hearing.reply_template) if hearing.reply_template else None,
        meeting=next(iter(meetings), None),
        meetings=meetings,
        enclosures=tuple(say.enclosure(enclosure) for enclosure in letter.enclosures),
    )


def placement(hearing: Hearing) -> Placement:
    """Return where the recipients are printed, also where a draft has none yet."""
    return hearing.recipients.placement if hearing.recipients else Placement.ENCLOSED


def _is_answered(letter: Letter) -> bool:
    """Return whether the letter says where answers go."""
    return letter.kind in {LetterKind.INVITATION, *_ASK_ANEW}


def _within(questions: Channels, submission: Channels) -> bool:
    answered = {channel.address for channel in submission.each}
    return all(channel.address in answered for channel in questions.each)


class _Speech:
    """A case in one language."""

    def __init__(self, letter: Letter) -> None:
        self._case = letter.case
        self._language = letter.language
        self._phrases = letter.phrases
        self.words = letter.words

    def unit(self, reference: object) -> str:
        return self.words(self._case.unit(reference).name) if reference else ""  # type: ignore[arg-type]

    def when(self, given: dt.date | Moment | None) -> When | None:
        moment = Moment(day=given) if isinstance(given, dt.date) else given
        return when(moment, self._language) if moment else None

    def due(self, deadline: Moment | None) -> When:
        return self.when(deadline) or unknown(self._phrases.blank)

    def change(self, letter: Letter) -> ReportedChange:
        change = letter.change
        assert change
        before, new = letter.due_before, deadline_of(change)
        said = {name: self.words(getattr(change, name, None)) for name in _SAID}
        url = change.url if isinstance(change, Result) else None
        return ReportedChange(
            heading=self._phrases.changes[change.kind.value],
            kind=change.kind.value,
            asks_anew=change.kind in _ASK_ANEW,
            is_open=change.kind not in {*_ASK_ANEW, *_END},
            has_deadline=new is not None,
            due_before=self.due(before),
            later_by=self.time_between(before, new),
            page=web_link(url) if url else _NOTHING,
            **said,
        )

    def time_between(self, first: Moment | None, last: Moment | None) -> str:
        if not (first and last and first.day < last.day):
            return ""
        return in_words(period_between(first.day, last.day), self._language)

    def page(self, name: str, url: str | None, section: Markup = _NOTHING) -> LinkedPage:
        if url is None:
            return LinkedPage(name, markdown(markup.escape(name)), _NOTHING, section)
        return LinkedPage(name, web_link(url, name), web_link(url), section)

    def channels(self, contact: Contact) -> Channels:
        each = tuple(self.channel(address) for address in contact.addresses)
        return Channels(
            each=each,
            required=contact.to is Combination.ALL,
            only_email=all(channel.kind == "email" for channel in each),
            only_numbers=all((one.kind == "phone" or one.phone) and not one.name for one in each),
            named=all(channel.is_unit for channel in each),
            cc=tuple(email_link(email) for email in contact.cc),
        )

    def blank_channels(self) -> Channels:
        """Return a mailbox that is still to be written."""
        blank = Channel("email", markdown(markup.escape(self._phrases.blank)), "")
        return Channels(
            (blank,), required=False, only_email=True, only_numbers=False, named=False, cc=()
        )

    def channel(self, address: Address) -> Channel:
        link = address_link(address, self._language)
        match address:
            case WebPage():
                return Channel(address.how.value, link, self.words(address.name))
            case PostalAddress():
                return Channel("post", link, "", lines=address_lines(address.post))
            case EmailAddress() | Phone():
                kind = "email" if isinstance(address, EmailAddress) else "phone"
                name = self.unit(address.unit) or self.words(address.name)
                phone = address.phone if isinstance(address, EmailAddress) else None
                called = phone_link(phone) if phone else _NOTHING
                return Channel(kind, link, name, is_unit=bool(address.unit), phone=called)

    def principal(self, origin: Origin) -> Principal:
        link = web_link(origin.url, origin.name) if origin.url else _NOTHING
        return Principal(origin.name, link, origin.url is not None, self.when(origin.deadline))

    def portal(self, portal: Portal) -> LinkedPage:
        below = portal.section
        section = self.page(self.words(below.name), below.url).link if below else _NOTHING
        return self.page(self.words(portal.name), portal.url, section)

    def enclosure(self, enclosure: Enclosure) -> LinkedPage:
        return self.page(self.words(enclosure.title), enclosure.url)

    def meeting(self, meeting: Meeting) -> Gathering:
        place, to = self.words(meeting.place), meeting.sign_up_to
        return Gathering(
            starts=when(meeting.starts, self._language),
            span=span(meeting.starts, meeting.ends, self._language),
            place=place,
            at=at_place(place, self._language),
            is_digital=meeting.digital,
            page=web_link(meeting.url) if meeting.url else _NOTHING,
            sign_up_by=self.when(meeting.sign_up_by),
            sign_up_to=self.channel(to).address if to else _NOTHING,
            sign_up=self.channel(to) if to else None,
        )
