"""What is heard, as sentences name it: its kind, and its title in marks or in words.

A title such as «Forslag til endringer i …» tells what it is. A sentence takes it up in small
letters and without marks; «et forslag til «Forslag til …»» would say it twice.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.dates import and_list
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Draft, Phrases
from hearingkit.language.word_groups import AnyOf
from hearingkit.language.words import Words
from hearingkit.model.hearing import HearingKind, Noun
from hearingkit.model.text import in_language
from hearingkit.patterns import late_pattern
from hearingkit.texts.quotations import quoted

_NOUNS: Final = "{nouns}"  # filled as it is: a workspace may word it, so it is no format
_GOES_ON: Final = late_pattern(r"\S+ [a-zæøå0-9]")


class ProposalWords(Words):
    """First words of titles that a sentence takes up, in small letters.

    Attributes:
        sent_themselves: Of what is sent as it is, each with the short name for it: «forslag» and
            «forslaget».
        sent_as_drafts: Patterns for those of what a draft is sent of: «lov», «endringer».
        names: Patterns for those of a title that is the name of the document.
        hearing: What a title may begin with that says no more than that it is heard.
        changes: Patterns for words of a title by which something is changed.
    """

    section = "values.titles"

    sent_themselves: Mapping[str, str]
    sent_as_drafts: AnyOf
    names: AnyOf
    hearing: AnyOf
    changes: AnyOf


@frozen
class Proposal:
    """What is heard, with its title.

    Attributes:
        title: Without «Høring av» before it, which the letter says itself.
        text: «et udkast til ’Strategi for havet’», «udkast til lov om havet».
        in_words: Whether the title stands there in words, and not in marks.
        is_name: Whether the title is a name that needs no marks: «Nasjonal veileder for …».
        is_change: Whether something that is in force already is changed.
        draft: Its other names.
    """

    title: str
    text: str
    in_words: bool
    is_name: bool
    is_change: bool
    draft: Draft


def draft_named(
    kinds: tuple[HearingKind, ...], noun: Noun | None, language: Language, words: Phrases
) -> Draft:
    """Return what sentences call what is heard: by the data's own noun, else by its kinds."""
    if noun is None and len(kinds) == 1:
        return words.drafts[kinds[0].value]
    if noun is None:
        return _of_several(kinds, language, words)
    short = in_language(noun.definite, language)
    full = in_language(noun.of, language) if noun.of else short
    return Draft(in_language(noun.indefinite, language), "", short, full)


def proposal(
    kinds: tuple[HearingKind, ...],
    title: str,
    language: Language,
    phrases: Phrases,
    noun: Noun | None = None,
) -> Proposal:
    """Return what is heard, as a letter in a language names it."""
    words, draft = ProposalWords.of(language), draft_named(kinds, noun, language, phrases)
    title = _without_hearing(title, words)
    first, goes_on = title.split(" ", 1)[0].lower(), bool(_GOES_ON.match(title))
    text, in_words = f"{draft.a_draft} {quoted(title, language)}", False
    if goes_on and (short := words.sent_themselves.get(first)):
        named = noun or len(kinds) > 1
        draft = draft if named else replace(draft, the_draft=short, the_draft_of=short)
        text, in_words = _in_words(title), True
    elif goes_on and draft.draft_of and words.sent_as_drafts.fullmatch(first):
        text, in_words = f"{draft.draft_of} {_in_words(title)}", True
    is_name = bool(words.names.fullmatch(first))
    return Proposal(title, text, in_words, is_name, bool(words.changes.search(title)), draft)


def _of_several(kinds: tuple[HearingKind, ...], language: Language, words: Phrases) -> Draft:
    """Return what sentences call documents of several kinds: «forslagene til lov og …»."""
    nouns = and_list(list(dict.fromkeys(words.nouns[kind.value] for kind in kinds)), language)
    of_several = words.drafts_of_several
    return replace(
        of_several,
        a_draft=of_several.a_draft.replace(_NOUNS, nouns),
        the_draft_of=of_several.the_draft_of.replace(_NOUNS, nouns),
    )


def _without_hearing(title: str, words: ProposalWords) -> str:
    """Return a title without the word that says that it is heard."""
    rest = words.hearing.sub("", title, count=1)
    return title if rest == title else rest[:1].upper() + rest[1:]


def _in_words(title: str) -> str:
    """Return a title with a small letter, but for one that begins with an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
