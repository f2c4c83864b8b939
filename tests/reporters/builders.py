"""Reports for tests: with one fault, with awkward texts, and random ones."""

from hypothesis import strategies as st

from hearingkit.findings import Basis, Citation, Finding, Place, Report, Severity, guidance

UTREDNING = guidance("Utredningsinstruksen (NO) 3-3")


def a_finding(
    message: str = "open for 28 days; at least 42 are asked for",
    place: Place | None = None,
    severity: Severity = Severity.WARNING,
    hint: str = "",
    source: Citation | None = None,
) -> Finding:
    where = place or Place("data/hearings.yaml", 7, 15, 25, "    deadline: 2025-03-31")
    return Finding(where, "HK201", severity, message, hint, source)


def a_report(*findings: Finding, files: int = 1, accepted: int = 0) -> Report:
    return Report(findings, files, accepted)


def an_awkward_report() -> Report:
    """Return findings with texts that are difficult for a format."""
    title = '    title: "Høring: 100 % æøå"'
    return a_report(
        a_finding(source=UTREDNING, hint="give the reason in short_notice_reason"),
        a_finding("100 % for kort\nse § 3-3", Place("data/høring, 1: ny.yaml", 3, 12, 31, title)),
        a_finding(
            'unknown key "adress"; did you mean "address"?',
            Place("data\nny.yaml", 9, 5),
            Severity.ERROR,
            hint="%0A,\r\n::error::nothing",
        ),
        a_finding("reads \x1b[31mred\x1b[0m \u202eback", Place("-", 1, 1), Severity.NOTE),
        a_finding(
            'the title is "<b>]]>&{0} [x](https://example.org)"',
            Place("/srv/100 % ø#1?.yaml", 4, 1, None, "title: x"),
            Severity.ERROR,
        ),
        a_finding("no UTF-8 in the name", Place("data/h\udcf8ring.yaml", 2, 2, 3, "\t- æ\x07ø")),
        files=3,
        accepted=1,
    )


TEXTS = st.text(max_size=30)
PLACES = st.builds(
    Place,
    st.text(min_size=1, max_size=20) | st.just("data/h\udcf8ring.yaml"),
    st.integers(1, 500),
    st.integers(1, 500),
    st.none() | st.integers(1, 500),
    TEXTS,
)
SOURCES = st.none() | st.builds(Citation, st.sampled_from(Basis), TEXTS)
FINDINGS = st.builds(
    Finding, PLACES, st.just("HK201"), st.sampled_from(Severity), TEXTS, TEXTS, SOURCES
)
REPORTS = st.builds(
    Report, st.lists(FINDINGS, max_size=3).map(tuple), st.integers(0, 9), st.integers(0, 9)
)
