"""The writer of the catalogue: nothing changes without a cause, and then its own lines alone."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points import checking, telling, writing
from points.kinds import KINDS
from points.questions import CATALOGUE
from tests.points.text import text

FILES = [
    (name, file)
    for name, kind in KINDS.items()
    for file in (
        sorted((CATALOGUE / kind.path).glob("*.toml"))
        if (CATALOGUE / kind.path).is_dir()
        else [CATALOGUE / kind.path]
    )
]
SAMPLE = """\
# What stands first.

[one]
name = "A"  # a word
# a comment
steps = [
  "x",
  "y",
]
seconds = [30, 60]

[one.place]
level = "L2"
computed = { frame = "back", cun = 1.5 }

[two]
name = "B"
"""
ONE = {
    "name": "A",
    "steps": ["x", "y"],
    "seconds": [30, 60],
    "place": {"level": "L2", "computed": {"cun": 1.5, "frame": "back"}},
}
VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])) | st.booleans() | st.integers(-999, 999),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


def values(name):
    """What the rows of a kind tell, by key; the rows themselves are not saved."""
    kind = KINDS[name]
    told = {}
    for entry in text()[name]:
        linked = {key: entry.values.get(key, "") for key in kind.links}
        told[entry.key] = telling.values_of(name, checking.row_of(kind, entry)) | linked
    return told


@pytest.mark.parametrize(("name", "file"), FILES, ids=lambda one: getattr(one, "name", one))
def test_rows_write_the_very_bytes_they_came_from(name, file):
    written = file.read_text(encoding="utf-8")

    assert writing.rewritten(written, values(name)) == written


@pytest.mark.parametrize(("name", "file"), FILES, ids=lambda one: getattr(one, "name", one))
def test_every_line_is_written_in_our_one_style(name, file):
    """So a value that is changed and changed back leaves no trace."""
    for line in spans(file.read_text(encoding="utf-8")):
        ((key, value),) = tomllib.loads("\n".join(line)).items()
        apart = "apart" if len(line) > 1 else ""
        assert writing.toml_of(value, apart=bool(apart)) == "\n".join(line).partition(" = ")[2]
        assert key


def spans(written):
    """The lines of each key, found apart from the code under test: a key begins in column 0."""
    found, here = [], []
    for line in written.splitlines():
        if line[:1].isalpha():
            here = [line]
            found.append(here)
        elif line.startswith((" ", "]")):
            here.append(line)
    return found


def test_unchanged_text_is_untouched():
    assert writing.rewritten(SAMPLE, {"one": ONE, "two": {"name": "B"}}) == SAMPLE


def changed(**changes):
    return writing.rewritten(SAMPLE, {"one": ONE | changes})


def test_changed_text_changes_its_line_alone():
    assert changed(name='A "new" one') == SAMPLE.replace(
        'name = "A"  # a word', 'name = "A \\"new\\" one"'
    )


def test_changed_list_keeps_its_shape():
    assert changed(steps=["x", "z"]) == SAMPLE.replace('  "y",', '  "z",')
    assert changed(seconds=[30, 90]) == SAMPLE.replace("[30, 60]", "[30, 90]")


def test_comments_on_their_own_lines_stay():
    assert "# a comment\n" in changed(name="C", steps=["z"])
    assert changed(name="C").startswith("# What stands first.\n")


def test_table_is_written_in_its_old_order():
    place = {"level": "L3", "computed": {"cun": 2, "frame": "back"}}

    assert changed(place=place) == SAMPLE.replace('"L2"', '"L3"').replace("cun = 1.5", "cun = 2")


def test_new_key_comes_after_the_last_of_its_entry():
    assert changed(note="N") == SAMPLE.replace(
        "seconds = [30, 60]\n", 'seconds = [30, 60]\nnote = "N"\n'
    )


def test_new_key_of_a_table_comes_after_its_last():
    place = ONE["place"] | {"side": "left"}

    assert changed(place=place) == SAMPLE.replace("cun = 1.5 }\n", 'cun = 1.5 }\nside = "left"\n')


def test_emptied_text_stays_as_an_empty_one_and_an_emptied_number_goes():
    assert changed(name="") == SAMPLE.replace('name = "A"  # a word', 'name = ""')
    assert changed(seconds=None) == SAMPLE.replace("seconds = [30, 60]\n", "")


def test_empty_values_that_were_not_written_stay_unwritten():
    assert changed(note="", width=None) == SAMPLE


def test_entry_of_no_row_is_left_alone():
    assert writing.rewritten(SAMPLE, {"three": {"name": "C"}}) == SAMPLE


@given(value=VALUES)
def test_what_is_written_is_read_again(value):
    assert tomllib.loads(f"key = {writing.toml_of(value)}")["key"] == value


@given(name=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_in_a_file(name):
    assert tomllib.loads(changed(name=name))["one"]["name"] == name
    assert tomllib.loads(changed(name=name))["two"] == {"name": "B"}


@pytest.mark.parametrize("name", KINDS)
def test_row_tells_what_its_entry_says(name):
    told = values(name)

    for entry in text()[name]:
        for key, value in told[entry.key].items():
            assert telling.is_same(entry.values.get(key, ""), value), (entry.key, key)
