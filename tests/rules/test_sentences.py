"""Sentences as letters have them, each alone in a body: the wrong ones are found, no others."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from tests.judging import sound_cases
from tests.yaml12 import load

from hearingkit.rules.run import judge
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

FILES: Final = sorted(Path(__file__).parent.glob("sentences_*.yaml"))
SENTENCES: Final = [load(file.read_text("utf-8")) for file in FILES]
LINES: Final = """\
issuers:
  i:
    name: {issuer}
    country: "{country}"
    kind: {ikind}
    email: post@etaten.example
    address: [{address}]
hearings:
  h:
    language: {language}
    issuer: i
    kind: {kind}
    title: {title}
    sent: {sent}
    deadline: {deadline}
    references: {{ours: {ours}}}
    recipients:
      placement: {placement}
      entries: [{{name: Lærerlaget, email: post@larerlaget.example}}]
    submission: {{addresses: [{{email: svar@etaten.example}}]}}
    electronically_approved: true
    signatories: [{{title: Direktør}}]
"""
USUAL: Final = {"ikind": "state", "placement": "inline"}
OWN: Final = {
    "da": {"country": "DK", "address": "Torvet 1, 1000 København K"},
    "nb": {"country": "NO", "address": "Postboks 1, 0001 Oslo"},
    "nn": {"country": "NO", "address": "Postboks 1, 0001 Oslo"},
}


def sentences(verdict: str) -> list[tuple[str, Mapping[str, Any], str]]:
    """Return the wrong or the right ones, each with its language and what its hearing has."""
    return [
        (language, {**own["data"], **own["variants"].get(theme.rpartition("/")[0], {})}, one)
        for by_language in SENTENCES
        for language, own in by_language.items()
        for theme, each in own[verdict].items()
        for one in each
    ]


def found(language: str, data: Mapping[str, Any], body: str) -> list[str]:
    """Return what is told of a body, which stands last in its hearing."""
    head = LINES.format(**{**USUAL, **OWN[language], **data, "language": language})
    more = [data["extra"]] if "extra" in data else []
    more += [f"in_force: {data['in_force']}"] if "in_force" in data else []
    lines = [*head.splitlines(), *(f"    {one}" for one in more), "    body: |"]
    text = "\n".join([*lines, *(f"      {line}" for line in body.splitlines())])
    source, faults = read_text(text.encode(), "h.yaml")
    assert source is not None, faults
    book, faults = validate([source])
    (case,) = sound_cases(book, dt.date(2020, 1, 1))
    findings = (*faults, *judge(case).findings)
    return [f"{one.code} {one.message}" for one in findings if one.place.line > len(lines)]


@pytest.mark.parametrize(("language", "data", "body"), sentences("wrong"))
def test_what_is_wrong_is_found(language: str, data: Mapping[str, Any], body: str) -> None:
    assert found(language, data, body)


@pytest.mark.parametrize(("language", "data", "body"), sentences("right"))
def test_what_is_right_is_let_alone(language: str, data: Mapping[str, Any], body: str) -> None:
    assert found(language, data, body) == []
