"""Words that give another language away, alone, as the end of a compound, and in titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.language.language import Language
from hearingkit.texts.foreign_words import foreign_words, vocabulary
from hearingkit.texts.law_names import without_law_names, without_other_laws


def found(text: str, language: str, *, is_job: bool = False) -> list[str]:
    words = foreign_words(text, Language(language), is_job=is_job)
    return [f"{word.text}:{word.instead}" for word in words]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Reglane gjeld arbeidstakere.", "nn", ["arbeidstakere:arbeidstakarar"]),
        ("Grunneigarar og båtførere får brev.", "nn", ["båtførere:båtførarar"]),
        ("Forslaget gjelder lovendringer.", "nn", ["lovendringer:lovendringar"]),
        ("Vi hører fra klagemyndigheder.", "nb", ["klagemyndigheder:klagemyndigheter"]),
        ("Det gælder lovendringer.", "da", ["lovendringer:lovændringer"]),
    ],
)
def test_a_compound_is_given_away_by_its_end(text: str, language: str, words: list[str]) -> None:
    assert found(text, language) == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi leggja, vert, blir, verta og bli; rådgivar, høring, offentlig og årlig.", "nn"),
        ("Bilag til rekneskapen, bare så de veit det.", "nn"),
        ("Brevet er frå Nasjonal sikkerhetsmyndighet og Stavanger universitetssykehus.", "nn"),
        ("Planen fører til at ho leder og lærer.", "nn"),
        ("Boka fra Innan og Saman forlag; elva, gata, jenta.", "nb"),
        ("Forskrift, departement, bestemmelser og forslaget, bare for kommuner.", "da"),
    ],
)
def test_what_a_language_has_is_let_alone(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("title", "language", "words"),
    [
        ("Fylkesordfører", "nn", ["Fylkesordfører:fylkesordførar"]),
        ("Politisk rådgiver", "nn", ["rådgiver:rådgjevar"]),
        ("Seksjonsleder", "nn", ["Seksjonsleder:seksjonsleiar"]),
        ("Assisterende avdelingsdirektør", "nn", ["Assisterende:assisterande"]),
        ("Kontorchef", "nb", ["Kontorchef:kontorsjef"]),
        ("Seniorrådgjevar", "nb", ["Seniorrådgjevar:seniorrådgiver"]),
        ("Avdelingssjef", "da", ["Avdelingssjef:avdelingschef"]),
        ("Chefkonsulent", "nn", ["Chefkonsulent:sjefkonsulent"]),
        ("Vicedirektør", "nb", ["Vicedirektør:visedirektør"]),
        ("Sjefjurist", "da", ["Sjefjurist:chefjurist"]),
        ("Chefkonsulent", "da", []),
        ("Sjefjurist", "nn", []),
        ("Rådgivar", "nn", []),
        ("Kommunedirektør", "nn", []),
        ("Rådgiver", "da", []),
        ("Seniorrådgiver", "nb", []),
    ],
)
def test_the_title_of_a_person_has_words_of_its_own(
    title: str, language: str, words: list[str]
) -> None:
    assert found(title, language, is_job=True) == words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("jf. lov om sosiale tjenester, og meir", "jf. , og meir"),
        ("etter forskrift 3. mars 2021 nr. 14 om tilskudd til søkere.", "etter ."),
        ("Lova gjeld alle.", "Lova gjeld alle."),
    ],
)
def test_the_name_of_a_law_is_kept_as_it_is(text: str, left: str) -> None:
    hidden = without_law_names(text)

    assert hidden.replace("\0", "") == left
    assert len(hidden) == len(text)


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Forskrift om båtar", "Forskrift om båtar"),
        ("Forslag til ny forskrift om båtar", "Forslag til ny forskrift om båtar"),
        ("Forskrift om endring av forskrift om båter", "Forskrift om endring av "),
        ("Endringar i forskrift om båter – høyring", "Endringar i – høyring"),
    ],
)
def test_of_a_title_only_other_laws_are_kept(title: str, left: str) -> None:
    assert without_other_laws(title).replace("\0", "") == left


@given(text=st.text(), language=st.sampled_from(Language), is_job=st.booleans())
def test_a_foreign_word_stands_where_it_is_said_to(
    text: str, language: Language, *, is_job: bool
) -> None:
    for word in foreign_words(text, language, is_job=is_job):
        assert text.startswith(word.text, word.start)
        assert word.instead


@given(st.sampled_from(Language), st.data())
def test_what_is_written_instead_is_not_foreign(language: Language, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted(vocabulary(language).words)))

    [foreign] = foreign_words(word, language)

    assert list(foreign_words(foreign.instead, language)) == []
