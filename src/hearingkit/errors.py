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
            f'no hearing data above "{start}"; go to a folder with data/, or name a file'
        )


class NoData(HearingkitError):
    """A folder holds no YAML file."""

    def __init__(self, folder: str) -> None:
        super().__init__(f'no .yaml file in "{folder}"')


class UnknownHearing(HearingkitError):
    """A hearing was asked for that isn't there."""

    def __init__(self, id_: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = difflib.get_close_matches(id_, names, n=1)
        told = f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(names) or 'none'}"
        super().__init__(f'no hearing "{id_}"; {told}')


class ChangedSinceRendered(HearingkitError):
    """Files were changed by somebody after they were rendered."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = tuple(paths)
        last = len(paths) - 1
        lines = [
            f"{path} was changed after it was rendered, or is not hearingkit's" for path in paths
        ]
        lines[last] += (
            "; nothing was written: rename it and render again to keep both, "
            "or use --force to replace it"
        )
        super().__init__("\n".join(lines))


class FileThere(HearingkitError):
    """A file that the user has named is there already."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists; choose another name, or use --force to replace it")


class LeavesOutput(HearingkitError):
    """A link in the output folder leads elsewhere."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is a link; remove it, or choose another folder with -o")


class CannotWrite(HearingkitError):
    """The file system refused a file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"can't write {path}: {reason}")


class BadOption(HearingkitError):
    """An option's value, or the lack of one, makes no sense."""
