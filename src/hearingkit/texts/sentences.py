"""Sentences of a plain text: the one place that knows where a sentence ends."""

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from hearingkit.language.dates import month_names
from hearingkit.language.language import Language

_LISTED: Final = """
adm adr afd afs ang art att avd avs bl.a bnr ca cand d.d d.v.s d.å dep dept dir dvs dr e.kr e.l eks
ekskl el.l etc evt f.eks f.o.m f.kr fhv fig fmd forskr fr fru ft ggr gnr hhv hr iflg ifm inkl int
ist istf jf jfr jnr journ kap kgl kl komm kr kst kvm lovb m.a m.a.o m.fl m.h.p m.h.t m.m m.v mht
mia mio mill mv nr nto o.a o.l o.m oa osv p.g.a pga pkt pnr pr prof prop ref resp s.k sek sml snr
st st.meld st.prp stk str t.d t.eks t.h t.o.m t.v tab tidl tlf u.a vedk vedl vedr vha årg
"""
_ABBREVIATIONS: Final = frozenset(_LISTED.split())
_END: Final = re.compile(
    r"\n+"
    r"|(?P<stop>[.!?])[»«”\"’')\]]*[ \u00a0\u2028]+(?:\| )?(?=[«»“”\"‘’'(\[]?[A-ZÆØÅÁÄÖÜ])"
    r"|\u2028(?=[«»“”\"‘’'(\[]?[A-ZÆØÅÁÄÖÜ])"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORD_BEFORE: Final = re.compile(r"[^\s(\[«»“”\"|]{1,12}\Z")


@functools.lru_cache(maxsize=256)
def sentence_starts(plain: str) -> Sequence[int]:
    """Return where the sentences of a plain text begin, in order; the first begins at 0.

    An item of a list and a row of a table are sentences of their own. An abbreviation, an initial
    and the number of a day end no sentence. In a row, a cell may end one.
    """
    ends = (
        found.end()
        for found in _END.finditer(plain)
        if found["stop"] != "." or not _is_inside(plain, found)
    )
    return (0, *ends)


def sentence_at(plain: str, offset: int) -> tuple[int, int]:
    """Return where the sentence around an offset begins, and where the next one does."""
    starts = sentence_starts(plain)
    number = bisect_right(starts, offset)
    return starts[max(number - 1, 0)], starts[number] if number < len(starts) else len(plain)


def _is_inside(plain: str, found: re.Match[str]) -> bool:
    """Tell whether a full stop belongs to the word before it, or to the number of a day."""
    stop = found.start()
    before = _WORD_BEFORE.search(plain, max(0, stop - 12), stop)
    word = before[0].casefold() if before else ""
    if word.isdigit():
        behind = _WORD.match(plain, found.end())
        return behind is not None and behind[0].casefold() in _months()
    is_initial = len(word) == 1 and word.isalpha()
    return is_initial or word in _ABBREVIATIONS or word.endswith("nr")  # «saksnr.»


@functools.cache
def _months() -> frozenset[str]:
    return frozenset(name for language in Language for name in month_names(language))
