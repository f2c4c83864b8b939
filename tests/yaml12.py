"""Read YAML as an editor does: with the core schema of YAML 1.2."""

import re
from typing import Any, Final

import yaml

_TYPES: Final = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan",
}


class _Loader(yaml.CSafeLoader):
    """A loader without dates, sexagesimal numbers, yes and no as booleans, and merge keys."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (as the library has it)


for _name, _pattern in _TYPES.items():
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^({_pattern})$"), None)


def _integer(_: yaml.CSafeLoader, node: yaml.ScalarNode) -> int:
    return int(node.value, 0 if node.value[:2] in {"0o", "0x"} else 10)


_Loader.add_constructor("tag:yaml.org,2002:int", _integer)


def load(text: str) -> Any:
    """Return the data in a text, with all keys as texts.

    Raises:
        yaml.YAMLError: If it is no YAML.
    """
    return _with_text_keys(yaml.load(text, _Loader))


def _with_text_keys(value: Any) -> Any:
    match value:
        case dict():
            return {str(key): _with_text_keys(one) for key, one in value.items()}
        case list():
            return [_with_text_keys(one) for one in value]
        case _:
            return value
