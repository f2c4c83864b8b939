"""Periods that are counted in months."""

import calendar
import datetime as dt


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the day of the same number some months on; the month's last where it has none.

    Raises:
        ValueError: If the calendar ends before that, in the year 9999.

    Source:
        Norway: domstolloven § 148. Denmark: forældelsesloven § 27, stk. 1. Both by analogy.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
