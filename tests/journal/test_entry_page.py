"""The page of an entry: each of its controls says what it is of, and what is wrong with it."""

import re

from tests import make
from tests.journal.test_pages import form_of


def test_a_number_that_cannot_be_is_tied_to_its_question(signed_in, owner):
    entry = make.entry(owner=owner, intensity=4)

    page = signed_in.post(f"/journal/entries/{entry.key}/", form_of(entry, intensity="11")).text

    question = page[page.index('aria-describedby="id_intensity_error"') :].split("</fieldset>")[0]
    assert 'id="id_intensity_error"' in question
    assert question.count('aria-invalid="true"') == 11


def test_minus_and_plus_say_what_they_are_of(signed_in, owner):
    entry = make.entry(owner=owner, intensity=4)

    page = signed_in.get(f"/journal/entries/{entry.key}/").text

    names = re.findall(r'<button[^>]* data-by=.*?visually-hidden">([^<]*)</span>', page, re.S)
    assert names[-4:] == [
        "Less: Stiff for so many minutes, if you know",
        "More: Stiff for so many minutes, if you know",
        "Less: Sleep last night, 0 bad to 10 good",
        "More: Sleep last night, 0 bad to 10 good",
    ]
    assert "Less: How strong: Low back, left" in names
    assert len(set(names)) == len(names)
