"""A hearing that gives a value for every name: for the table that ``explain names`` prints."""

from typing import Any, cast

from hearingkit.assets import templates_dir
from hearingkit.language.phrasebook import Phrases
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.source.reader import read
from hearingkit.values.fill import Values
from hearingkit.values.table import Source


def sample_values() -> Values:
    """Return the values of a made-up hearing, in its language: Danish."""
    file, _ = read(templates_dir() / "sample.yaml", "sample.yaml")
    data = cast("Any", file).tree
    (issuer,) = map(Issuer.model_validate, data["issuers"].values())
    (hearing,) = map(Hearing.model_validate, data["hearings"].values())
    language = hearing.language[0]
    return Values(Source(hearing, issuer, language, Phrases.of(language)), lambda _: None)
