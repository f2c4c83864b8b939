"""Formulas that the data words its own way: those that can't be filled, at their places."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment

from hearingkit.errors import TemplateFault
from hearingkit.findings import Finding
from hearingkit.language.language import Language
from hearingkit.letters.compose import prose
from hearingkit.letters.context import letter_names
from hearingkit.letters.environment import environment
from hearingkit.model.text import in_language
from hearingkit.model.wording import Formula
from hearingkit.validation.book import Case, Located
from hearingkit.validation.faults import finding


def formula_findings(case: Case, own_templates: Path | None) -> Iterator[Finding]:
    """Yield a finding for each formula, and for a template, that can't be filled."""
    env = environment(own_templates, letter_names())
    for language in case.hearing.language:
        left: Case | None = case
        while left and (error := _template_fault(left, language, env)):
            yield _formula_finding(left, language, error)
            left = _without_formula(left, error.template)


def _template_fault(case: Case, language: Language, env: Environment) -> TemplateFault | None:
    try:
        prose(case, language, env)
    except TemplateFault as error:
        return error
    return None


def _without_formula(case: Case, template: str) -> Case | None:
    """Return the case without a formula of its own; None where the template is none."""
    name = template.removeprefix("wording/")
    if name == template:
        return None
    ours = {key: said for key, said in case.hearing.wording.items() if key != name}
    theirs = {key: said for key, said in case.issuer.wording.items() if key != name}
    return dataclasses.replace(
        case,
        hearing=case.hearing.model_copy(update={"wording": ours}),
        sender=Located(case.issuer.model_copy(update={"wording": theirs}), case.issuer_site),
    )


def _formula_finding(case: Case, language: Language, error: TemplateFault) -> Finding:
    """Return the finding at the formula's line; at the hearing if a template is at fault."""
    name = error.template.removeprefix("wording/")
    if name == error.template:
        return finding("bad_formula", case.site.key_place, problem=str(error))
    own = name in case.hearing.wording
    site = (case.site if own else case.issuer_site).at("wording", name)
    passage = (case.hearing if own else case.issuer).wording[Formula(name)]
    text = in_language(passage, language) if passage else ""
    site = site if isinstance(passage, str) else site.at(language.value)
    problem = f"{error.problem[:1].lower()}{error.problem[1:]}".rstrip(".")  # Jinja's own words
    return finding("bad_formula", site.quote_line(text, error.line), problem=problem)
