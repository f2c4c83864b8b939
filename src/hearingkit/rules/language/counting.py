"""How the rules on language count what is in a text several times."""

from collections.abc import Mapping

from hearingkit.findings import Place
from hearingkit.rules.registry import Breach


def repeated(place: Place, facts: Mapping[str, object], times: int) -> Breach:
    """Return the breach of a rule that has one message for «once» and one for «several» times."""
    if times > 1:
        return Breach(place, {**facts, "times": times}, variant="several")
    return Breach(place, facts, variant="once")
