"""The countries whose holidays and rules apply, independent of the language of a letter."""

import enum


class Country(enum.StrEnum):
    """Denmark and Norway, by their ISO 3166 codes.

    Attributes:
        DK: Denmark.
        NO: Norway.
    """

    DK = "DK"
    NO = "NO"
