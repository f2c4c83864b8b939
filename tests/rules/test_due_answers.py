"""Which sentences ask for answers by a day, and which have a day for something else."""

import datetime as dt
from pathlib import Path
from typing import Final

import pytest
from tests.judging import sound_cases
from tests.yaml12 import load

from hearingkit.rules.run import judge
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

SENTENCES: Final = load(Path(__file__).with_name("due_answers.yaml").read_text("utf-8"))
HEARING: Final = """\
issuers:
  i: {{name: Prøveetaten, country: "NO", kind: state, email: post@proeve.example}}
hearings:
  h:
    language: {language}
    issuer: i
    kind: guidance
    title: Prøve
    sent: 2026-08-20
    deadline: 2026-11-25
    recipients: [{{name: Riksarkivet, email: post@arkiv.example}}]
    submission: {{addresses: [{{email: post@proeve.example}}]}}
    electronically_approved: true
    body: |
      {body}
"""


def tells_of_another_deadline(language: str, body: str) -> bool:
    source, faults = read_text(HEARING.format(language=language, body=body).encode(), "h.yaml")
    assert source is not None, faults
    book, _ = validate([source])
    (case,) = sound_cases(book, dt.date(2026, 9, 1))
    return "HK403" in {one.code for one in judge(case).findings}


def sentences(kind: str) -> list[tuple[str, str]]:
    return [(language, one) for language, each in SENTENCES[kind].items() for one in each]


@pytest.mark.parametrize(("language", "body"), sentences("asks"))
def test_answers_are_asked_for(language: str, body: str) -> None:
    assert tells_of_another_deadline(language, body)


@pytest.mark.parametrize(("language", "body"), sentences("others"))
def test_something_else_has_a_day(language: str, body: str) -> None:
    assert not tells_of_another_deadline(language, body)
