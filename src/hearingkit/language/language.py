"""The languages that a letter can be written in."""

import enum


class Language(enum.StrEnum):
    """Danish, Norwegian bokmål, Norwegian nynorsk.

    Attributes:
        DA: Danish.
        NB: Norwegian bokmål.
        NN: Norwegian nynorsk.
    """

    DA = "da"
    NB = "nb"
    NN = "nn"

    @property
    def tag(self) -> str:
        """Return the BCP 47 tag with a region, as proofing tools and screen readers want it."""
        return {"da": "da-DK", "nb": "nb-NO", "nn": "nn-NO"}[self.value]
