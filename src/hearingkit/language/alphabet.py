"""The order of names in Danish and Norwegian."""

import unicodedata

_BEHIND_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"})


def alphabetical_key(name: str) -> str:
    """Return what a name is sorted by in Danish and Norwegian: æ, ø, å (and aa) come after z.

    A letter with an accent counts as the bare one.

    Source:
        Retskrivningsordbogen § 3 (DK); Norwegian practice for names is the same.
    """
    whole = unicodedata.normalize("NFC", name.casefold()).replace("aa", "å")
    return _without_accents(whole.translate(_BEHIND_Z))


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
