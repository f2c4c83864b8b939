"""Choosing hearings, refusing those with errors, and the files that come out."""

import datetime as dt
import io
import os
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image
from tests.rendering import Data, written
from tests.workspaces import ID, a_hearing, a_workspace, bytes_below, some_data

from hearingkit.dispatch.letter import Letter
from hearingkit.errors import HasErrors, HearingkitError
from hearingkit.language.language import Language
from hearingkit.workflows.check import check
from hearingkit.workflows.pictures import picture
from hearingkit.workflows.render import RenderRequest, creation_time, render, rendered_files
from hearingkit.workflows.selection import select
from hearingkit.workflows.workspace import find_workspace
from hearingkit.writers import DocumentFormat

MD = RenderRequest(formats=(DocumentFormat.MD,))
BOTH = {"nb": "Forskrift", "nn": "Forskrift"}
HOSTILE_IDS = (
    "../outside",
    "/tmp/outside",
    "a/b",
    "a\\b",
    "..",
    ".",
    "~",
    "con",
    "aux",
    "a b",
    "a.",
    "æ",
    "Proever",
    "c:x",
    "\x00",
    "a\u202eb",
    "x" * 300,
)


def test_renders_every_hearing_in_the_order_of_the_file(tmp_path: Path) -> None:
    paths = render(select(a_workspace(tmp_path, "b", "a")), MD).paths

    assert [path.relative_to(tmp_path / "out").as_posix() for path in paths] == [
        f"{id_}/{name}"
        for id_ in ("b", "a")
        for name in ("letter-nb.md", "recipient-list-nb.md", "recipients.csv", "recipients.json")
    ]


def test_renders_a_hearing_named_twice_once(tmp_path: Path) -> None:
    paths = tuple(render(select(a_workspace(tmp_path, "a", "b"), ["b", "a", "b"]), MD).paths)

    assert [path.parent.name for path in paths[::4]] == ["b", "a"]


@pytest.mark.parametrize("id_", HOSTILE_IDS)
def test_lets_no_id_name_a_folder_outside(tmp_path: Path, id_: str) -> None:
    folder = a_workspace(tmp_path / "workspace", id_)
    before = bytes_below(tmp_path)

    for ids in ((), (id_,)):
        with pytest.raises(HearingkitError, match=r"^(nothing was written|no hearing)"):
            render(select(folder, ids), MD)

    assert bytes_below(tmp_path) == before


@pytest.mark.parametrize(
    "twice",
    [
        {"hearings": {ID: a_hearing(title="Forskrift om noe annet")}},
        {"issuers": {"etaten": {"name": "Andre etaten", "country": "NO", "kind": "state"}}},
        {"recipient_lists": {"alle": ["Vestre kommune"]}},
    ],
    ids=lambda twice: next(iter(twice)),
)
def test_renders_no_hearing_of_which_nobody_can_tell_what_is_meant(
    twice: Data, tmp_path: Path
) -> None:
    data = some_data(recipients=[{"list": "alle"}])
    data["recipient_lists"] = {"alle": ["Østre kommune"]}
    more = written(twice, tmp_path / "more") / "data" / "hearings.yaml"
    more.rename(written(data, tmp_path) / "data" / "more.yaml")

    selection = select(tmp_path, [ID])

    assert "HK113" in {found.code for found in selection.report.findings}
    with pytest.raises(HasErrors):
        selection.sound()


def test_lets_no_two_files_differ_by_case_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name, id_ in (("a", "proever"), ("b", "proever"), ("c", "PROEVER")):
        data = some_data(id_) if name == "a" else {"hearings": {id_: a_hearing()}}
        written(data, tmp_path / "other")
        (tmp_path / "other" / "data" / "hearings.yaml").rename(tmp_path / "data" / f"{name}.yaml")

    selection = select(tmp_path)

    codes = {(found.place.file[-6:], found.code) for found in selection.report.findings}
    assert {("b.yaml", "HK113"), ("c.yaml", "HK105")} <= codes
    with pytest.raises(HasErrors):
        selection.sound()


def test_names_files_in_lower_case_letters_only(tmp_path: Path) -> None:
    workspace = find_workspace(a_workspace(tmp_path, language=["nb", "nn"], title=BOTH))

    names = [
        output.name
        for output in rendered_files(workspace, check(workspace).cases[ID], RenderRequest())
    ]

    assert len(set(names)) == len(names) == 18
    assert all(re.fullmatch(r"[a-z-]+\.[a-z]+", name) for name in names)


def test_refuses_a_hearing_with_an_error_and_writes_nothing(tmp_path: Path) -> None:
    a_workspace(tmp_path, deadline="2026-02-31")

    with pytest.raises(HasErrors):
        render(select(tmp_path), MD)

    assert not (tmp_path / "out").exists()


def broken_and_sound(folder: Path) -> Path:
    data = some_data("sound")
    data["hearings"]["broken"] = a_hearing(deadline="2026-02-31")
    return written(data, folder)


def test_renders_a_sound_hearing_beside_a_broken_one(tmp_path: Path) -> None:
    selection = select(broken_and_sound(tmp_path), ["sound"])

    assert selection.report.findings == ()
    assert len([*render(selection, MD).paths]) == 4


def test_judges_no_more_than_was_asked_for_and_what_it_refers_to(tmp_path: Path) -> None:
    data = some_data("asked", "other", recipients=[{"list": "some"}])
    data["issuers"]["none"] = data["issuers"]["etaten"]
    data["recipient_lists"] = {"some": [{"list": "more"}], "more": ["KS"], "others": ["KS"]}

    checked = check(find_workspace(written(data, tmp_path)), ids=["asked"])

    assert checked.cases.keys() == checked.book.hearings.keys() == {"asked"}
    assert checked.findings_by_hearing.keys() == {"asked"}
    assert checked.book.issuers.keys() == {"etaten"}
    assert checked.book.recipient_lists.keys() == {"some", "more"}
    assert checked.declared == {"asked", "other"}


def test_reports_a_hearing_at_fault_nothing_that_concerns_others_alone(tmp_path: Path) -> None:
    data = some_data("asked", deadline="2026-02-31")
    data["hearings"] |= {"Other": a_hearing(kind="lov"), "other": "ingen"}
    data["issuers"]["none"] = {"name": ""}
    data["recipient_lists"] = {"none": [{"list": "none"}]}

    selection = select(written(data, tmp_path), ["asked"])

    assert [found.code for found in selection.report.findings] == ["HK108"]


def test_follows_no_comment_in_another_hearing(tmp_path: Path) -> None:
    path = a_workspace(tmp_path, "asked", "other", deadline="2026-02-31") / "data" / "hearings.yaml"
    first, second = path.read_text("utf-8").split("  other:\n")
    other = second.replace("    body:", "    # hearingkit: ignore\n    body:")
    path.write_text(f"{first}  other:\n{other}", "utf-8")

    assert [found.code for found in select(tmp_path, ["asked"]).report.findings] == ["HK108"]
    assert [found.code for found in select(tmp_path, ["other"]).report.findings] == [
        "HK108",
        "HK015",
    ]


def test_refuses_a_hearing_whose_file_has_no_syntax_further_down(tmp_path: Path) -> None:
    path = a_workspace(tmp_path, "asked", "other") / "data" / "hearings.yaml"
    path.write_text(path.read_text("utf-8") + "    unit: [\n", "utf-8")

    assert [found.code for found in select(tmp_path, ["asked"]).report.findings] == ["HK005"]


@pytest.mark.parametrize("id_", ["a", "b"])
def test_renders_a_hearing_that_shares_values_with_another(id_: str, tmp_path: Path) -> None:
    path = a_workspace(tmp_path, "a", "b") / "data" / "hearings.yaml"
    first, second = path.read_text("utf-8").split("  b:\n")
    shared = first.replace("body: Vi", "body: &text Vi") + "  b:\n"
    path.write_text(shared + second.replace("body: Vi ber om svar.", "body: *text"), "utf-8")

    selection = select(tmp_path, [id_])

    assert selection.report.findings == ()
    assert selection.sound()[0].hearing.body == "Vi ber om svar."


@pytest.mark.parametrize("ids", [("broken",), ("sound", "broken")])
def test_refuses_all_where_one_asked_for_by_name_is_broken(
    tmp_path: Path, ids: tuple[str, ...]
) -> None:
    selection = select(broken_and_sound(tmp_path), ids)

    assert [found.code for found in selection.report.findings] == ["HK108"]
    with pytest.raises(HasErrors):
        selection.sound()


def test_proposes_a_hearing_for_an_unknown_one(tmp_path: Path) -> None:
    with pytest.raises(HearingkitError, match='no hearing "prover"; did you mean "proever"'):
        select(a_workspace(tmp_path), ["prover"])


def test_leaves_a_broken_hearing_out_that_nobody_named(tmp_path: Path) -> None:
    selection = select(broken_and_sound(tmp_path))

    assert [case.id for case in selection.sound()] == ["sound"]
    assert (selection.left_out, selection.has_errors) == (("broken",), True)


def test_shows_why_a_file_is_unread_that_may_hold_an_unknown_hearing(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    (tmp_path / "data" / "more.yaml").write_text("hearings: [")

    selection = select(tmp_path, ["other"])

    assert [found.code for found in selection.report.findings] == ["HK005"]


def test_says_that_there_is_no_hearing(tmp_path: Path) -> None:
    data: Data = some_data()
    del data["hearings"]

    with pytest.raises(HearingkitError, match="there is no hearing"):
        select(written(data, tmp_path))
    with pytest.raises(HearingkitError, match="there is no hearing"):
        select(tmp_path, only_one=True)


def test_takes_the_only_hearing_unnamed_and_asks_among_several(tmp_path: Path) -> None:
    assert select(a_workspace(tmp_path / "one"), only_one=True).cases[0].id == ID
    with pytest.raises(HearingkitError, match="name one: a, b"):
        select(a_workspace(tmp_path / "two", "a", "b"), only_one=True)


def in_two_languages(folder: Path) -> Path:
    data = some_data("bokmaal")
    data["hearings"]["begge"] = a_hearing(language=["nb", "nn"], title=BOTH)
    return written(data, folder)


def test_renders_only_the_languages_asked_for(tmp_path: Path) -> None:
    languages = [Language.NN]
    selection = select(in_two_languages(tmp_path), (), languages)

    paths = tuple(render(selection, RenderRequest((DocumentFormat.MD,), languages)).paths)

    assert [path.relative_to(tmp_path / "out").as_posix() for path in paths[:2]] == [
        "begge/letter-nn.md",
        "begge/recipient-list-nn.md",
    ]


def test_says_which_languages_there_are(tmp_path: Path) -> None:
    folder = in_two_languages(tmp_path)

    with pytest.raises(HearingkitError, match=r'^"bokmaal" is written in nb, not in nn$'):
        select(folder, ["begge", "bokmaal"], [Language.NN])
    with pytest.raises(HearingkitError, match=r"^the hearings are written in nb, nn, not in da$"):
        select(folder, (), [Language.DA])


def test_dates_documents_by_the_hearing_and_never_by_the_clock(tmp_path: Path) -> None:
    (case,) = select(a_workspace(tmp_path)).cases

    assert creation_time(Letter(case, Language.NB), None) == dt.datetime(2026, 2, 2, tzinfo=dt.UTC)
    assert creation_time(Letter(case, Language.NB), 0) == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def a_png(width: int = 1, height: int = 1) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\0" * width) * height)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def a_jpeg(mode: str = "RGB", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (3, 2)).save(out, "JPEG", **options)
    return out.getvalue()


def a_png_with(name: bytes, content: bytes) -> bytes:
    return a_png()[:33] + chunk(name, content) + a_png()[33:]


def with_logo(folder: Path, file: str = "logo.png") -> Path:
    data = some_data()
    data["issuers"]["etaten"]["logo"] = {"file": file, "alt": "Prøveetaten"}
    return written(data, folder)


def turned() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    return exif


def without_head(jpeg: bytes) -> bytes:
    """Return a JPEG whose first segment, JFIF, is left out."""
    return jpeg[:2] + jpeg[4 + int.from_bytes(jpeg[4:6], "big") :]


PICTURES = {
    "png": a_png(),
    "png of one pixel a metre": a_png_with(b"pHYs", struct.pack(">IIB", 1, 1, 1)),
    "png of no pixel a metre": a_png_with(b"pHYs", struct.pack(">IIB", 0, 0, 1)),
    "png of many pixels a metre": a_png_with(b"pHYs", struct.pack(">IIB", 2**31, 2**31, 1)),
    "png with Exif": a_png_with(b"eXIf", turned().tobytes()[6:]),
    "jpeg": a_jpeg(),
    "jpeg without JFIF": without_head(a_jpeg()),
    "jpeg without resolution": a_jpeg()[:13] + b"\1\0\0\0\0" + a_jpeg()[18:],
    "jpeg of one pixel an inch": a_jpeg(dpi=(1, 1)),
    "jpeg in CMYK": a_jpeg("CMYK"),
    "jpeg in grey": a_jpeg("L", progressive=True),
    "jpeg that is turned": a_jpeg(exif=turned()),
    "jpeg with a fault in its Exif": a_jpeg(exif=turned()).replace(b"MM\0*", b"MM\0*\xff"),
}


@pytest.mark.parametrize("content", PICTURES.values(), ids=PICTURES.keys())
def test_shows_a_logo_in_every_format(tmp_path: Path, content: bytes) -> None:
    (with_logo(tmp_path) / "data" / "logo.png").write_bytes(content)

    selection = select(tmp_path)
    render(selection, RenderRequest())

    assert selection.report.findings == ()
    html = (tmp_path / "out" / ID / "letter-nb.html").read_text("utf-8")
    assert 'alt="Prøveetaten"' in html


def test_turns_a_logo_as_its_exif_says(tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    path.write_bytes(a_jpeg(exif=turned()))

    data, media_type = picture(path)

    with Image.open(io.BytesIO(data)) as upright:
        assert (upright.size, media_type) == ((2, 3), "image/jpeg")
        assert not upright.getexif()


@pytest.mark.parametrize("content", [a_png(), a_jpeg(), a_png_with(b"tEXt", b"a\0b")])
def test_keeps_the_bytes_of_a_plain_logo(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)

    assert picture(path)[0] == content


NO_PICTURES = {
    "empty": (b"", "is no PNG or JPEG"),
    "text": (b"not a picture", "is no PNG or JPEG"),
    "gif": (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "is no PNG or JPEG"),
    "png without an end": (a_png()[:-12], "is no whole PNG"),
    "png cut in a chunk": (a_png()[:50], "is no whole PNG"),
    "png of a signature": (a_png()[:8], "is no whole PNG"),
    "png without a size": (a_png(0), "is no whole PNG"),
    "png whose first chunk is another": (
        a_png()[:8] + chunk(b"tEXt", b"x" * 30) + a_png()[8:],
        "is no whole PNG",
    ),
    "png with a broken sum": (a_png()[:30] + b"...." + a_png()[34:], "is no whole PNG"),
    "png of vast sides": (a_png()[:16] + b"\x7f\xff\xff\xff" * 2 + a_png()[24:], "is no whole PNG"),
    "png of many pixels": (
        a_png()[:8]
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 8000, 8000, 8, 0, 0, 0, 0))
        + a_png()[33:],
        "has more than 50 million pixels",
    ),
    "png of many parts": (
        a_png()[:33] + chunk(b"tEXt", b"a\0b") * 100_000 + a_png()[33:],
        "is no whole PNG",
    ),
    "jpeg without a size": (a_jpeg().replace(b"\0\2\0\3", b"\0\2\0\0"), "is no whole JPEG"),
    "jpeg cut": (a_jpeg()[:24], "is no whole JPEG"),
    "jpeg cut in its lines": (a_jpeg()[:-4], "is no whole JPEG"),
    "jpeg of many parts": (
        a_jpeg()[:2] + b"\xff\xfe\0\2" * 1_000_000 + a_jpeg()[2:],
        "is no whole JPEG",
    ),
    "too large": (a_png() + b"\0" * 5_000_000, "is larger than 5 MB"),
}


@pytest.mark.parametrize(("content", "says"), NO_PICTURES.values(), ids=NO_PICTURES.keys())
def test_finds_a_logo_that_is_no_picture(tmp_path: Path, content: bytes, says: str) -> None:
    (with_logo(tmp_path) / "data" / "logo.png").write_bytes(content)

    (found,) = select(tmp_path).report.findings

    assert (found.code, says in found.message) == ("HK114", True), found.message
    assert found.place.excerpt.strip().endswith("logo.png")


@pytest.mark.parametrize(
    ("there", "written", "says"),
    [
        ("a\u030arsrapport.png", "årsrapport.png", "only looks the same"),
        ("a\u030ar/logo.png", "år/logo.png", "only looks the same"),
        ("lo\u00adgo.png", "logo.png", "only looks the same"),
        ("Logo.PNG", "logo.png", 'did you mean "Logo.PNG"?'),
        ("pictures/logo.png", "pictures\\\\logo.png", 'did you mean "pictures/logo.png"?'),
        ("Pictures/logo2.png", "pictures/logo.png", 'did you mean "Pictures/logo2.png"?'),
        ("logo.png", "data/logo.png", 'did you mean "logo.png"?'),
        ("../logo.png", "logo.png", 'did you mean "../logo.png"?'),
        ("logo.png", r"C:\\Etaten\\logo.png", 'did you mean "logo.png"?'),
        ("logo.png/small.png", "logo.png", '"logo.png" is a folder; name a file in it'),
        ("other.gif", "logo.png", "a path begins in the folder"),
    ],
)
def test_says_which_file_may_be_meant(tmp_path: Path, there: str, written: str, says: str) -> None:
    path = with_logo(tmp_path, "placeholder.png") / "data" / there
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(a_png())
    data = tmp_path / "data" / "hearings.yaml"
    data.write_text(data.read_text("utf-8").replace("placeholder.png", f'"{written}"'), "utf-8")

    (found,) = select(tmp_path).report.findings

    assert (found.code, says in found.message) == ("HK114", True), found.message


@pytest.mark.parametrize("name", ["missing.png", "folder", "pipe", "x" * 300, "a\0b", "\ud800"])
def test_finds_a_logo_that_is_no_file(tmp_path: Path, name: str) -> None:
    workspace = with_logo(tmp_path, "placeholder.png")
    (workspace / "data" / "folder").mkdir()
    os.mkfifo(workspace / "data" / "pipe")
    path = workspace / "data" / "hearings.yaml"
    quoted = name.encode("unicode_escape").decode()
    path.write_text(path.read_text("utf-8").replace("placeholder.png", f'"{quoted}"'), "utf-8")

    assert {found.code for found in select(tmp_path).report.findings} <= {"HK114", "HK004"}
    with pytest.raises(HasErrors):
        select(tmp_path).sound()


@pytest.mark.parametrize("name", ["../../outside.png", "link.png", "{outside}"])
def test_takes_no_logo_from_outside_the_workspace(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside.png"
    outside.write_bytes(a_png())
    workspace = with_logo(tmp_path / "workspace", name.format(outside=outside))
    (workspace / "data" / "link.png").symlink_to(outside)

    assert [found.code for found in select(workspace).report.findings] == ["HK117"]


def test_takes_a_link_that_goes_in_circles_for_no_file(tmp_path: Path) -> None:
    (with_logo(tmp_path) / "data" / "logo.png").symlink_to("logo.png")

    assert [found.code for found in select(tmp_path).report.findings] == ["HK114"]


def test_reads_a_file_once_under_whatever_names(tmp_path: Path) -> None:
    data = a_workspace(tmp_path) / "data"
    (data / "again.yaml").symlink_to(data / "hearings.yaml")

    assert len(find_workspace(tmp_path).files) == 1
    assert len(find_workspace(tmp_path, [data, data / ".." / "data" / "again.yaml"]).files) == 1
