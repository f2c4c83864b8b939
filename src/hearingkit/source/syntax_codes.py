"""The code HK005: a mistake in the syntax of YAML, in plain words."""

from typing import Final

from hearingkit.codes import Code, Message
from hearingkit.findings import standard

YAML: Final = standard("YAML 1.2, and what hearingkit reads of it")

_QUOTE_IT: Final = ("put the text in quotes: {quoted}", "put the text in quotes")
_USE_SPACES: Final = "use spaces; most editors can turn tabs into spaces"
_SAME_COLUMN: Final = "let entries that belong together begin in the same column, with spaces"

SYNTAX: Final = Code(
    "HK005",
    {
        "unknown": Message(
            "the text can't be understood as YAML from here on",
            "check colons, quotes and indentation on this line and the one above",
        ),
        "conflict": Message(
            '"{mark}" is a mark of git: two versions of the file were not merged',
            "keep one of the two, or what is right in both, and delete the lines with the marks",
        ),
        "no_anchor": Message(
            '"*{name}" refers to no anchor in this file',
            "put the value in quotes if the asterisk belongs to the text",
        ),
        "no_bar": Message(
            'the text of "{name}" has several lines, but no "|" behind "{name}:"',
            'write "{name}: |", and all of the text on the lines below, '
            "indented by two spaces more",
        ),
        "quote_open": Message(
            "a quote is opened here and never closed",
            "add the closing {mark} where the text ends; a curly one, as ” or ’, closes nothing",
        ),
        "quote_closed_below": Message(
            "the quote that opens here is only closed in line {line}",
            "add the closing quote where the text ends; a curly one, as ” or ’, closes nothing",
        ),
        "behind_double_quote": Message(
            "text follows the closing quote",
            "put single quotes around the whole value; the double quotes may stay inside",
        ),
        "behind_single_quote": Message(
            "text follows the closing quote",
            "write an apostrophe inside single quotes twice, or use double quotes around it all",
        ),
        "no_escape": Message(
            '"{escape}" is no escape that YAML knows',
            "write the backslash twice, or use single quotes, where it stands for itself",
        ),
        "near_comment": Message(
            '"{comment}" is lost: right behind a quote, a bracket or a comma, it is a comment',
            "put it in quotes if it belongs to the text, or write a space before the #",
        ),
        "behind_block_mark": Message(
            '"{comment}" is lost: on the line of the mark that begins the text, it is a comment',
            "begin the text on the next line, indented",
        ),
        "bracket_open": Message(
            '"{mark}" is opened here and never closed',
            'add "{close}"; put the value in quotes if the "{mark}" belongs to the text',
        ),
        "bracket_unopened": Message('"{mark}" closes nothing that is open', _QUOTE_IT),
        "behind_bracket": Message(
            'text follows the closing "{mark}"',
            "put the whole value in quotes if the bracket belongs to the text",
        ),
        "no_comma": Message(
            'a "," or "{close}" is missing in front of this',
            'put a comma between entries; put a text with ":", "," or "{{" in it in quotes',
        ),
        "special_beginning": Message(
            'a text can\'t begin with "{mark}" unless it is in quotes', _QUOTE_IT
        ),
        "beside_block_mark": Message(
            'text can\'t stand on the same line as "{mark}"',
            'begin the text on the next line, indented; use quotes if "{mark}" belongs to it',
        ),
        "colon_in_text": Message(
            "a colon and a space end a key; a text that holds them has to be in quotes",
            _QUOTE_IT,
        ),
        "tab_indents": Message("the line is indented with a tab", _USE_SPACES),
        "tab": Message("a tab stands where YAML wants spaces", _USE_SPACES),
        "no_space": Message(
            'a space is missing behind the colon of "{key}"',
            'write "{key}: ", then the value',
        ),
        "no_colon": Message(
            "the line has no key: its colon is missing",
            "put a colon and a space behind a key; indent the line if it continues the text above",
        ),
        "text_not_indented": Message(
            "the line is not indented deeper than the key whose text it continues",
            "indent all lines of the text by two spaces more",
        ),
        "too_deep": Message(
            "the line is indented deeper than the key above it",
            f"{_SAME_COLUMN}; if the line belongs to the text above, put that in quotes",
        ),
        "fits_no_line": Message("the indentation of this line fits no line above it", _SAME_COLUMN),
        "list_beside_key": Message(
            "a list can't begin on the line of its key",
            "begin it on the next line; put the value in quotes if the dash belongs to the text",
        ),
        "list_among_keys": Message(
            "a list entry stands among keys",
            "a value is either a list or keys; indent the entry below the key that it belongs to",
        ),
        "key_among_list": Message(
            "a key stands among the entries of a list",
            'begin the entry with "- ", or indent the line below the entry that it belongs to',
        ),
    },
    """\
The text does not follow the syntax of YAML.

Some characters have a meaning in YAML. Often a text contains a colon and a space, or begins with
one of * & ! % @ ` [ { ": put this text in quotes. Or lines that belong together do not have the
same indentation: indent them alike.

Bad:  title: Slam: ny forskrift
Good: title: "Slam: ny forskrift"
""",
    source=YAML,
)
