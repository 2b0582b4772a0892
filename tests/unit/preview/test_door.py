"""Who is let in."""

from http.cookies import SimpleCookie
from typing import Any

import pytest

from indictment.preview.door import Door, Keys
from tests.unit.preview.asking import Answer, ask

PORT = 8421
HOST = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HOST}"


async def inside(scope: Any, receive: Any, send: Any) -> None:
    body = f"inside {scope['path']}".encode()
    headers = [(b"content-type", b"text/plain"), (b"x-frame-options", b"SAMEORIGIN")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def keys() -> Keys:
    return Keys(PORT)


@pytest.fixture
def door(keys: Keys) -> Door:
    return Door(inside, keys)


def entered(door: Door, keys: Keys) -> Answer:
    return ask(door, f"/?token={keys.token}", host=HOST)


def cookie(keys: Keys) -> str:
    return f"{keys.name}={keys.cookie}"


def test_the_token_is_taken_for_a_cookie_once(door: Door, keys: Keys) -> None:
    first = entered(door, keys)
    assert (first.status, first.headers["location"]) == (303, f"{keys.room}/")
    given = SimpleCookie(first.headers["set-cookie"])[keys.name]
    assert given.value == keys.cookie
    assert (given["path"], given["samesite"]) == (f"{keys.room}/", "Strict")
    assert given["httponly"]
    again = entered(door, keys)
    assert again.status == 403
    assert "works once" in again.text
    assert "set-cookie" not in again.headers


@pytest.mark.parametrize("query", ["", "?token=", "?token=wrong", "?token=%00", "?other=1"])
def test_nobody_enters_without_the_token(door: Door, keys: Keys, query: str) -> None:
    answer = ask(door, f"/{query}", host=HOST)
    assert answer.status == 403
    assert "set-cookie" not in answer.headers
    assert not keys.is_used


def test_the_room_is_open_to_who_has_the_cookie(door: Door, keys: Keys) -> None:
    answer = ask(door, f"{keys.room}/state", host=HOST, cookie=f"other=1; {cookie(keys)}")
    assert answer.text == "inside /state"


@pytest.mark.parametrize("held", ["", "indict-8421=wrong", "indict-1=x", "=;;\x01"])
def test_the_room_is_closed_without_the_cookie(door: Door, keys: Keys, held: str) -> None:
    assert ask(door, f"{keys.room}/state", host=HOST, cookie=held).status == 403


@pytest.mark.parametrize("path", ["/state", "/events", "/words/1", "//state", "/x/state"])
def test_nothing_is_answered_outside_the_room(door: Door, keys: Keys, path: str) -> None:
    assert ask(door, path, host=HOST, cookie=cookie(keys)).status == 403


@pytest.mark.parametrize(
    "host", ["", "localhost:8421", "attacker.example", f"attacker.example:{PORT}", "127.0.0.1"]
)
def test_a_name_of_the_net_that_leads_here_is_another_host(
    door: Door, keys: Keys, host: str
) -> None:
    for path in (f"/?token={keys.token}", f"{keys.room}/state"):
        assert ask(door, path, host=host, cookie=cookie(keys)).status == 403
    assert not keys.is_used


@pytest.mark.parametrize("origin", ["http://attacker.example", "null", "http://127.0.0.1:1", ""])
def test_a_page_of_another_origin_is_not_answered(door: Door, keys: Keys, origin: str) -> None:
    path = f"{keys.room}/state"
    assert ask(door, path, host=HOST, origin=origin, cookie=cookie(keys)).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_page_loads_is_not_answered(door: Door, keys: Keys, site: str) -> None:
    path = f"{keys.room}/picture/x"
    answer = ask(door, path, host=HOST, sec_fetch_site=site, cookie=cookie(keys))
    assert answer.status == 403


def test_what_has_an_effect_needs_the_pen_and_the_origin(door: Door, keys: Keys) -> None:
    path = f"{keys.room}/open"
    known: dict[str, Any] = {"host": HOST, "method": "POST", "cookie": cookie(keys)}
    assert ask(door, path, **known).status == 403
    assert ask(door, path, origin=ORIGIN, **known).status == 403
    assert ask(door, path, origin=ORIGIN, x_indict_pen="wrong", **known).status == 403
    assert ask(door, path, x_indict_pen=keys.pen, **known).status == 403
    assert ask(door, path, origin=ORIGIN, x_indict_pen=keys.pen, **known).status == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_are_refused(door: Door, keys: Keys, method: str) -> None:
    path = f"{keys.room}/state"
    known = {"host": HOST, "origin": ORIGIN, "cookie": cookie(keys), "x_indict_pen": keys.pen}
    assert ask(door, path, method=method, **known).status == 403


def test_each_answer_forbids_to_keep_it_and_to_load_from_elsewhere(door: Door, keys: Keys) -> None:
    for answer in (
        ask(door, f"{keys.room}/", host=HOST, cookie=cookie(keys)),
        ask(door, "/", host=HOST),
        ask(door, "/", host="attacker.example"),
        entered(door, keys),
    ):
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_an_answer_that_says_who_may_frame_it_keeps_that(door: Door, keys: Keys) -> None:
    answer = ask(door, f"{keys.room}/redline", host=HOST, cookie=cookie(keys))
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_two_runs_have_no_secret_in_common(keys: Keys) -> None:
    other = Keys(PORT)
    secrets = {keys.token, keys.cookie, keys.room, keys.pen, other.token, other.cookie, other.room}
    assert len(secrets) == 7
    assert all(len(secret) > 20 for secret in secrets)


def test_the_usual_port_is_not_named() -> None:
    keys = Keys(80)
    assert keys.address.startswith("http://127.0.0.1/?token=")
    assert ask(Door(inside, keys), f"/?token={keys.token}", host="127.0.0.1").status == 303


def test_what_drafters_wrote_is_never_taken_for_html(door: Door, keys: Keys) -> None:
    answer = ask(door, f"{keys.room}/<script>alert(1)</script>", host=HOST, cookie="<script>")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "<script>" not in answer.text
