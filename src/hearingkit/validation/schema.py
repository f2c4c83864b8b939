"""JSON Schema of a hearing file, for editors: made from the models themselves.

What a model refuses by code of its own (an id that isn't there, an issuer without a
text in the hearing's language) is left to ``validate``. The leaves are in ``json_types``.
"""

import inspect
import json
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from hearingkit.language.language import Language
from hearingkit.language.properties import LanguageProperties
from hearingkit.model.base import Value
from hearingkit.model.json_types import ID, LINE
from hearingkit.model.printed import fields_of
from hearingkit.model.recipient import NamingValue
from hearingkit.patterns import late_pattern
from hearingkit.validation.sections import SECTIONS
from hearingkit.values.table import NAMES

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TITLES: Final = {
    "issuers": "public bodies and organisations that send hearings, by id",
    "parties": "the register: bodies that hearings are sent to again and again, by id",
    "recipient_lists": "lists of recipients for several hearings, by id",
    "hearings": "public hearings, by id; the id names the folder of what is rendered",
}
SHORT_FORM: Final = "the short form"
"""What the schema says of a text that stands for keys."""
_NAMES: Final = "{{ names }}"
_MEMBER = late_pattern(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a hearing file, draft 2020-12."""
    given = [(name, "validation", adapter) for name, adapter in SECTIONS.items()]
    refs, shared = TypeAdapter.json_schemas(given, schema_generator=_ForEditors)  # type: ignore[arg-type]
    sections = {name: _section(name, refs[name, "validation"]) for name in SECTIONS}
    text = json.dumps([sections, shared])
    used = sorted(name for name in shared["$defs"] if f'"#/$defs/{name}"' in text)
    return {
        "$schema": _DIALECT,
        "$id": "urn:hearingkit:hearings",
        "title": "Hearings",
        "description": "Public hearings (høring / høyring), their issuers and recipients.",
        "type": ["object", "null"],
        "properties": sections,
        "additionalProperties": False,
        "$defs": {name: _with_names(_in_words(shared["$defs"][name])) for name in used},
    }


def schema_text() -> str:
    """Return the JSON Schema of a hearing file as a file's content."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _in_words(model: JsonSchemaValue) -> JsonSchemaValue:
    """Return a model with its name in words, and with the first sentence of its docstring."""
    said = model["description"].partition("\n\n")[0]
    return model | {"title": _title(model["title"]), "description": said}


def _with_names(model: JsonSchemaValue) -> JsonSchemaValue:
    """Return a model in which the keys of Markdown with names have a list of all names.

    Editors that know ``markdownDescription`` show it in place of the description.
    """
    for key in model.get("properties", {}).values():
        if f"with {_NAMES}" in key.get("description", ""):
            names = "\n".join(f"- `{{{{ {name} }}}}`: {one.says}" for name, one in NAMES.items())
            key["markdownDescription"] = f"{key['description']}\n\n{names}"
    return model


def _section(name: str, content: JsonSchemaValue) -> JsonSchemaValue:
    """Return a section of the file; one with nothing in it is fine."""
    return {
        "title": _title(name),
        "description": _TITLES[name],
        "type": ["object", "null"],
        "propertyNames": ID,
        "additionalProperties": content,
    }


class _ForEditors(GenerateJsonSchema):
    """The schema of what stands in YAML: short forms, and no null where nothing stands."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave null out: a key without a value is a fault."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return a default that an editor can propose, and no other."""
        if isinstance(self.get_default_value(schema), bool | str):
            return super().default_schema(schema)
        return self.generate_inner(schema["schema"])

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Ask for any of the choices; required and unknown keys keep them apart already."""
        return {"anyOf": super().tagged_union_schema(schema)["oneOf"]}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Let a text stand for the keys where the model has a short form."""
        keys = super().model_schema(schema)
        words = {name: keys.pop(name) for name in ("title", "description")}
        cls = schema["cls"]
        if not issubclass(cls, NamingValue):
            for key, role in fields_of(cast("type[Value]", cls)).values():
                if role and not role.is_markdown:
                    keys["properties"][key]["description"] += f"; may hold {_NAMES}"
        if not (issubclass(cls, Value) and cls.shorthand):
            return words | keys
        text = {**LINE, "title": _title(cls.shorthand), "description": SHORT_FORM}
        return words | {"anyOf": [text, keys]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Name each key that is a word of choice; describe the others."""
        keys, values = schema["keys_schema"], schema["values_schema"]
        content = self.generate_inner(values)
        if values["type"] == "nullable":
            content = {"anyOf": [content, {"type": "null"}]}
        if keys["type"] != "enum":
            names = self.generate_inner(keys)
            return {"type": "object", "propertyNames": names, "additionalProperties": content}
        words = {
            word: {**content, "title": _title(word), "description": said}
            for word, said in _meanings(keys["cls"]).items()
        }
        return {"type": "object", "properties": words, "additionalProperties": False}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Say what each word means, as editors show it beside the word."""
        meanings = list(_meanings(schema["cls"]).values())
        return super().enum_schema(schema) | {"enumDescriptions": meanings}

    def handle_ref_overrides(self, json_schema: JsonSchemaValue) -> JsonSchemaValue:
        """Keep what a key says of itself, also where what it refers to says the same."""
        return json_schema

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002
        """Give every key a title, also where its value has one."""
        return True

    def get_title_from_name(self, name: str) -> str:
        """Return the key in words."""
        return _title(name)

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        """Keep the order of the models."""
        return value


def _meanings(words: type[Enum]) -> Mapping[str, str]:
    """Return what each word of a choice means: from the class's docstring, by its own name.

    Languages have theirs from their files.
    """
    if issubclass(words, Language):
        return {one.value: f"{LanguageProperties.of(one).full_name}." for one in words}
    found = dict(_MEMBER.findall(inspect.cleandoc(words.__doc__ or "")))
    return {word.value: " ".join(found[word.name].split()) for word in words}


def _title(name: str) -> str:
    """Return a key or the name of a class in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").capitalize()
