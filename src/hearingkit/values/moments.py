"""A day in words: the whole of it, and its parts."""

from hearingkit.frozen import frozen
from hearingkit.language import dates
from hearingkit.language.language import Language
from hearingkit.model.text import Moment


@frozen
class When:
    """A day in words, with its time where it has one; printed with its weekday.

    Attributes:
        full: «fredag den 6. oktober 2023 kl. 12.00».
        long: The same without the weekday.
        date: The day alone: «6. oktober 2023».
        time: «kl. 12.00»; empty where no time is set.
        weekday: «fredag».
        day: «6».
        month: «oktober».
        year: «2023».
        numeric: «06-10-2023».
    """

    full: str
    long: str
    date: str
    time: str
    weekday: str
    day: str
    month: str
    year: str
    numeric: str

    def __str__(self) -> str:
        return self.full


def span(starts: Moment, ends: Moment | None, language: Language) -> str:
    """Return from when to when something lasts: «fredag 6. oktober 2023 kl. 18.00–20.00»."""
    first = when(starts, language).full
    if ends is None or ends.time is None or starts.time is None or ends.day != starts.day:
        return f"{first} – {when(ends, language).full}" if ends else first
    return f"{first}–{dates.hours(ends.time, language)}"


def when(moment: Moment, language: Language) -> When:
    """Return a day, and its time, in the words of a language."""
    day = moment.day
    date = dates.long_date(day, language)
    full = dates.weekday_date(day, language)
    clock = dates.clock(moment.time, language) if moment.time else ""
    return When(
        full=f"{full} {clock}".rstrip(),
        long=f"{date} {clock}".rstrip(),
        date=date,
        time=clock,
        weekday=dates.weekday_names(language)[day.weekday()],
        day=str(day.day),
        month=dates.month_names(language)[day.month - 1],
        year=str(day.year),
        numeric=dates.numeric_date(day, language),
    )


def unknown(blank: str) -> When:
    """Return a day that isn't known yet: a blank in place of it and of its parts, without time."""
    return When(blank, blank, blank, "", blank, blank, blank, blank, blank)
