"""A rule on the hour of the deadline, which a letter often prints several times."""

from collections.abc import Iterator

from hearingkit.findings import Severity, limited, practice
from hearingkit.model.text import Moment
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.source.site import Site
from hearingkit.values.table import name_for


@rule(
    "HK714",
    Severity.ERROR,
    says='"{text}" leaves out the hour of the deadline, {hour}, which the letter gives too',
    source=practice("who reads one of two deadlines must not answer too late"),
)
def deadline_without_its_hour(
    dates_for_answers: tuple[DatedText, ...], deadline: Moment, worded_submission: Site | None
) -> Iterator[Breach]:
    """A letter that gives the hour of its deadline gives it wherever it gives the day.

    The formula "submission" prints it with the hour. What is typed into the text may leave out that
    the day ends at noon; who reads no further answers too late. A day in numbers is as good as one
    in words. What a name such as ``{{ deadline.date }}`` prints is meant so.

    Bad:  deadline: 2024-04-05 12:00, body: "Høringsfristen er den 5. april 2024."
    Good: deadline: 2024-04-05 12:00, body: "Høringsfristen er {{ deadline }}."
    """
    if deadline.time is None:
        return
    typed = (one for one in dates_for_answers if one.text.is_typed(one.date.end - 1))
    own = [one for one in typed if one.is_same_day(deadline.day) and not one.last]
    if worded_submission is None or any(one.date.time for one in own):
        hour = f"{deadline.time:%H:%M}"
        bare = (one for one in own if not one.date.time)
        yield from limited(one.breach(name_for("deadline"), hour=hour) for one in bare)
