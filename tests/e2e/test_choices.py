"""Choices as they are drawn: the mark of the chosen one keeps its size beside long words."""


def test_the_mark_of_a_chosen_length_is_not_squeezed_by_its_words(signed_in_page, live_server):
    page = signed_in_page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{live_server.url}/journal/fair-tests/new/")

    marks = page.locator(".chip__check:visible")
    assert [mark.bounding_box()["width"] for mark in marks.all()] == [18, 18]
