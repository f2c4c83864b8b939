"""What findings with a code say: one of its messages, filled with facts."""

import itertools

import pytest

from hearingkit.codes import Code, Message, names_in
from hearingkit.findings import Place, standard
from hearingkit.rules.catalogue import catalogue

A_CODE = Code(
    "HK999",
    {
        "": ('no key "{key}"; did you mean "{meant}"?', 'no key "{key}"'),
        "bare": Message("a key is missing"),
    },
    "A key is wrong.\n\nIt has to be mended.\n\nBad:  a\nGood: b",
    source=standard("the alphabet"),
    hint="write another key",
)


@pytest.mark.parametrize(
    ("meant", "said"), [("b", 'no key "a"; did you mean "b"?'), ("", 'no key "a"')]
)
def test_says_the_first_form_whose_facts_are_known(meant: str, said: str) -> None:
    assert A_CODE.finding(Place("a.yaml"), "", {"key": "a", "meant": meant}).message == said


def test_a_message_without_a_hint_of_its_own_has_that_of_its_code() -> None:
    hints = [A_CODE.finding(Place("a.yaml"), one, {"key": "a"}).hint for one in ("", "bare")]

    assert hints == ["write another key", ""]


def test_facts_are_never_read_as_messages() -> None:
    assert A_CODE.finding(Place("a.yaml"), "", {"key": "{meant}"}).message == 'no key "{meant}"'


def test_a_manual_begins_with_its_sentence() -> None:
    assert A_CODE.sentence == "A key is wrong."
    assert A_CODE.details == "It has to be mended.\n\nBad:  a\nGood: b"


@pytest.mark.parametrize("code", catalogue().values(), ids=lambda code: code.code)
def test_each_form_of_a_message_says_less_than_the_one_before(code: Code) -> None:
    for message in code.messages.values():
        for forms in (message.says, message.hint):
            in_forms = [names_in(form) for form in ((forms,) if isinstance(forms, str) else forms)]

            assert all(less < more for more, less in itertools.pairwise(in_forms))
