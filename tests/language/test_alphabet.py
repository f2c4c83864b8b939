"""The order of names in Danish and Norwegian."""

from hearingkit.language.alphabet import alphabetical_key

IN_ORDER = [
    *("Ana", "André", "Andreas", "Édouard", "E\u0301lan", "Eva", "Überlingen", "Zoo"),
    *("Ælge", "Ärla", "Ønsker", "Örebro", "Ørn", "Aalborg", "Ålesund", "A\u030ase"),
]


def test_sorts_accents_as_the_bare_letter_and_letters_of_its_own_behind_z() -> None:
    assert sorted([*IN_ORDER[1::2], *IN_ORDER[::2]], key=alphabetical_key) == IN_ORDER
