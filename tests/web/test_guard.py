"""Who may ask, and what browsers are told."""

import pytest
from litestar.exceptions import WebSocketDisconnect
from litestar.testing import TestClient

from facta.web import create_app


def calls(store, **options):
    return TestClient(create_app(store, **options), base_url="http://localhost", raise_server_exceptions=False)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "localhost:8100", "[::1]:8100"])
def test_names_of_this_machine_are_answered(client, host):
    """With and without a port."""
    assert 200 == client.get("/healthz", headers={"host": host}).status_code


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "192.168.1.5", "0.0.0.0", "127.0.0.1.evil.example", ""]
)
@pytest.mark.parametrize("path", ["/", "/api/pairs", "/no/such/page", "/healthz"])
def test_other_names_are_refused_whatever_is_asked(client, host, path):
    """A stranger's name that points here (DNS rebinding) reads nothing."""
    answer = client.get(path, headers={"host": host})
    assert 421 == answer.status_code
    assert "China" not in answer.text


@pytest.mark.parametrize("path", ["/", "/pair/CHN/RUS", "/no/such/page", "/api/pairs", "/api/relations/XX/RUS", "/favicon.ico"])
def test_every_answer_forbids_scripts_and_styles_in_the_page(client, path):
    """No `unsafe-inline`, nothing from elsewhere, no framing."""
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"} <= set(policy.split("; "))
    assert "nosniff" == answer.headers["x-content-type-options"]
    assert "same-origin" == answer.headers["referrer-policy"]


def test_without_the_token_nothing_is_told(demo_store):
    """Neither pages nor the API nor files; only that the server is up."""
    with calls(demo_store, token="opensesame12") as visitor:
        for path in ("/", "/api/pairs", "/f/x/static/app.js", "/?token=wrong", "/no/such"):
            assert 401 == visitor.get(path).status_code
        assert 401 == visitor.get("/", headers={"authorization": "Bearer wrong"}).status_code
        assert 200 == visitor.get("/healthz").status_code


def test_programs_are_refused_in_json(demo_store):
    """As with every other error of the API; people get a page."""
    with TestClient(create_app(demo_store, token="secret12"), base_url="http://localhost") as client:
        answer, page = client.get("/api/events"), client.get("/")
        elsewhere = TestClient(create_app(demo_store), base_url="http://evil.example.org").get("/api/events")
    assert (401, 401, "Bearer") == (answer.status_code, answer.json()["status"], answer.headers["www-authenticate"])
    assert (401, True) == (page.status_code, page.headers["content-type"].startswith("text/html"))
    assert (421, 421) == (elsewhere.status_code, elsewhere.json()["status"])


def test_the_token_is_taken_from_the_address_into_a_cookie(demo_store):
    """So that it stands in no address that is shared; the rest of the address stays."""
    with calls(demo_store, token="opensesame12") as visitor:
        answer = visitor.get("/pair/CHN/RUS?by=year&token=opensesame12", follow_redirects=False)
        assert (303, "/pair/CHN/RUS?by=year") == (answer.status_code, answer.headers["location"])
        assert "HttpOnly; SameSite=Strict" in answer.headers["set-cookie"]
        assert 200 == visitor.get("/").status_code


def test_programs_bring_the_token_in_a_header(demo_store):
    """`Authorization: Bearer`, whatever name they call the host by."""
    with calls(demo_store, token="opensesame12") as visitor:
        headers = {"authorization": "Bearer opensesame12", "host": "lab.example:8100"}
        assert 200 == visitor.get("/api/pairs", headers=headers).status_code


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "/x%0d%0aset-cookie:a=b"])
def test_the_way_back_from_the_token_stays_here(demo_store, path):
    """No other host, and no header of the asker's making."""
    with calls(demo_store, token="opensesame12") as visitor:
        answer = visitor.get(f"http://localhost{path}?token=opensesame12", follow_redirects=False)
        where = answer.headers["location"]
        assert (303, "/") == (answer.status_code, where[0])
        assert where[1:2] not in ("/", "\\")
        assert "a=b" not in answer.headers["set-cookie"]


def test_nobody_is_let_in_by_websocket(demo_store):
    """No page of ours opens one."""
    with calls(demo_store, token="opensesame12") as visitor, pytest.raises(WebSocketDisconnect), visitor.websocket_connect("/"):
        pass


def test_a_write_from_elsewhere_is_refused(own_store):
    """Without the token of the page (CSRF) a verdict changes nothing."""
    with calls(own_store) as visitor:
        visitor.get("/")
        form = {"commitment": "e" * 12, "deed": "e" * 12, "said": "yes"}
        answer = visitor.post("/ledger/CHN/RUS/verdict", data=form, headers={"accept": "text/html"})
        assert 403 == answer.status_code
        assert "too old to change anything" in answer.text


def test_only_files_that_are_meant_for_it_are_served(client):
    """By name, never by a path that somebody made up; build files are not among them."""
    for name in (
        "static/../app.py",
        "vendor/build.mjs",
        "vendor/package.json",
        "vendor/vendor.toml",
        "static/%2e%2e/app.py",
        "templates/base.html",
    ):
        assert 404 == client.get(f"/f/x/{name}").status_code
    assert "text/css; charset=utf-8" == client.get("/f/x/static/tokens.css").headers["content-type"]


def test_a_file_is_kept_by_browsers_as_long_as_its_address_holds(client):
    """The address changes with the content; an old address is asked again."""
    page = client.get("/").text
    address = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "public, max-age=31536000, immutable" == client.get(address).headers["cache-control"]
    assert "no-cache" == client.get("/f/old/static/tokens.css").headers["cache-control"]
