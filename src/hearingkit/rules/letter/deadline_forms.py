"""A rule on the deadline, which a letter often prints several times."""

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
    says={
        "numbers": '"{text}" gives the deadline in numbers, and the letter gives it in words too',
        "hour": '"{text}" leaves out the hour of the deadline, {hour}, which the letter gives too',
    },
    source=practice("who reads one of two deadlines must not answer too late"),
)
def deadline_in_two_forms(
    dates_for_answers: tuple[DatedText, ...], deadline: Moment, worded_submission: Site | None
) -> Iterator[Breach]:
    """A letter prints its deadline in one form: in words, and with the hour if there is one.

    The formula "submission" prints it so. What is typed into the text may read «05.04.2024», or
    leave out that the day ends at noon; who reads no further answers too late. What a name such as
    ``{{ deadline.date }}`` prints is meant so.

    Bad:  deadline: 2024-04-05 12:00, body: "Høringsfristen er den 5. april 2024."
    Good: deadline: 2024-04-05 12:00, body: "Høringsfristen er {{ deadline }}."
    """
    typed = (one for one in dates_for_answers if one.text.is_typed(one.date.end - 1))
    own = [one for one in typed if one.is_same_day(deadline.day)]
    is_in_formula = worded_submission is None
    if is_in_formula or any(one.date.word for one in own):
        numeric = (one for one in own if not one.date.word)
        yield from limited(one.breach(name_for("deadline"), variant="numbers") for one in numeric)
    if deadline.time and (is_in_formula or any(one.date.time for one in own)):
        hour = f"{deadline.time:%H:%M}"
        bare = (one for one in own if one.date.word and not one.date.time)
        yield from limited(
            one.breach(name_for("deadline"), variant="hour", hour=hour) for one in bare
        )
