"""The countries whose holidays and rules apply, whatever language a letter is in."""

import enum


class Country(enum.StrEnum):
    """Denmark and Norway, by their ISO 3166 codes.

    Attributes:
        DK: Denmark.
        NO: Norway.
    """

    DK = "DK"
    NO = "NO"
