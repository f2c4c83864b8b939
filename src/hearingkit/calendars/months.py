"""Add months to a day."""

import calendar
import datetime as dt


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day of the month some months later; the last day if the month is shorter.

    Raises:
        ValueError: If that is after the year 9999.

    Source:
        Norway: domstolloven § 148. Denmark: forældelsesloven § 27, stk. 1. Both by analogy.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
