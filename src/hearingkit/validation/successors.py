"""Parties of the register that others have replaced: is the other there, does the chain end?"""

from collections.abc import Iterator, Mapping

from hearingkit.findings import Finding
from hearingkit.model.party import RegisteredParty
from hearingkit.validation.chains import Held, in_order, loops, without
from hearingkit.validation.faults import finding
from hearingkit.validation.located import Located
from hearingkit.validation.parties import Register
from hearingkit.validation.unknown_ids import Names, unknown_id


def successor_findings(register: Register, known: Names) -> Iterator[Finding]:
    """Yield a finding for each party whose successor is not there, or is the party itself."""
    held: Held = {id_: [] for id_ in register.parties}
    for id_, located in register.parties.items():
        given = located.value.replaced_by
        if given is not None and given in held:
            held[id_].append(given)
        elif given is not None and given not in known:
            yield unknown_id("HK129", located.site.at("replaced_by").place, given, known)
    for chain in loops(without(held, in_order(held))):
        steps = " > ".join((*chain, chain[0]))
        place = register.parties[chain[0]].site.key_place
        yield finding("HK115", place, "replaced", given=chain[0], chain=steps)


def successor_of(id_: str, parties: Mapping[str, Located[RegisteredParty]]) -> str | None:
    """Return the id of the party that has the place of another one today.

    Args:
        id_: The id of the other.
        parties: All of the register; where they lead back to themselves, it is the next one.

    Returns:
        None if nothing has replaced it, or if what has is not there.
    """
    way = [id_]
    while (following := parties[way[-1]].value.replaced_by) and following in parties:
        if following in way:
            way = way[:2]
            break
        way.append(following)
    return way[-1] if len(way) > 1 else None
