"""Why a command stopped: one class a reason, one line a message.

What is wrong with a hearing is not an error but a finding (``findings``).
"""

import difflib
from collections.abc import Iterable, Sequence


class HearingkitError(Exception):
    """A command could not do what it was asked for; ``str()`` is the line the user sees."""


class TemplateFault(HearingkitError):
    """A template, or a formula of the data's own, could not be filled.

    Attributes:
        template: The template's name, or ``wording/`` and the formula's.
        line: Counted from 1 inside the template.
        problem: What is wrong.
    """

    def __init__(self, template: str, line: int, problem: str) -> None:
        self.template = template
        self.line = line
        self.problem = problem
        super().__init__(f"{template}:{line}: {problem}")


class NoWorkspace(HearingkitError):
    """No folder upwards holds hearing data."""

    def __init__(self, start: str) -> None:
        super().__init__(
            f'no hearing data in or above "{start}"; go to a folder with data/, or name a file'
        )


class NoFolder(HearingkitError):
    """A folder to look in isn't there."""

    def __init__(self, path: str) -> None:
        super().__init__(f'there is no folder "{path}"')


class NoMatch(HearingkitError):
    """A pattern that stands for files stands for none."""

    def __init__(self, pattern: str) -> None:
        super().__init__(f'no file is called "{pattern}"')


class NoData(HearingkitError):
    """A folder holds no YAML file."""

    def __init__(self, folder: str) -> None:
        super().__init__(f'no .yaml file in "{folder}"')


class CannotRead(HearingkitError):
    """The file system refused to show a folder or a stream."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"can't read {path}: {reason}")


class UnknownHearing(HearingkitError):
    """A hearing was asked for that isn't there."""

    def __init__(self, id_: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = difflib.get_close_matches(id_, names, n=1)
        told = f'did you mean "{near[0]}"?' if near else f"there are: {_listed(names)}"
        super().__init__(f'no hearing "{id_}"; {told}')


class NoHearing(HearingkitError):
    """The data holds no hearing at all."""

    def __init__(self) -> None:
        super().__init__('there is no hearing; describe one under "hearings"')


class SeveralHearings(HearingkitError):
    """A command that is about one hearing was not told which."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(f"there are several hearings; name one: {_listed(sorted(known))}")


class NotWrittenIn(HearingkitError):
    """No letter is written in the languages asked for."""

    def __init__(self, id_: str | None, asked: Sequence[str], written: Iterable[str]) -> None:
        what = f'"{id_}" is' if id_ else "the hearings are"
        super().__init__(f"{what} written in {_listed(sorted(written))}, not in {_listed(asked)}")


class HasErrors(HearingkitError):
    """Something that was to be written has errors, which were shown."""

    def __init__(self) -> None:
        super().__init__("nothing was written; mend the errors above first")


class ChangedSinceRendered(HearingkitError):
    """Files were changed by somebody after they were rendered."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = tuple(paths)
        lines = [
            f"{path} was changed after it was rendered, or is not hearingkit's" for path in paths
        ]
        lines[-1] += (
            "; nothing was written: rename it and render again to keep both, "
            "or use --force to replace it"
        )
        super().__init__("\n".join(lines))


class FileThere(HearingkitError):
    """A file that the user has named is there already."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists; choose another name, or use --force to replace it")


class IsData(HearingkitError):
    """A file that the user has named is what the hearings are read from."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} holds hearing data and is never replaced; choose another name")


class LeavesOutput(HearingkitError):
    """A link in the output folder leads elsewhere."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is a link; remove it, or choose another folder with -o")


class InTheWay(HearingkitError):
    """Something stands where a file or a folder is to be."""

    def __init__(self, path: str, wanted: str) -> None:
        super().__init__(f"{path} is no {wanted}; move it away, or choose another place with -o")


class IntoProgram(HearingkitError):
    """The output folder lies in the program's own."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} belongs to hearingkit itself; choose another folder with -o")


class CannotWrite(HearingkitError):
    """The file system refused a file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"can't write {path}: {reason}")


class BadOption(HearingkitError):
    """An option's value, or the lack of one, makes no sense."""


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"


class BadConfig(HearingkitError):
    """A configuration file can't be followed."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file}: {problem}")


class UnknownCode(HearingkitError):
    """A code was asked for that stands for nothing."""

    def __init__(self, code: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(code.upper(), list(known), n=1)
        told = f'did you mean "{near[0]}"?' if near else "hearingkit rules lists them all"
        super().__init__(f'no code "{code}"; {told}')


class FilesThere(HearingkitError):
    """Files that were to be made are there already."""

    def __init__(self, paths: Sequence[str]) -> None:
        lines = [f"{path} exists" for path in paths]
        lines[-1] += "; nothing was written: choose another place, or move what is there away"
        super().__init__("\n".join(lines))


class HearingThere(HearingkitError):
    """A new hearing was to have an id that another has."""

    def __init__(self, id_: str) -> None:
        super().__init__(f'there is a hearing "{id_}" already; choose another id')


class WhichIssuer(HearingkitError):
    """A new hearing needs an issuer, and it can't be told which."""

    def __init__(self, given: str | None, known: Iterable[str]) -> None:
        names = sorted(known)
        near = difflib.get_close_matches(given or "", names, n=1)
        if not names:
            text = 'there is no issuer; describe one under "issuers"'
        elif given is None:
            text = f"there are several issuers; name one with --issuer: {_listed(names)}"
        elif near:
            text = f'no issuer "{given}"; did you mean "{near[0]}"?'
        else:
            text = f'no issuer "{given}"; there are: {_listed(names)}'
        super().__init__(text)


class IdUnknowable(HearingkitError):
    """A file can't be read, so that nobody knows which ids are taken."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            f'a file can\'t be read and may hold a hearing "{id_}"; '
            "hearingkit validate tells what to mend first"
        )
