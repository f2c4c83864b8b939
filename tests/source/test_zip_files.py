import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from hearingkit.source.zip_files import packed

PARTS = st.dictionaries(st.text("abc/.øÅ日", min_size=1), st.binary())


@given(PARTS)
def test_a_zip_file_is_as_the_library_would_write_it(parts: dict[str, bytes]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)

    assert packed(parts.items()) == stream.getvalue()
