"""The smallest right example of each part of a hearing file, as its schema has it."""

import pytest
import yaml

from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.source.file import TreePath
from hearingkit.validation.examples import example_at

IN_HEARING = ("hearings", "proever")


@pytest.mark.parametrize(
    ("path", "example"),
    [
        (("issuers",), "{…: {name: …, country: DK, kind: state}}"),
        (("recipient_lists", "faste"), "[{name: …, email: …}]"),
        ((*IN_HEARING, "language"), "da"),
        ((*IN_HEARING, "title"), ""),
        ((*IN_HEARING, "deadline"), "2026-05-04"),
        ((*IN_HEARING, "recipients"), "[{name: …, email: …}]"),
        ((*IN_HEARING, "recipients", "entries", 2), "{name: …, email: …}"),
        ((*IN_HEARING, "recipients", "entries", 2, "<recipient>", "copy"), "true"),
        ((*IN_HEARING, "submission"), "{addresses: [{email: …}]}"),
        ((*IN_HEARING, "signatories"), "[{name: …}]"),
        ((*IN_HEARING, "portal"), "{name: …, url: …}"),
        (("issuers", "etaten", "units"), "{…: {name: …, phone: …}}"),
        (("issuers", "etaten", "units", "jura"), "{name: …, phone: …}"),
    ],
)
def test_shows_what_may_stand_at_a_place(path: TreePath, example: str) -> None:
    assert example_at(path) == example


def test_leaves_the_parts_of_a_long_example_open() -> None:
    assert example_at(IN_HEARING).endswith(", recipients: […], submission: {…}}")


@pytest.mark.parametrize(
    ("section", "keys"), [("hearings", Hearing.keys()), ("issuers", Issuer.keys())]
)
def test_is_yaml_on_one_short_line(section: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        example = example_at((section, "proever", key))

        assert len(example) <= 120
        assert yaml.safe_load(f"{key}: {example}")[key] or not example
