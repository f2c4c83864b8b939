"""Names of laws in running text, which keep the language that the law is written in."""

import re
from typing import Final

_LAW: Final = r"(?:lov(?:a|en)?|forskrift(?:a|en)?|bekendtgørelsen?)"
_DATED: Final = (  # «lov 10. juni 2005 nr. 51», «lov nr. 4 af 3. januar 2023»
    r"(?:\snr\.\s?[0-9]{1,5})?"
    r"(?:\s(?:a[vf]\s)?[0-9]{1,2}\.\s\w{3,9}\s[0-9]{4}(?:\snr\.\s?[0-9]{1,5})?)?"
)
_NAME: Final = re.compile(
    rf"\b(?P<law>{_LAW}){_DATED}\s(?:om|for|til|over)\s[^.,;:()\n–]{{1,200}}", re.IGNORECASE
)
_NEW: Final = re.compile(
    r"(?:(?:forslag|framlegg|utkast|udkast)\s+til\s+)?(?:nye?\s+|endr\w+\s+)?", re.IGNORECASE
)


def without_law_names(text: str) -> str:
    """Return a text, as long as before, in which NUL stands for such as «lov om folketrygd»."""
    return _NAME.sub(lambda found: "\0" * len(found[0]), text)


def without_other_laws(title: str) -> str:
    """Return a title in the same way, but with the name of the law that it is the title of.

    In «Forslag til forskrift om endring av forskrift om støy» that is the first.
    """
    found = _NAME.search(title)
    if not found or not _NEW.fullmatch(title, 0, found.start()):
        return without_law_names(title)
    own = found.end("law")
    return title[:own] + without_law_names(title[own:])
