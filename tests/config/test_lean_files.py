"""Scripts and sheets are sent without comments."""

import re

from django.conf import settings

from config.lean_files import lean, lean_script, one_sheet

SHEETS = settings.BASE_DIR / "static/css"


def test_lean_drops_comments_indents_and_empty_lines():
    assert lean("/* a\n note */\n\na {\n  color: red;\n}\n") == "a {\ncolor: red;\n}"


def test_one_sheet_puts_each_file_into_the_layer_its_import_names():
    files = {"a.css": "a { color: red; }", "b/c.css": "/* c */ c { color: blue; }"}
    main = '@layer x, y;\n@import url("a.css") layer(x);\n@import url("b/c.css") layer(y);'

    assert one_sheet(main, files.__getitem__) == (
        "@layer x, y;\n@layer x {\na { color: red; }\n}\n@layer y {\nc { color: blue; }\n}"
    )


def test_our_sheet_leaves_no_import_behind():
    def read(name):
        return (SHEETS / name).read_text()

    sheet = one_sheet(read("main.css"), read)

    assert "@import" not in sheet
    assert "/*" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_every_sheet_is_imported_or_linked_by_the_guide_or_the_admin():
    imported = set(re.findall(r'url\("([^"]+)"\)', (SHEETS / "main.css").read_text()))
    written = {str(path.relative_to(SHEETS)) for path in SHEETS.rglob("*.css")}

    assert written - imported == {"main.css", "pages/styleguide.css", "curator.css"}


def test_no_sheet_names_an_id_or_forces_a_rule():
    for path in SHEETS.rglob("*.css"):
        rules = lean(path.read_text())
        assert "!important" not in rules, path
        assert not re.search(r"#[\w-]+[^;{}]*\{", rules), path
        assert "Georgia" not in rules, path


def test_every_colour_token_has_a_light_and_a_dark_value():
    tokens = lean((SHEETS / "tokens.css").read_text())
    colours = re.findall(r"--([\w-]+): (?:oklch|light-dark)\(.*", tokens)
    plain = re.findall(r"--([\w-]+): oklch\(", tokens)

    assert len(colours) > 30
    assert sorted(plain) == ["number-dark", "number-light"]


def test_lean_script_drops_comments_and_keeps_code():
    script = "// @ts-check\n/** Says a. */\nconst a = 1; // one\n\n  // two\n  b(a / 2);\n"

    assert lean_script(script) == "const a = 1;\nb(a / 2);"


def test_no_script_of_ours_has_comment_signs_in_a_string():
    quoted = re.compile(r"""("[^"\n]*"|'[^'\n]*'|`[^`]*`)""")
    for path in (settings.BASE_DIR / "static/js").rglob("*.js"):
        code = lean_script(path.read_text())
        for text in quoted.findall(code):
            assert "//" not in text, path
            assert "/*" not in text, path
