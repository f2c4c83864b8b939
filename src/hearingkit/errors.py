"""Why a command stopped: functions build the messages; classes are only for what is caught by name.

A mistake in a hearing is not an error but a finding (``findings``).
"""

import shlex
from collections.abc import Iterable, Sequence

from hearingkit.quoting import nearest

_WITHOUT_LIBREOFFICE = "leave out --pdf-engine libreoffice"


class HearingkitError(Exception):
    """A command could not do what the user asked for; ``str()`` is what the user sees."""


class TemplateFault(HearingkitError):
    """A template, or a formula from the data, could not be filled.

    Attributes:
        template: The template's name, or ``wording/`` and the formula's name.
        line: Counted from 1 inside the template.
        problem: What is wrong.
    """

    def __init__(self, template: str, line: int, problem: str) -> None:
        self.template = template
        self.line = line
        self.problem = problem
        super().__init__(f"{template}:{line}: {problem}")


class Unfinished(HearingkitError):
    """Some of what was asked for was not done; the user can mend that in the data or the output."""


class HasErrors(Unfinished):
    """A hearing that should be written has errors; they were shown before."""

    def __init__(self) -> None:
        super().__init__("nothing was written; mend the errors above first")


class InTheWay(HearingkitError):
    """A file stands where a folder should be, or the other way round."""

    def __init__(self, path: str, wanted: str) -> None:
        super().__init__(f"{path} is no {wanted}; move it away, or choose another place with -o")


class UnknownHearing(HearingkitError):
    """No file holds a hearing of that id."""


class Unusable(Exception):
    """A file can't be used as what it is meant for.

    Attributes:
        variant: Which message of HK114 says why.
        facts: The facts of that message.
    """

    def __init__(self, variant: str, **facts: object) -> None:
        super().__init__(variant)
        self.variant = variant
        self.facts = facts


def no_workspace(start: str) -> HearingkitError:
    """Return the error for a folder without hearing data, in it or above it."""
    return HearingkitError(
        f'no hearing data in or above "{start}"; '
        "begin with hearingkit init, go to a folder with data/, or name a file"
    )


def no_folder(path: str) -> HearingkitError:
    """Return the error for a folder that does not exist."""
    return HearingkitError(f'there is no folder "{path}"')


def no_match(pattern: str) -> HearingkitError:
    """Return the error for a pattern that matches no file."""
    return HearingkitError(f'no file is called "{pattern}"')


def no_data(folder: str, others: Sequence[str] = (), begin: str | None = None) -> HearingkitError:
    """Return the error for a folder without YAML files.

    Args:
        folder: Where data should be.
        others: The names of files that are there instead.
        begin: The folder where a workspace can be created; None where there is one already.
    """
    instead = f", only {_joined(others)}" if others else ""
    advice = "write one there, or name another folder"
    if begin is not None:
        where = "" if begin == "." else f" {shlex.quote(begin)}"
        advice = f"hearingkit init{where} begins one"
    return HearingkitError(f'no .yaml file in "{folder}"{instead}; {advice}')


def not_tracked(folder: str, reason: str) -> HearingkitError:
    """Return the error for a folder of which git can't find out what it tracks."""
    return HearingkitError(f'can\'t find out what git tracks in "{folder}": {reason}')


def unclear_recipients(named: str, place: str, fault: str) -> HearingkitError:
    """Return the error for a hearing of which it is not known who the recipients are.

    Args:
        named: The hearing, as the user named it.
        place: Where the first fault stands; empty where it is none of a file.
        fault: What it is.
    """
    why = f"{place}: {fault}" if place else "hearingkit validate shows why"
    return HearingkitError(f'it is not known who gets "{named}": {why}')


def nothing_to_compare(id_: str) -> HearingkitError:
    """Return the error for a hearing that was to be compared with itself."""
    return HearingkitError(
        f'"{id_}" is the hearing as it is now; name another one behind it, or an earlier revision'
        f" of it, as {id_}@HEAD"
    )


def no_data_at(revision: str, folder: str) -> HearingkitError:
    """Return the error for a revision at which a workspace had no data."""
    return HearingkitError(
        f'git has no data in {folder} at "{revision}"; was the folder elsewhere then?'
    )


def cannot_read(path: str, reason: str) -> HearingkitError:
    """Return the error for a folder or a stream that can't be read."""
    return HearingkitError(f"can't read {path}: {reason}")


def cannot_write(path: str, reason: str) -> HearingkitError:
    """Return the error for a file or a stream that can't be written."""
    return HearingkitError(f"can't write {path}: {reason}")


def unknown_hearing(id_: str, known: Iterable[str]) -> UnknownHearing:
    """Return the error for a hearing that no file holds."""
    return UnknownHearing(f'no hearing "{id_}"; {_advice(id_, sorted(known))}')


def no_hearing_nor_command(unknown: UnknownHearing, command: str) -> HearingkitError:
    """Return the error for a hearing that no file holds, and that is near to a command."""
    return HearingkitError(f"{unknown}; the command is hearingkit {command}")


def no_hearing() -> HearingkitError:
    """Return the error for data without any hearing."""
    return HearingkitError('there is no hearing; describe one under "hearings"')


def several_hearings(known: Iterable[str]) -> HearingkitError:
    """Return the error for a command that needs one hearing and finds several."""
    return HearingkitError(f"there are several hearings; name one: {_joined(sorted(known))}")


def not_written_in(
    id_: str | None, asked: Sequence[str], written: Iterable[str]
) -> HearingkitError:
    """Return the error for languages without a letter.

    Args:
        id_: The hearing; None for all hearings.
        asked: The languages that the user asked for.
        written: The languages of the letters.
    """
    what = f'"{id_}" is' if id_ else "the hearings are"
    return HearingkitError(f"{what} written in {_joined(sorted(written))}, not in {_joined(asked)}")


def unfinished(
    left_out: Sequence[str] = (), kept: Sequence[str] = (), *, has_errors: bool = False
) -> Unfinished:
    """Return the error for hearings that were not written, while others were.

    Args:
        left_out: The ids of hearings with errors.
        kept: Files for which a folder was left, as somebody changed them; a line each.
        has_errors: Whether errors were shown before.
    """
    lines = [f"{path} was changed after it was rendered, or is not hearingkit's" for path in kept]
    if kept:
        lines[-1] += (
            "; its folder was left as it is: rename it and render again to keep both, "
            "or use --force to replace it"
        )
    if left_out:
        lines.append(f"not written: {_joined(left_out)}; mend the errors above first")
    elif has_errors:
        lines.append("mend the errors above; a hearing that they concern was not written")
    return Unfinished("\n".join(lines))


def at_work(folder: str) -> HearingkitError:
    """Return the error for an output folder that another run keeps."""
    return HearingkitError(f"another render is at work in {folder}; try again when it is done")


def cannot_prune() -> HearingkitError:
    """Return the error for leftovers that may be of a hearing in a file that can't be read."""
    return HearingkitError(
        "nothing is taken away while a file can't be read; "
        "run hearingkit validate to see what to mend first"
    )


def index_of_some() -> HearingkitError:
    """Return the error for a page that should list all hearings where only some are read."""
    return HearingkitError("--index lists all hearings; leave out the ids, or leave out --index")


def nothing_rendered(folder: str) -> HearingkitError:
    """Return the error for a folder to compare in which there is nothing to compare with."""
    return HearingkitError(
        f"nothing was rendered into {folder}; run hearingkit render, or name another folder"
    )


def file_exists(path: str) -> HearingkitError:
    """Return the error for an output file that exists already."""
    return HearingkitError(f"{path} exists; choose another name, or use --force to replace it")


def files_exist(paths: Sequence[str]) -> HearingkitError:
    """Return the error for new files that exist already; a line each."""
    lines = [f"{path} exists" for path in paths]
    lines[-1] += "; nothing was written: choose another place, or move what is there away"
    return HearingkitError("\n".join(lines))


def is_data(path: str) -> HearingkitError:
    """Return the error for an output file that is one of the data files."""
    return HearingkitError(f"{path} holds hearing data and is never replaced; choose another name")


def no_report(path: str) -> HearingkitError:
    """Return the error for a report that would replace a file that is none."""
    return HearingkitError(
        f"{path} is no report of hearingkit and is never replaced; choose another name"
    )


def no_single_file() -> HearingkitError:
    """Return the error for a stream in place of a folder of several files."""
    return HearingkitError("letters and lists are several files; name a folder with -o")


def leaves_output(path: str) -> HearingkitError:
    """Return the error for a link in the output folder."""
    return HearingkitError(f"{path} is a link; remove it, or choose another folder with -o")


def into_program(path: str) -> HearingkitError:
    """Return the error for an output folder inside the program's own folders."""
    return HearingkitError(f"{path} belongs to hearingkit itself; choose another folder with -o")


def no_picture(path: str) -> HearingkitError:
    """Return the error for a logo that is neither PNG nor JPEG, or can't be read."""
    return HearingkitError(f"{path} is no PNG or JPEG picture; save the logo as one")


def unusable(path: str, reason: str) -> HearingkitError:
    """Return the error for a file that can't be used as a letterhead or a text."""
    return HearingkitError(f"{path} {reason}")


def no_word_name(path: str) -> HearingkitError:
    """Return the error for a new letterhead whose name is not that of a Word file."""
    return HearingkitError(f"{path}: a letterhead is a Word file; end its name with .docx")


def bad_config(file: str, problem: str) -> HearingkitError:
    """Return the error for a configuration file that can't be followed."""
    return HearingkitError(f"{file}: {problem}")


def unknown_code(code: str, known: Iterable[str]) -> HearingkitError:
    """Return the error for a code that does not exist."""
    advice = _meant(code.upper(), known) or "hearingkit rules lists them all"
    return HearingkitError(f'no code "{code}"; {advice}')


def unknown_template(name: str, known: Iterable[str]) -> HearingkitError:
    """Return the error for a name that no formula, phrase or template has."""
    advice = _meant(name, known) or "hearingkit template list names the formulas"
    return HearingkitError(f'no formula, phrase or template "{name}"; {advice}')


def no_manuals() -> HearingkitError:
    """Return the error for a Python that has dropped the manuals, which are docstrings."""
    return HearingkitError(
        "Python drops the manuals under -OO and PYTHONOPTIMIZE=2; run it without"
    )


def hearing_exists(id_: str) -> HearingkitError:
    """Return the error for a new hearing whose id is in use."""
    return HearingkitError(f'there is a hearing "{id_}" already; choose another id')


def ids_unknown(id_: str) -> HearingkitError:
    """Return the error for a new hearing whose id may stand in a file that can't be read."""
    return HearingkitError(
        f'a file can\'t be read and may hold a hearing "{id_}"; '
        "run hearingkit validate to see what to mend first"
    )


def unclear_issuer(given: str | None, known: Iterable[str]) -> HearingkitError:
    """Return the error for a new hearing without a known issuer.

    Args:
        given: The issuer that the user named; None if the user named none.
        known: The issuers in the data.
    """
    names = sorted(known)
    if not names:
        return HearingkitError('there is no issuer; describe one under "issuers"')
    if given is None:
        return HearingkitError(
            f"there are several issuers; name one with --issuer: {_joined(names)}"
        )
    return HearingkitError(f'no issuer "{given}"; {_advice(given, names)}')


def unknown_kind(given: str, known: Iterable[str], meant: str = "") -> HearingkitError:
    """Return the error for a kind of hearing that does not exist.

    Args:
        given: The kind that the user named.
        known: The kinds that there are.
        meant: That of them which the user means; empty where that is not known.
    """
    asked = f'; did you mean "{meant}"?' if meant else ""
    return HearingkitError(f'"{given}" is no kind of hearing; choose {", ".join(known)}{asked}')


def bad_epoch(given: str) -> HearingkitError:
    """Return the error for a SOURCE_DATE_EPOCH that is no number of seconds."""
    return HearingkitError(
        f"SOURCE_DATE_EPOCH is {given!r}; set it to seconds since 1970, or unset it"
    )


def draft_not_sent(id_: str) -> HearingkitError:
    """Return the error for a draft that is to be mailed: it is not ready."""
    return HearingkitError(
        f'"{id_}" is a draft and can\'t be sent; fill in what it lacks, and remove "draft: true"'
    )


def no_letter_of_kind(kinds: Iterable[str]) -> HearingkitError:
    """Return the error for letters that no hearing has: its changes decide which it has."""
    named = " or ".join(kinds)
    return HearingkitError(f"no hearing has a letter of kind {named}; add it to its changes")


def bad_name_pattern(pattern: str, known: Sequence[str]) -> HearingkitError:
    """Return the error for a pattern by which letters to recipients can't be named."""
    fields = ", ".join(f"{{{one}}}" for one in known)
    return HearingkitError(
        f"--name {pattern!r} must have {{number}} or {{recipient}}, and of braces only {fields}"
    )


def other_letters(option: str, *, each: bool) -> HearingkitError:
    """Return the error for an option of letters to each recipient with those to all, or reverse."""
    with_what = "goes without --each-recipient" if each else "needs --each-recipient"
    return HearingkitError(f"{option} {with_what}")


def several_languages() -> HearingkitError:
    """Return the error for one printed list in several languages."""
    return HearingkitError("--printed gives one document; name one language with -l")


def binary_on_terminal() -> HearingkitError:
    """Return the error for a file that is no text and would go to a terminal."""
    return HearingkitError("what is no text is not for the terminal; name a file with -o")


def unknown_ending(path: str, known: Iterable[str]) -> HearingkitError:
    """Return the error for a file whose ending names no format of a mailing list."""
    endings = ", ".join(f".{one}" for one in known)
    return HearingkitError(
        f"{path} ends as no mailing list does; choose one of {endings}, or --printed for a document"
    )


def wrong_ending(path: str, format_: str, ending: str) -> HearingkitError:
    """Return the error for a file that ends as another format does."""
    return HearingkitError(
        f"{path} does not end as {format_} does; end it with .{ending}, or choose another format"
    )


def unknown_column(given: str, known: Sequence[str]) -> HearingkitError:
    """Return the error for a column that a mailing list doesn't have."""
    return HearingkitError(f'no column "{given}"; {_advice(given, known)}')


def unknown_group(given: str, known: Iterable[str]) -> HearingkitError:
    """Return the error for a heading under which no recipient stands."""
    return HearingkitError(f'nobody stands under "{given}"; {_advice(given, sorted(known))}')


def bad_list_id(given: str) -> HearingkitError:
    """Return the error for the id of a list that is not written as ids are."""
    return HearingkitError(f'"{given}" is no id of a list; use a-z, digits and hyphens')


def unclear_list(
    file: str, given: str | None, known: Sequence[str], *, has_register: bool
) -> HearingkitError:
    """Return the error for a file without the recipient list that is meant.

    Args:
        file: The file.
        given: The id that the user named; None if the user named none.
        known: The ids of its lists.
        has_register: Whether it has parties, to which others can be added.
    """
    if given is None:
        many = f"several lists; name one with --id: {_joined(known)}" if known else "no list"
        parties = "; add --register to make who is new a party" if has_register else ""
        return HearingkitError(f"{file} has {many}{'' if known else parties}")
    return HearingkitError(f'{file} has no list "{given}"; {_advice(given, known)}')


def list_for_file(id_: str, file: str) -> HearingkitError:
    """Return the error for the id of a list in place of its file."""
    return HearingkitError(
        f'"{id_}" is a list, and --into names a file; use --into {shlex.quote(file)} --id {id_}'
    )


def no_register(file: str) -> HearingkitError:
    """Return the error for a file without parties, where parties were to be added."""
    return HearingkitError(
        f'{file} has no "parties"; name the file that has them, or leave --register out'
    )


def cannot_add(file: str) -> HearingkitError:
    """Return the error for a list that is written so that nothing can be added to it."""
    return HearingkitError(
        f"can't add to the list in {file} without changing more; use -o, and move what is new"
    )


def too_much_data(path: str, count: int) -> HearingkitError:
    """Return the error for a list that is too long for a file of hearing data."""
    return HearingkitError(f"{path} has {count} recipients, too many for one file; split the list")


def rows_not_read(count: int) -> Unfinished:
    """Return the error for a list of which some rows were not read; they were shown before."""
    what = "1 row was" if count == 1 else f"{count} rows were"
    return Unfinished(f"{what} not read; see above")


def files_not_read(names: Sequence[str]) -> Unfinished:
    """Return the error for files of data of which a report says nothing."""
    return Unfinished(f"can't read {_joined(names)}; hearingkit validate shows why")


def no_condition(given: str) -> HearingkitError:
    """Return the error for a condition that names no column."""
    return HearingkitError(f'"{given}" is no condition; write one as "name=*kommune" or "email!="')


def no_pdf(title: str, reason: str) -> HearingkitError:
    """Return the error for a document that no accessible PDF can be made of."""
    return HearingkitError(f'no PDF can be made of "{title}": {reason}; render it as docx')


def no_family(family: str, known: Sequence[str]) -> HearingkitError:
    """Return the error for an own font that is not in its folder."""
    if not known:
        return HearingkitError(
            "[pdf] fonts: the folder holds no font; put .ttf or .otf files there"
        )
    return HearingkitError(
        f'[pdf] family: no font "{family}" in the folder; {_advice(family, known)}'
    )


def no_libreoffice() -> HearingkitError:
    """Return the error for LibreOffice, where there is none."""
    return HearingkitError(
        f"LibreOffice is not found: no program soffice; install it, or {_WITHOUT_LIBREOFFICE}"
    )


def slow_libreoffice(seconds: int) -> HearingkitError:
    """Return the error for LibreOffice, which was ended as it took too long."""
    return HearingkitError(
        f"LibreOffice took more than {seconds} seconds, and was ended; "
        f"render fewer hearings at once, or {_WITHOUT_LIBREOFFICE}"
    )


def no_pdf_by_libreoffice(name: str) -> HearingkitError:
    """Return the error for a file that LibreOffice makes no PDF of, for whatever reason."""
    return HearingkitError(
        f"LibreOffice made no {name}; render it as docx and open that in LibreOffice to see why, "
        f"or {_WITHOUT_LIBREOFFICE}"
    )


def not_combined() -> HearingkitError:
    """Return the error for letters that LibreOffice is to put into one PDF."""
    return HearingkitError(f"--combined is made by Typst alone; {_WITHOUT_LIBREOFFICE}")


def reason_of(error: OSError) -> str:
    """Return why the file system or a stream refuses, for a message."""
    return (error.strerror or str(error)).lower()


def _advice(given: str, known: Sequence[str]) -> str:
    return _meant(given, known) or f"there are: {_joined(known)}"


def _meant(given: str, known: Iterable[str]) -> str:
    near = nearest(given, known)
    return f'did you mean "{near}"?' if near else ""


def _joined(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
