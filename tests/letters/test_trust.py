"""Texts of the data are no programs, and templates reach plain values only."""

import dataclasses
import os
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from hearingkit.dispatch.letter import Letter
from hearingkit.errors import TemplateFault
from hearingkit.findings import Finding
from hearingkit.language.language import Language
from hearingkit.letters.context import letter_values
from hearingkit.letters.environment import environment, fill
from hearingkit.letters.own_words import own_words
from hearingkit.letters.sandbox import FILTERS, MOST_BYTES, TESTS
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import find_workspace
from tests.letters.test_templates import _everything
from tests.rendering import Data, findings, render, shipped, written

PICKLE = (
    "{{ draft.parse_raw(\"cos\\nsystem\\n(S'touch pwned'\\ntR.\", "
    'proto="pickle", allow_pickle=true) }}'
)
ENVIRONMENT = (
    '{{ formulas["opening"].environment.template_class('
    "\"{{ cycler.__init__.__globals__.os.popen('touch pwned').read() }}\").render() }}"
)
ESCAPES = (
    PICKLE,
    ENVIRONMENT,
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ cycler.__init__.__globals__.os.popen('touch pwned').read() }}",
    "{{ lipsum.__globals__['os'].popen('touch pwned').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ '{0.__class__}'.format('') }}",
    "{{ title.format_map(draft) }}",
    "{{ title.translate(draft) }}",
    "{{ '%s' % title }}",
    "{{ draft.model_construct }}",
    "{{ draft.__dataclass_fields__ }}",
    "{{ draft.__class__ }}",
    "{{ body.escape.__func__.__globals__ }}",
    "{{ body.unescape() }}",
    "{{ submission.each.__class__ }}",
    "{{ submission.each.count }}",
    "{{ self.opening._context }}",
    "{{ self.opening.super._stack }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% for x in 'ab' %}{{ loop._iterator }}{% endfor %}",
    "{% for x in 'ab' %}{{ loop.cycle.__func__ }}{% endfor %}",
    "{% for x in 'ab' %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{{ title.__add__.__self__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ url_for.__globals__ }}",
    "{{ request.application.__globals__ }}",
    "{{ config }}",
    "{{ dict(a=1) }}",
    "{{ range(3) }}",
    "{{ title|map('upper')|list }}",
    "{{ title|random }}",
    "{{ title|pprint }}",
    "{{ title|xmlattr }}",
    "{{ title is callable }}",
    "{% import 'letter' as x %}{{ x.__init__ }}",
    "{% set x = self %}{{ x['_TemplateReference__context'] }}",
)
TOO_MUCH = (
    "{{ title * 1000000000 }}",
    "{{ 2 ** 10 ** 10 }}",
    "{{ title.center(1000000000) }}",
    "{{ title.ljust(1000000000) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ lipsum(n=100000) }}",
    "{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}",
    f"{{% set x = title ~ title %}}{'{% set x = x ~ x ~ x ~ x %}' * 40}",
    f"{'{% set x %}{{ x }}{{ x }}{{ title }}{% endset %}' * 60}".replace("{{ x }}", "", 2),
    "{% set s = title ~ title ~ title ~ title %}"
    + "".join(f"{{% for x{n} in s %}}" for n in range(8))
    + "a"
    + "{% endfor %}" * 8,
    "{% set s = title ~ title ~ title ~ title %}"
    + "".join(f"{{% for x{n} in s if false or x{n} %}}" for n in range(8))
    + "{% endfor %}" * 8,
    "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% macro m(n) %}{% if n < 30 %}{{ m(n + 1) }}{{ m(n + 1) }}{% endif %}{% endmacro %}"
    "{{ m(0) }}",
    "{{ self.thanks() }}{{ self.thanks() }}",
    "{% include 'da/invitation.md.j2' %}",
    "{% set a = [title, title] %}{% set a = [a, a] %}{{ a }}",
    "{% for x in 'abc' recursive %}{{ loop('abc') }}{% endfor %}",
)
NOT_COMPILED = (
    '{{ "".x or 1 }}',
    "{% if title %}" * 101 + "{% endif %}" * 101,
    "{% for x in title %}" * 25 + "{% endfor %}" * 25,
    f"{{{{ {'(' * 5000}1{')' * 5000} }}}}",
    f"{{{{ {'not ' * 5000}1 }}}}",
    f"{{{{ {'-' * 5000}1 }}}}",
    f"{{{{ {'title.' * 5000}x }}}}",
    f"{{{{ {' + '.join('1' * 3000)} }}}}",
    f"{{{{ {'9' * 9000} }}}}",
    f"{{{{ {' ~ '.join(['title'] * 3000)} }}}}",
    "{{ {'a': title} }}",
    "{{",
    "{% block x %}",
    "{% macro %}",
    "{{ title|nothing }}",
    "{{ title is nothing }}",
    "{% do 1 %}",
)


def _with_template(block: str, folder: Path) -> tuple[Finding, ...]:
    """Return what is found where a workspace's template says a thing, on its third line."""
    own = folder / "templates" / "letters" / "da"
    own.mkdir(parents=True)
    (own / "invitation.md.j2").write_text(
        '{% extends "builtin/da/invitation.md.j2" %}\n'
        "{% block thanks %}\n" + block + "{% endblock %}",
        "utf-8",
    )
    return findings(_one_hearing(), folder)


def _one_hearing() -> Data:
    data = shipped()
    lists = {"sektorer": data["recipient_lists"]["sektorer"]}
    hearings = {"x": data["hearings"]["kroniske-smerter"]}
    return {**data, "recipient_lists": lists, "hearings": hearings}


@pytest.mark.parametrize("program", ESCAPES + TOO_MUCH + NOT_COMPILED)
def test_a_template_that_reaches_out_or_takes_much_is_one_finding_at_its_line(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    (found,) = _with_template(program, tmp_path)

    assert found.code == "HK119"
    assert found.place.file == "templates/letters/da/invitation.md.j2"
    assert "\n" not in found.message
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("program", ESCAPES + TOO_MUCH + NOT_COMPILED)
def test_a_formula_of_the_data_never_runs(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = _one_hearing()
    data["hearings"]["x"]["wording"] = {"thanks": program}

    assert "HK119" in {one.code for one in findings(data, tmp_path)}
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("program", ESCAPES + TOO_MUCH + NOT_COMPILED)
def test_a_body_never_runs(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = _one_hearing()
    data["hearings"]["x"]["body"] = program

    assert "HK119" in {one.code for one in findings(data, tmp_path)}
    assert not (tmp_path / "pwned").exists()


def test_braces_behind_a_backslash_are_printed(tmp_path: Path) -> None:
    data = _one_hearing()
    data["hearings"]["x"]["body"] = r"\{{ draft.a_draft }} \{% if true %}ja\{# nei #}"
    data["hearings"]["x"]["title"] = r"Om \{{ titler }}"

    letter = render(data, tmp_path, "x")["letter-da.txt"].decode()

    assert "{{ draft.a_draft }} {% if true %}ja{# nei #}" in letter
    assert "Høring af ’Om {{ titler }}’" in letter


PLAIN = (str, int, type(None))


def _assert_plain(value: Any, way: str) -> None:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            _assert_plain(item, f"{way}[{number}]")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(value, field.name, None)
            _assert_plain(getattr(value, field.name), f"{way}.{field.name}")
    else:
        assert type(value) in {*PLAIN, bool, Markup}, f"{way} is a {type(value)}"


@pytest.mark.parametrize("hearing", ["alt", "videresendt"])
def test_all_that_a_template_reaches_is_plain(hearing: str, tmp_path: Path) -> None:
    case = check(find_workspace(written(_everything(), tmp_path))).cases[hearing]
    letter = Letter(case, Language.NB)

    for name, value in vars(letter_values(letter, own_words(letter))).items():
        _assert_plain(value, name)


def test_an_environment_has_no_names_filters_or_tests_but_those_listed() -> None:
    env = environment(None)

    assert env.globals == {}
    ours = {f"{word}_{language}" for word in ("and", "or", "quoted") for language in Language}
    own = {"first_upper", "placed", "worded", *ours}
    assert {name for name in env.filters if " " not in name} == {*FILTERS, *own}
    assert set(env.tests) == set(TESTS)
    assert not env.extensions


def test_a_template_may_loop_join_and_call_macros() -> None:
    env = environment(None)
    text = (
        "{% macro loud(x) %}{{ x|upper if false else x.upper() }}!{% endmacro %}"
        "{% for x in items if x != 'b' %}{{ loop.index + 1 }} {{ loud(x) }}"
        "{{ '' if loop.last else ', ' }}{% endfor %} {{ items|and_nb }} {{ 'æ' ~ '&' ~ 1 }}"
    ).replace("x|upper if false else ", "")

    assert fill(env, text, "x", {"items": ("a", "b", "c")}) == ("2 A!,3 C! a, b og c æ\\&1")


def _linked(folder: Path, name: str, target: Path) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("templates/letters/da/invitation.md.j2", "secret.txt"),
        ("templates/letters/da", "."),
        ("templates/letters", "."),
        ("templates", "."),
    ],
)
def test_a_template_that_is_a_link_out_of_the_workspace_is_refused(
    link: str, target: str, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    for name in (
        "secret.txt",
        "invitation.md.j2",
        "da/invitation.md.j2",
        "letters/da/invitation.md.j2",
    ):
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text("root:x:0:0", "utf-8")
    workspace = tmp_path / "inside"
    workspace.mkdir()
    _linked(workspace, link, outside / target)

    (found,) = findings(_one_hearing(), workspace)

    assert found.code == "HK119"
    assert "is a link that leads out of the workspace" in found.message
    assert "root:" not in str(found)


def test_a_link_within_the_workspace_is_followed(tmp_path: Path) -> None:
    (tmp_path / "brev").mkdir()
    (tmp_path / "brev" / "x.j2").write_text('{% extends "builtin/da/invitation.md.j2" %}', "utf-8")
    _linked(tmp_path, "templates/letters/da/invitation.md.j2", tmp_path / "brev" / "x.j2")

    assert findings(_one_hearing(), tmp_path) == ()


def test_a_link_out_of_a_workspace_that_a_link_leads_to_is_reported_too(tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("SECRET: [x\n", "utf-8")
    written(_one_hearing(), tmp_path / "inside")
    _linked(tmp_path / "inside", "data/mer.yaml", tmp_path / "outside.yaml")
    _linked(tmp_path, "way", tmp_path / "inside")

    workspace = find_workspace(tmp_path / "inside", [tmp_path / "way" / "data"])

    assert [one.code for one in check(workspace).report.findings] == ["HK001"]


@pytest.mark.parametrize("link", ["data/mer.yaml", "data/mer", "data"])
def test_data_that_is_a_link_out_of_the_workspace_is_never_read(link: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "hearings.yaml").write_text("SECRET: [x\n", "utf-8")
    workspace = tmp_path / "inside"
    workspace.mkdir()
    if link != "data":
        written(_one_hearing(), workspace)
    (workspace / "hearingkit.toml").write_text("", "utf-8")
    _linked(workspace, link, outside / "hearings.yaml" if link.endswith("yaml") else outside)

    report = check(find_workspace(workspace)).report

    assert "SECRET" not in str(report)
    if link != "data/mer":  # folders in data are not read yet
        assert [one.code for one in report.findings] == ["HK001"]
        assert "leads out of the workspace" in report.findings[0].message


def test_a_template_has_a_size(tmp_path: Path) -> None:
    (found,) = _with_template("a" * MOST_BYTES, tmp_path)

    assert f"is larger than {MOST_BYTES // 1000} kB" in found.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_template_that_is_a_pipe_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "letters" / "da"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "invitation.md.j2")

    assert findings(_one_hearing(), tmp_path) == ()


def test_what_a_template_takes_is_counted_anew_for_each_letter() -> None:
    env = environment(None)
    text = "{% for x in items %}{{ x }}{% endfor %}"
    values = {"items": tuple("ab" * 10_000)}

    for _ in range(20):
        fill(env, text, "x", values)
    with pytest.raises(TemplateFault, match="more steps than a letter needs"):
        fill(env, text, "x", {"items": tuple("ab" * 100_000)})
