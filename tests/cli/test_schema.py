"""``hearingkit schema``: what an editor reads."""

from tests.rendering import ROOT
from tests.workspaces import in_process


def test_prints_the_schema_that_is_committed() -> None:
    result = in_process("schema")

    assert result.exit_code == 0
    assert result.stdout == (ROOT / "hearingkit.schema.json").read_text("utf-8")
