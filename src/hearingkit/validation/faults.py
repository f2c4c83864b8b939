"""The kinds of fault that hearing data can have: the code and the words of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from hearingkit.findings import Finding, Place, Severity
from hearingkit.source.quoting import shortened
from hearingkit.source.site import Site

_WHAT_USER_WROTE = frozenset({"given", "key", "list", "issuer"})


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault.

    Attributes:
        code: For good.
        says: The message, with the names of its facts in braces.
        hint: What to do, where the message doesn't say.
        severity: How grave it is.
    """

    code: str
    says: str
    hint: str = ""
    severity: Severity = Severity.ERROR


FAULTS: Mapping[str, Fault] = {
    "wrong_shape": Fault("HK101", "expected {wanted}, not {got}"),
    "list_for_text": Fault(
        "HK101",
        "expected a text, not a list",
        hint='if the list belongs to a text, write "|" behind its key, and all of it below',
    ),
    "no_value": Fault("HK101", "{what} has no value; fill it in, or remove the key"),
    "too_short": Fault("HK101", "{what} needs at least one entry"),
    "unknown_key": Fault("HK102", 'unknown key "{key}"{meant}'),
    "comma_in_braces": Fault(
        "HK102", 'unknown key "{key}"', hint="put a text with a comma in quotes within braces"
    ),
    "text_as_key": Fault(
        "HK102",
        'unknown key "{key}"{meant}',
        hint='no key has spaces; if it belongs to a text, write "|" behind the key of that text, '
        "and all of it below, indented",
    ),
    "missing": Fault("HK103", '"{key}" is missing'),
    "no_kind_of_address": Fault("HK103", 'one of "email", "web", "post" and "phone" is missing'),
    "not_among": Fault("HK104", '"{given}" is not one of {allowed}{meant}'),
    "not_known": Fault("HK104", '"{given}" is unknown{meant}'),
    "bad_id": Fault(
        "HK105", '"{given}" is no id; write lower-case letters a-z, digits and single hyphens'
    ),
    "reserved_id": Fault(
        "HK105", '"{given}" is a name that Windows keeps to itself; choose another'
    ),
    "long_id": Fault(
        "HK105", '"{given}" has {length} characters; write at most {most}, as it names a folder'
    ),
    "bad_email": Fault("HK106", '"{given}" is not an e-mail address'),
    "named_email": Fault(
        "HK106", '"{given}" is more than an e-mail address; write what stands between < and >'
    ),
    "several_emails": Fault(
        "HK106", '"{given}" is not one e-mail address; give each address an entry of its own'
    ),
    "unsafe_email": Fault(
        "HK106",
        '"{given}" has a sign before the @ that mail programs take for something else; '
        "use another address",
    ),
    "bad_web_address": Fault(
        "HK107", '"{given}" is not a web address; write it in full, from https://'
    ),
    "login_in_web_address": Fault(
        "HK107", '"{given}" hides its host, {host}, behind an @; write it without what stands there'
    ),
    "bad_day": Fault("HK108", '"{given}" is not a day; write year-month-day, as {example}'),
    "bad_moment": Fault(
        "HK108",
        '"{given}" is not a day or a time; write {example}, or {example} 12:00',
    ),
    "no_such_day": Fault("HK108", '"{given}" is not in the calendar; check month and day'),
    "no_such_time": Fault("HK108", '"{given}" is no time of day; write 00:00 to 23:59'),
    "far_year": Fault("HK108", '"{given}" is too far away; write a year from {first} to {last}'),
    "empty_text": Fault("HK109", "{what} is empty; fill it in, or remove the key"),
    "nothing_said": Fault("HK109", "{what} says nothing; give a name, a title or a unit"),
    "unknown_issuer": Fault("HK110", 'no issuer "{given}"{meant}'),
    "unknown_unit": Fault(
        "HK111",
        'the issuer "{issuer}" has no unit "{given}"{meant}',
        hint="add it under units, or write it out here: {name: …}",
    ),
    "unknown_list": Fault("HK112", 'no recipient list "{given}"{meant}'),
    "id_twice": Fault("HK113", '"{given}" stands here and at {first}; give one of them another id'),
    "no_file": Fault(
        "HK114", 'there is no file "{given}"; a path begins in the folder of the file it stands in'
    ),
    "no_picture": Fault(
        "HK114",
        '"{given}" is no whole PNG or JPEG picture of at most {most} MB; save the logo as one',
    ),
    "list_loop": Fault("HK115", 'the recipient list "{given}" holds itself: {chain}'),
    "no_language": Fault(
        "HK116", "{what} has no text in {language}, which the hearing is written in"
    ),
    "issuer_no_language": Fault(
        "HK116", "{what} has no text in {language}, which a hearing of this issuer is written in"
    ),
    "outside": Fault("HK117", '"{given}" leads out of the workspace'),
    "literal_markup": Fault(
        "HK118", "{what} is printed as it stands; {instead}", severity=Severity.WARNING
    ),
    "bad_name": Fault("HK119", "{problem}", hint="hearingkit explain names lists the names"),
    "bad_template": Fault("HK119", "can't be filled: {problem}"),
    "not_listed": Fault("HK120", '"{given}" is not in the recipient list "{list}"{meant}'),
    "bad_pattern": Fault(
        "HK121", '"{given}" is not a date pattern with day, month and year, as dd.MM.yyyy'
    ),
    "too_many": Fault(
        "HK122",
        "holds more than {most} recipients; does a list stand in it again and again?",
    ),
    "too_deep": Fault(
        "HK122", "lists are held by lists more than {most} deep; take some of the steps away"
    ),
    "no_rule": Fault("HK123", 'no rule "{given}" whose warnings can be accepted{meant}'),
    "error_accepted": Fault("HK124", "{given} is an error, which can't be accepted; mend it"),
    "needless_accept": Fault(
        "HK125",
        "{given} is accepted, but nothing is found that needs it; remove the line",
        severity=Severity.NOTE,
    ),
}
"""Every kind of fault that the model finds."""


def finding(kind: str, place: Place, **facts: object) -> Finding:
    """Return a finding of a kind in ``FAULTS``, its message filled with facts."""
    fault = FAULTS[kind]
    told = {name: _told(name, fact) for name, fact in facts.items()}
    return Finding(place, fault.code, fault.severity, fault.says.format_map(told), hint=fault.hint)


def named(site: Site) -> str:
    """Return what a value is called in a message: by its key, where it has one."""
    path = site.source.known_path(site.path)
    return f'"{visible(path[-1])}"' if path and isinstance(path[-1], str) else "the entry"


def visible(text: str) -> str:
    """Return what a user wrote, for a message: short, on one line, with no sign unseen."""
    return "".join(
        sign if sign.isprintable() or sign == "\u00a0" else f"\\u{ord(sign):04x}"
        for sign in shortened(text)
    )


def _told(name: str, fact: object) -> object:
    return visible(fact) if isinstance(fact, str) and name in _WHAT_USER_WROTE else fact
