"""Texts and days as a caseworker writes them in YAML."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from hearingkit.language.dates import check_pattern
from hearingkit.language.language import Language
from hearingkit.language.properties import LanguageProperties
from hearingkit.model import json_types
from hearingkit.model.base import Checked, ReadBy, Value, error_of, value_fault
from hearingkit.patterns import late_pattern
from hearingkit.texts.roles import Printed, Role
from hearingkit.texts.typed_dates import typed_date

_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_RESERVED = late_pattern(json_types.RESERVED)
LONGEST_LINE = 1000
"""Characters of a name, a title or another line: the titles of laws have some hundred."""
LONGEST_ID = 60
"""Characters of an id: it names folders and files, and paths are short on Windows."""
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"([0-9]{2}[:.][0-9]{2})(?:[:.]00)?"
_TIME = late_pattern(_CLOCK)
_HOUR = late_pattern(r"(?:[Kk]l\.?\s*)?([01]?[0-9]|2[0-3])(?:[:.]([0-5][0-9])(?:[:.][0-5][0-9])?)?")
"""A time of day in other forms: ``20``, ``kl. 8``, ``9:30``."""
_MOMENT = late_pattern(rf"({_DAY})(?:[T ] *{_CLOCK})?")
_A_DAY = "2023-10-06"
_YEARS = range(2000, 2101)  # the calendar of holidays ends there


def is_blank(text: str) -> bool:
    """Return whether nothing of a text can be seen: it is empty, space, or invisible signs."""
    return not any(sign.isprintable() and sign != " " for sign in text)


def not_blank(text: str) -> str:
    """Return the text.

    Raises:
        PydanticCustomError: If nothing of it can be seen.
    """
    if is_blank(text):
        raise value_fault("HK109")
    return text


def not_long(text: str, most: int) -> str:
    """Return the text.

    Raises:
        PydanticCustomError: If it has more characters than that.
    """
    if len(text) > most:
        raise value_fault("HK101", "long", length=len(text), most=most)
    return text


def _one_line(text: str) -> str:
    return _maybe_empty(not_blank(text))


def _maybe_empty(text: str) -> str:
    """Return the text on one line; a hard space stays, and no letter is split in two signs."""
    not_long(text, LONGEST_LINE)
    line = " ".join(re.split(r"[ \t\r\n]+", text)).strip(" ")
    line = unicodedata.normalize("NFC", line)
    return text if line == text else line  # the same text is held once


def _prose(text: str) -> str:
    return not_blank(text).strip("\r\n")


def _id(text: str) -> str:
    if not re.fullmatch(_ID, text):
        raise value_fault("HK105", given=text)
    if _RESERVED.fullmatch(text):
        raise value_fault("HK105", "reserved", given=text)
    if len(text) > LONGEST_ID:
        raise value_fault("HK105", "long", given=text, length=len(text), most=LONGEST_ID)
    return text


def _day(given: object) -> dt.date:
    if isinstance(given, dt.date):
        return given
    if not isinstance(given, str):
        raise error_of("day_type")
    text = not_blank(given).strip()
    if not re.fullmatch(_DAY, text):
        raise _unread(text, "day")
    return _in_calendar(text)


def _in_calendar(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise value_fault("HK108", "no_such_day", given=text) from None
    if day.year not in _YEARS:
        raise value_fault("HK108", "far_year", given=text, first=_YEARS[0], last=_YEARS[-1])
    return day


def _unread(text: str, kind: str) -> PydanticCustomError:
    """Return the fault of a text that is not written as days are: that day as it should be.

    Args:
        text: As written.
        kind: ``day``, or ``moment`` where a time may follow.
    """
    typed = typed_date(text)
    if typed is None or not (typed.year or typed.is_whole):
        return value_fault("HK108", kind, given=text, example=_A_DAY)
    if typed.year is None:
        meant = f"yyyy-{typed.month:02}-{typed.day:02}"
        return value_fault("HK108", "no_year", given=text, meant=meant)
    if typed.date is None:
        return value_fault("HK108", "no_such_day", given=text)
    if kind == "moment" and not typed.is_whole:
        return value_fault("HK108", kind, given=text, example=typed.date)
    day = _in_calendar(f"{typed.date}")
    if typed.weekday not in {None, day.weekday()}:
        return value_fault("HK108", "weekday", given=text, day=day)
    moment = Moment(day=day, time=typed.time if kind == "moment" else None)
    return value_fault("HK108", "other_form", given=text, meant=str(moment))


def _pattern(text: str) -> str:
    try:
        check_pattern(text)
    except ValueError:
        raise value_fault("HK121", given=text) from None
    return text


Unprinted = Annotated[str, Checked(_one_line, json=json_types.LINE)]
"""Text on one line that no reader sees: a file, a reason for a colleague; never empty."""
Line = Annotated[Unprinted, Printed(Role.LINE)]
"""Text on one line; never empty."""
MaybeEmpty = Annotated[
    str,
    Checked(_maybe_empty, json=json_types.MAYBE_EMPTY),
    Printed(Role.LINE),
]
"""Text on one line that may be empty: a label printed without a value."""
Prose = Annotated[str, Checked(_prose, json=json_types.TEXT), Printed(Role.FORMULA)]
"""Markdown; never empty."""
Id = Annotated[str, Checked(_id, json=json_types.ID)]
"""Lower-case letters, digits and hyphens: also the name of a folder."""
Reference = Unprinted
"""The id of something that is described elsewhere; ``links`` looks whether it is there."""
Day = Annotated[dt.date, ReadBy(_day, json=json_types.DAY)]
"""``2023-10-06``."""
DatePattern = Annotated[str, Checked(_pattern, json=json_types.DATE_PATTERN)]
"""A CLDR date pattern: ``dd.MM.yyyy``."""


class _InLanguages(Value):
    """A text for each language, in one at least."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any(getattr(self, language.value) for language in Language):
            raise value_fault("HK109")
        return self


def _in_each_language(
    text: Any,  # noqa: ANN401 (a type that is annotated)
    base: type[_InLanguages] = _InLanguages,
) -> type[_InLanguages]:
    """Return a model with a field for each language, for a kind of text."""
    fields: dict[str, Any] = {
        language.value: (
            text | None,
            Field(None, description=f"in {LanguageProperties.of(language).name}"),
        )
        for language in Language
    }
    return create_model("_InEachLanguage", __base__=base, **fields)


class LineIn(_in_each_language(Line)):  # type: ignore[misc]
    """A line of text for each language."""


class ProseIn(_in_each_language(Prose)):  # type: ignore[misc]
    """Markdown for each language."""


class TextFile(Value):
    """A file with the text: the workspace reads it, and puts its text in place of this."""

    file: Unprinted = Field(description="a Word file (.docx) or Markdown (.md), relative to this")


def _kind_of_words(given: object) -> str:
    is_file = isinstance(given, Mapping) and [*given] == ["file"]
    if is_file or isinstance(given, TextFile):
        return "<file>"
    return "<languages>" if isinstance(given, Mapping | LineIn | ProseIn) else "<text>"


OneLine = Annotated[
    Annotated[Line, Tag("<text>")] | Annotated[LineIn, Tag("<languages>")],
    Discriminator(_kind_of_words),
]
"""A line: one text for all languages, or one each."""
_TextOrFile = Annotated[
    Annotated[Prose, Tag("<text>")] | Annotated[TextFile, Tag("<file>")],
    Discriminator(_kind_of_words),
]


class BodyIn(_in_each_language(_TextOrFile, ProseIn)):  # type: ignore[misc]
    """Markdown, or a file with the text, for each language."""


BodyText = Annotated[
    Annotated[Prose, Tag("<text>")]
    | Annotated[BodyIn, Tag("<languages>")]
    | Annotated[TextFile, Tag("<file>")],
    Discriminator(_kind_of_words),
]
"""Markdown, or a file with the text: one for all languages, or one each."""
Passage = Annotated[
    Annotated[Prose, Tag("<text>")] | Annotated[ProseIn, Tag("<languages>")],
    Discriminator(_kind_of_words),
]
"""Markdown: one text for all languages, or one each."""


def in_language(words: str | LineIn | ProseIn, language: Language) -> str:
    """Return the text in a language; empty where the data has none (``HK116`` finds that)."""
    if isinstance(words, str):
        return words
    text = getattr(words, language.value, None)
    return text if isinstance(text, str) else ""


def texts_of(words: str | LineIn | ProseIn) -> tuple[str, ...]:
    """Return the texts that there are, in the order of the languages; each once."""
    texts = (in_language(words, language) for language in Language)
    return tuple(dict.fromkeys(filter(None, texts)))


def text_files(body: object) -> Iterator[tuple[tuple[str, ...], TextFile]]:
    """Yield each file that is to hold a text, with the way to it: its language, where it has one.

    There are none where their texts were put in place of them.
    """
    if isinstance(body, TextFile):
        yield (), body
    for language in Language if isinstance(body, BodyIn) else ():
        one = getattr(body, language.value)
        if isinstance(one, TextFile):
            yield (language.value,), one


class Moment(Value):
    """A day, and a time where one is set.

    Attributes:
        day: The calendar day in the issuer's country.
        time: To the minute, local time; None means the whole day.
    """

    day: dt.date
    time: dt.time | None = None

    def __str__(self) -> str:
        return f"{self.day}" if self.time is None else f"{self.day} {self.time:%H:%M}"

    def earlier_than(self, other: "Moment") -> bool:
        """Return whether this lies before the other; a day without a time lasts to its end."""
        return _end(self) < _end(other)


def _end(moment: Moment) -> dt.datetime:
    return dt.datetime.combine(moment.day, moment.time or dt.time.max)


def _moment(given: object) -> object:
    if isinstance(given, Moment):
        return given
    if not isinstance(given, str):
        raise error_of("day_type")
    text = not_blank(given).strip()
    matched = _MOMENT.fullmatch(text)
    if matched is None:
        raise _unread(text, "moment")
    day, time = matched.groups()
    return Moment(day=_in_calendar(day), time=_on_clock(time, day) if time else None)


def _on_clock(text: str, day: str = "") -> dt.time:
    """Return a time of day; where a day is given, 24:00 is answered by its last minute."""
    hour, minute = map(int, re.split("[:.]", text))
    if day and (hour, minute) == (24, 0):
        raise value_fault("HK108", "midnight", given=text, day=day)
    try:
        return dt.time(hour, minute)
    except ValueError:
        raise value_fault("HK108", "no_such_time", given=text) from None


DayOrMoment = Annotated[Moment, ReadBy(_moment, json=json_types.MOMENT)]
"""``2023-10-06`` or ``2023-10-06 12:00``."""


def _end_of(given: object, info: ValidationInfo) -> object:
    """Return when something ends; a time alone is one of the day on which it starts."""
    text = given.strip() if isinstance(given, str) else ""
    time = _TIME.fullmatch(text)
    is_number = "." in text  # to an editor, which loses the last zero of 20.30
    if (time is None or is_number) and (hour := _HOUR.fullmatch(text)):
        meant = f"{int(hour[1]):02}:{hour[2] or '00'}"
        raise value_fault("HK108", "other_form", given=text, meant=meant)
    if time is None:
        return _moment(given)
    starts = info.data.get("starts")  # it is missing where it is at fault
    day = starts.day if isinstance(starts, Moment) else dt.date.min
    return Moment(day=day, time=_on_clock(time[1]))


TimeOrMoment = Annotated[
    Moment, BeforeValidator(_end_of), WithJsonSchema(json_types.TIME_OR_MOMENT)
]
"""``20:00``, or ``2023-10-06 20:00``; stands in a model behind a field ``starts``."""


_FLAGS = {
    **dict.fromkeys(("true", "yes", "on", "y"), True),
    **dict.fromkeys(("false", "no", "off", "n"), False),
}
"""What YAML 1.1 or 1.2 takes for true and false, in lower case."""


def _flag(given: Any) -> Any:  # noqa: ANN401 (whatever YAML holds)
    if not isinstance(given, str):
        return given
    if given.lower() not in _FLAGS:
        raise error_of("bool_parsing")
    return _FLAGS[given.lower()]


Flag = Annotated[bool, ReadBy(_flag, json=json_types.FLAG)]
"""``true`` or ``false``."""
