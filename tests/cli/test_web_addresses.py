"""Web addresses as a browser shows them: written as a link holds them, or the sign is named."""

from pathlib import Path

import pytest
from tests.workspaces import a_workspace, in_process


def at(address: str) -> dict[str, object]:
    """Return the changes of a hearing that is shown and answered at an address."""
    return {
        "portal": {"name": "Sidene", "url": address},
        "submission": {"addresses": [{"web": address, "name": "skjemaet"}]},
    }


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("saker?id={12}|x", "saker?id=%7B12%7D%7Cx"),
        ("{a}/b#{c}", "%7Ba%7D/b#%7Bc%7D"),
        ("a^b`c", "a%5Eb%60c"),
    ],
)
def test_what_browsers_show_is_written_as_links_hold_it(
    tmp_path: Path, shown: str, written: str
) -> None:
    a_workspace(tmp_path, **at(f"https://etaten.example/{shown}"))

    done = in_process("render", "-w", tmp_path, "-f", "html", "-o", tmp_path / "out")

    assert done.exit_code == 0, done.output
    letter = next((tmp_path / "out").rglob("letter*.html")).read_text("utf-8")
    assert letter.count(f'href="https://etaten.example/{written}"') == 2


@pytest.mark.parametrize(
    ("address", "sign", "written"),
    [
        ("https://etaten.example/en side", " ", "%20"),
        ("https://etaten.example/<b>", "<", "%3C"),
    ],
)
def test_a_sign_that_no_link_can_hold_is_named(
    tmp_path: Path, address: str, sign: str, written: str
) -> None:
    a_workspace(tmp_path, **at(address))

    done = in_process("validate", tmp_path / "data")

    said = f'"{address}" has "{sign}" in it, which no link can hold; write {written} instead'
    assert done.stdout.count(f"HK107 error: {said}") == 2


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("https://etaten.example\\a\\b", "https://etaten.example/a/b"),
        ("https:/etaten.example/a", "https://etaten.example/a"),
        ("http:\\\\etaten.example", "https://etaten.example"),
        ("htps://etaten.example", "https://etaten.example"),
        ("https//etaten.example", "https://etaten.example"),
        ("etaten.example/{1}", "https://etaten.example/{1}"),
        ("www.etaten.example", "https://www.etaten.example"),
    ],
)
def test_a_mistyped_beginning_is_answered_by_the_address(
    tmp_path: Path, mistyped: str, meant: str
) -> None:
    a_workspace(tmp_path, **at(mistyped))

    done = in_process("validate", tmp_path / "data")

    said = f'HK107 error: "{mistyped}" is not a web address; write {meant}\n'
    assert done.stdout.count(said) == 2


@pytest.mark.parametrize("address", ["a.no", "{}", "https://", r"\\server\felles\sak.pdf"])
def test_what_has_no_host_is_no_address(tmp_path: Path, address: str) -> None:
    a_workspace(tmp_path, **at(address))

    done = in_process("validate", tmp_path / "data")

    assert "HK107" in done.stdout
    assert "is not a web address; write it in full, from https://" in done.stdout


@pytest.mark.parametrize(("address", "sign"), [("https://{a}.no/b", "{"), ("https://a|b.no", "|")])
def test_a_host_holds_no_such_sign(tmp_path: Path, address: str, sign: str) -> None:
    a_workspace(tmp_path, **at(address))

    done = in_process("validate", tmp_path / "data")

    assert f'HK107 error: "{address}" has "{sign}" in the name of its site' in done.stdout
