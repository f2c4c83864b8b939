"""Entries that are passed over: nothing else of the file changes."""

from pathlib import Path

import pytest

from hearingkit.source.reader import read, read_text
from hearingkit.source.sifting import Wanted

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(CORPUS.glob("*/*.yaml"))
TIED = ("first: &a {k: v}\n  second: *a", "first: {k: &a v}\n  second: {k: *a}")


def only(id_: str) -> Wanted:
    return lambda section, key: section != "hearings" or key == id_


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_wanted_is_as_in_the_whole_file(path: Path) -> None:
    whole, _ = read(path, path.name)
    hearings = whole.tree.get("hearings") if whole else None
    for id_ in hearings if isinstance(hearings, dict) else ():
        some, _ = read(path, path.name, only(id_))

        assert whole is not None
        assert some is not None
        assert some.at(("hearings", id_)) == whole.at(("hearings", id_))
        assert some.tree.keys() == whole.tree.keys()
        assert some.values.keys() <= whole.values.keys()
        assert some.keys == {way: whole.keys[way] for way in some.keys}
        starts = {way: span.start for way, span in some.values.items()}
        assert starts == {way: whole.values[way].start for way in some.values}


@pytest.mark.parametrize("text", TIED)
def test_nothing_is_passed_over_that_an_anchor_ties_to_the_rest(text: str) -> None:
    file = f"hearings:\n  {text}\n".encode()

    for wanted in ("first", "second"):
        some, findings = read_text(file, "a.yaml", only(wanted))

        assert some is not None
        assert some.tree == {"hearings": {"first": {"k": "v"}, "second": {"k": "v"}}}
        assert findings == ()


@pytest.mark.parametrize(
    ("hearings", "entry"),
    [
        ("{first: {k: [v, {}]}, second: {k: v}}", None),
        ("\n  first:\n    k: |\n      text\n\n  second: {k: v}", None),
        ("\n  first: text\n  second: {k: v}", "text"),
        ("\n  first: [{k: v}]\n  second: {k: v}", [{"k": "v"}]),
    ],
)
def test_only_mappings_are_passed_over(hearings: str, entry: object) -> None:
    some, findings = read_text(
        f"other: [{{k: {{k: v}}}}]\nhearings: {hearings}\n".encode(),
        "a.yaml",
        only("second"),
    )

    assert some is not None
    assert some.tree == {
        "other": [{"k": {"k": "v"}}],
        "hearings": {"first": entry, "second": {"k": "v"}},
    }
    assert findings == ()
