"""The check before the first hold: a screen of its own the first times, then a line."""

from playwright.sync_api import expect

from tests.e2e.playing import begin, press_through, see_it_first, stage, until_sent


def check(page):
    return page.get_by_role("dialog", name="Before the first point")


def shown(page):
    return page.evaluate("localStorage['backbeat-comfort']")


def test_a_first_session_asks_whether_one_is_comfortable(player, assert_accessible):
    see_it_first(player)
    for words in ("Sitting", "Relaxed", "Breathing evenly", "Medium, a good ache", "Stop at once"):
        expect(check(player).get_by_text(words)).to_be_visible()
    ready = player.get_by_role("button", name="I am comfortable")
    expect(ready).to_be_focused()
    box = ready.bounding_box()
    assert box["height"] >= 56
    assert box["y"] + box["height"] <= 800
    player.clock.resume()
    assert_accessible(player)

    player.keyboard.press("Enter")
    expect(check(player)).to_be_hidden()
    expect(player.get_by_role("button", name="Begin")).to_be_focused()
    assert (stage(player), shown(player)) == ("start", "1")
    player.keyboard.press("Enter")
    assert stage(player) == "ready"


def test_the_fourth_session_only_reminds(player):
    see_it_first(player)
    for _ in range(3):
        player.get_by_role("button", name="I am comfortable").click()
        player.reload()
    expect(check(player)).to_be_hidden()
    expect(player.get_by_text("Are you comfortable, relaxed, breathing evenly?")).to_be_visible()
    begin(player)
    assert stage(player) == "ready"


def test_who_knows_it_need_not_see_it_again(player):
    see_it_first(player)
    player.get_by_role("button", name="Do not show this again").click()
    player.reload()
    expect(check(player)).to_be_hidden()


def test_escape_leads_on_as_well(player):
    see_it_first(player)
    player.keyboard.press("Escape")
    expect(check(player)).to_be_hidden()
    player.keyboard.press("Space")
    assert stage(player) == "ready"


def test_a_session_that_goes_on_does_not_ask(player):
    begin(player)
    press_through(player)
    until_sent(player)
    see_it_first(player)
    expect(player.get_by_role("button", name="Resume")).to_be_visible()
    expect(check(player)).to_be_hidden()
