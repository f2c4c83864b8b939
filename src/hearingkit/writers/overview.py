"""The overview of hearings as an HTML page, in the style of the letters."""

from hearingkit.assets import page_templates
from hearingkit.letters.overview import Overview
from hearingkit.writers.html import page_style


def write(overview: Overview) -> bytes:
    """Return the overview as an HTML page in UTF-8."""
    page = page_templates().get_template("html/overview.html.j2")
    return page.render({"overview": overview, **page_style()}).encode()
