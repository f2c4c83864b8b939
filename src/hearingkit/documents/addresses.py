"""Where links lead, for paper: behind the text that does not show it, once in a document."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from hearingkit.documents.blocks import Document, Link
from hearingkit.documents.inlines import bare, shows_target, target_to_print

_PARTS = ("recipient", "references", "body", "signature", "attachments")


def on_paper(document: Document) -> Document:
    """Return the document with these addresses, unless its issuer leaves them out."""
    return with_addresses(document) if document.link_addresses else document


def with_addresses(document: Document) -> Document:
    """Return the document with links that carry the address that paper needs.

    What the text of a link in the document shows, or what stands behind another link, is not
    printed again.
    """
    shown = {bare(one.href) for one in _links(document) if shows_target(one)}
    if all(bare(one.href) in shown for one in _links(document)):
        return document
    parts: dict[str, Any] = {name: _addressed(getattr(document, name), shown) for name in _PARTS}
    return dataclasses.replace(document, **parts)


def _links(value: object) -> Iterator[Link]:
    match value:
        case Link():
            yield value
        case tuple():
            for one in value:
                yield from _links(one)
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield from _links(getattr(value, field.name))


def _addressed(value: Any, shown: set[str]) -> Any:  # noqa: ANN401  # any part of a document
    match value:
        case Link():
            address = "" if bare(value.href) in shown else target_to_print(value)
            shown.add(bare(value.href))
            return dataclasses.replace(value, told=address)
        case tuple():
            return tuple(_addressed(one, shown) for one in value)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = (field.name for field in dataclasses.fields(value))
            return dataclasses.replace(
                value, **{name: _addressed(getattr(value, name), shown) for name in names}
            )
        case _:
            return value
