"""Codes after the password, codes for the day the phone is lost, and the square to scan."""

from allauth.mfa.models import Authenticator

from config.templatetags.accounts import modules_path, qr_code
from tests.config.accounts.steps import code_of, confirm, log_in


def test_codes_are_turned_on_asked_for_and_replaced_by_recovery_codes(client, owner):
    log_in(client)
    confirm(client)
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    assert client.post("/account/2fa/totp/activate/", {"code": "000"}).status_code == 422
    done = client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    assert done.url == "/account/2fa/recovery-codes/"
    codes = client.get(done.url).context["unused_codes"]
    assert len(codes) == 10
    client.logout()

    assert log_in(client).url.startswith("/account/2fa/authenticate/")
    assert client.get("/you/").url.startswith("/account/login/")
    assert client.post("/account/2fa/authenticate/", {"code": "123456"}).status_code == 422
    response = client.post("/account/2fa/authenticate/", {"code": codes[0]})

    assert (response.status_code, response.url) == (302, "/")
    assert client.get("/you/").status_code == 200


def test_codes_can_be_turned_off_again(client, owner):
    log_in(client)
    confirm(client)
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret
    client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})

    assert client.post("/account/2fa/totp/deactivate/").url == "/account/2fa/"
    assert not Authenticator.objects.filter(type="totp").exists()


def test_the_square_to_scan_says_the_address_of_the_key():
    drawn = qr_code("otpauth://totp/owner?secret=ABC&issuer=Backbeat")

    side = drawn["width"] - 8
    assert side in range(21, 60, 4)  # the sizes that the standard knows
    assert drawn["path"].startswith("M0 0h7v1h-7z")  # top edge of the first corner mark


def test_a_run_of_dark_modules_is_one_rectangle():
    assert modules_path([[True, True, False], [False, False, True]]) == "M0 0h2v1h-2zM2 1h1v1h-1z"
