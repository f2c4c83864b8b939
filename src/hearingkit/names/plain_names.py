"""Names of bodies without what makes no difference between them."""


def plain_name(name: str) -> str:
    """Return a name as it is compared: in small letters, with single spaces."""
    return " ".join(name.casefold().split())
