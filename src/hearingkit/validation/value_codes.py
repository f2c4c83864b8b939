"""The codes HK101 to HK109: values that are not written as the model asks."""

import functools
from collections.abc import Mapping
from typing import Final

from hearingkit.codes import Code, Forms, Message, by_code
from hearingkit.findings import standard

data_code: Final = functools.partial(
    Code, source=standard("the shape of hearing data: hearingkit schema")
)


def not_there(what: str, advice: str = "") -> Mapping[str, Forms]:
    """Return the messages for an id that nothing has: they name the one that is meant, and others.

    Args:
        what: What there is not.
        advice: What to do where there are none at all.
    """
    near = f'{what}; did you mean "{{meant}}"?'
    alone = f"{what}; {advice}" if advice else what
    of_several = (f"{near} there are: {{known}}", f"{what}; there are: {{known}}", alone)
    return {"": near, "of_several": of_several}


def not_among_entries(kind: str, what: str, advice: str) -> Mapping[str, Forms]:
    """Return the same for what an entry of a list names: the id may be that of another kind."""
    other = f'there is no {kind} "{{given}}", but a {{key}}; write {{{{{{key}}: {{given}}}}}}'
    return {**not_there(what, advice), "elsewhere": other}


OF_VALUES: Final = by_code(
    data_code(
        "HK101",
        {
            "keys_not_list": "expected keys with values, not a list; write {example}",
            "keys_not_text": 'expected keys with values, not the text "{given}"; write {example}',
            "text_or_keys_not_list": (
                "expected a text, or keys with values, not a list; write {example}"
            ),
            "list_not_keys": (
                "expected a list, not keys with values; write {example}",
                "expected a list, not keys with values",
            ),
            "list_not_text": 'expected a list, not the text "{given}"; write {example}',
            "text_not_keys": (
                "expected a text, not keys with values; write {example}",
                "expected a text, not keys with values",
            ),
            "text_not_list": (
                "expected a text, not a list; write {example}",
                "expected a text, not a list",
            ),
            "text_not_listed": Message(
                "expected a text, not a list",
                'if the list belongs to a text, write "|" behind its key, and all of it below',
            ),
            "flag_not_keys": "expected true or false, not keys with values",
            "flag_not_list": "expected true or false, not a list",
            "flag_not_text": (
                'expected true or false, not the text "{given}"; did you mean {meant}?',
                'expected true or false, not the text "{given}"',
            ),
            "day_not_keys": "expected a day, not keys with values; write {example}",
            "day_not_list": "expected a day, not a list; write {example}",
            "ids_not_list": "expected ids with their content, not a list; write {example}",
            "ids_not_text": (
                'expected ids with their content, not the text "{given}"; write {example}'
            ),
            "no_value": (
                '"{holder}" has no value; fill it in, as {example}, or remove the key',
                '"{holder}" has no value; fill it in, or remove the key',
                "the entry has no value; fill it in, or remove the key",
            ),
            "no_entry": (
                '"{holder}" needs at least one entry; write {example}',
                '"{holder}" needs at least one entry',
                "the entry needs at least one entry",
            ),
            "long": (
                '"{holder}" has {length} characters; write at most {most}',
                "the entry has {length} characters; write at most {most}",
            ),
        },
        """\
A value has the wrong shape, or there is none.

Some keys want a text, some a list, some keys of their own; and a key without a value says nothing.
Where nothing is to be said, remove the key. A name, a title or another line has no more than 1000
characters, a web address no more than 2000.

Bad:  recipients: KL
Good: recipients: [KL]
""",
    ),
    data_code(
        "HK102",
        {
            "": 'unknown key "{key}"; did you mean "{meant}"?',
            "deeper": 'unknown key "{key}"; did you mean "{meant}" below "{holder}"?',
            "deeper_in_some": (
                'unknown key "{key}"; did you mean "{meant}" below one of these: {holders}?'
            ),
            "far": (
                'unknown key "{key}"; the keys that can stand here: {known}',
                'unknown key "{key}"; all keys that can stand here do already',
            ),
            "comma_in_braces": Message(
                'unknown key "{key}"', "put a text with a comma in quotes within braces"
            ),
            "text": Message(
                ('unknown key "{key}"; did you mean "{meant}"?', 'unknown key "{key}"'),
                'no key has spaces; if it belongs to a text, write "|" behind the key of that '
                "text, and all of it below, indented",
            ),
        },
        """\
A key is not known.

Mostly it is misspelt, or stands one level too high or too deep. Nothing is ever passed over in
silence.

Bad:  {name: KL, adress: Weidekampsgade 10}
Good: {name: KL, address: Weidekampsgade 10}
""",
    ),
    data_code(
        "HK103",
        {
            "": '"{key}" is missing',
            "address": 'one of "email", "web", "post" and "phone" is missing',
        },
        """\
A key is missing that there must be.

A hearing needs language, issuer, kind, title, deadline, recipients and submission; an issuer name,
country and kind; a recipient a name.

Bad:  {email: kl@kl.example}
Good: {name: KL, email: kl@kl.example}
""",
    ),
    data_code(
        "HK104",
        {
            "": (
                '"{given}" is not one of {allowed}; did you mean "{meant}"?',
                '"{given}" is not one of {allowed}',
            ),
            "of_many": '"{given}" is unknown; did you mean "{meant}"?',
        },
        """\
A word is not among those to choose from.

The message lists them, or proposes the nearest. Upper and lower case count.

Bad:  country: dk
Good: country: DK
""",
    ),
    data_code(
        "HK105",
        {
            "": '"{given}" is no id; write lower-case letters a-z, digits and single hyphens',
            "reserved": '"{given}" is a name that Windows keeps to itself; choose another',
            "long": (
                '"{given}" has {length} characters; write at most {most}, as it names a folder'
            ),
        },
        """\
An id is not written as ids are.

An id names folders and files on every computer: a-z, digits and single hyphens, 60 characters at
most. æ, ø and å become ae, oe and aa by custom.

Bad:  hearings: {Høring 2025: …}
Good: hearings: {hoering-2025: …}
""",
    ),
    data_code(
        "HK106",
        {
            "": '"{given}" is not an e-mail address',
            "named": (
                '"{given}" is more than an e-mail address; write {meant}',
                '"{given}" is more than an e-mail address; write what stands between < and >',
            ),
            "several": (
                '"{given}" is not one e-mail address; write {meant}',
                '"{given}" is not one e-mail address; '
                "give each address an entry of its own, or the first alone where no list can stand",
            ),
            "unsafe": (
                '"{given}" has a sign before the @ that mail programs take for something else; '
                "use another address"
            ),
            "mixed": '"{given}" mixes alphabets: "{sign}" is {name}; type the address anew',
        },
        """\
An e-mail address is none, or can't be used as it stands.

Only the address itself, without a name; several go into a list. Signs that mail programs take for
something else are refused even where the standard has them.

Bad:  email: KL <kl@kl.example>
Good: email: kl@kl.example
""",
    ),
    data_code(
        "HK107",
        {
            "": '"{given}" is not a web address; write it in full, from https://',
            "near": '"{given}" is not a web address; write {meant}',
            "mailbox": '"{given}" is a mailbox; it belongs under a key "email"',
            "wrapped": '"{given}" is more than a web address; write {meant}',
            "name": '"{given}" names a value, which only texts may; write the address in full',
            "sign": '"{given}" has "{sign}" in it, which no link can hold; write {written} instead',
            "host": (
                '"{given}" has "{sign}" in the name of its site, where none can be; check that name'
            ),
            "login": (
                '"{given}" hides its host, {host}, behind an @; write it without what stands there'
            ),
            "mixed": '"{given}" mixes alphabets: "{sign}" is {name}; type the address anew',
        },
        """\
A web address is none, or not whole.

Write it from https:// on, as the browser shows it; without a user's name before the host.

Bad:  url: www.sst.example
Good: url: https://www.sst.example
""",
    ),
    data_code(
        "HK108",
        {
            "day": '"{given}" is not a day; write year-month-day, as {example}',
            "moment": '"{given}" is not a day or a time; write {example}, or {example} 12:00',
            "other_form": '"{given}" is not written as days are read here; write {meant}',
            "no_year": '"{given}" names no year; write {meant}, with the year in place of yyyy',
            "weekday": '"{given}" names a weekday, but {day} is a {day:%A}; write the day meant',
            "no_such_day": '"{given}" is not in the calendar; check month and day',
            "no_such_time": '"{given}" is no time of day; write 00:00 to 23:59',
            "midnight": '"{given}" is no time of day; write {day} 23:59, or the day alone',
            "far_year": '"{given}" is too far away; write a year from {first} to {last}',
        },
        """\
A day or a time is not written as hearingkit reads it, or isn't in the calendar.

Year, month and day, so that nobody takes the month for the day; a time follows with a space.

Bad:  deadline: 6.10.2023 kl. 12
Good: deadline: 2023-10-06 12:00
""",
    ),
    data_code(
        "HK109",
        {
            "": (
                '"{holder}" is empty; fill it in, or remove the key',
                "the entry is empty; fill it in, or remove the key",
            ),
            "nothing_said": (
                '"{holder}" says nothing; give a name, a title or a unit',
                "the entry says nothing; give a name, a title or a unit",
            ),
        },
        """\
A text is empty, or nothing of it can be seen.

Where nothing is to be said, remove the key. Only case numbers may be empty: then the label is
printed alone.

Bad:  title: ""
Good: title: Forskrift om slam
""",
    ),
)
