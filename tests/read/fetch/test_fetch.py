import gzip
import time

import pytest

from facta.errors import InputError
from facta.read.fetch import MAX_HOPS, TRIES, Fetcher
from facta.read.fetch.hosts import MAX_FAULTS

PAGE = b"<html><p>Ministers met.</p></html>"


def _why(fetcher, url):
    with pytest.raises(InputError) as error:
        fetcher.get(url)
    return str(error.value)


def test_a_page_comes_with_its_address_and_type(site, fetcher):
    """What the server declares is kept, and the server is told who asks."""
    url = site.lay("/a?b=c", (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE))
    page = fetcher.get(url + "#part")
    assert (url, "text/html; charset=utf-8", PAGE) == (page.url, page.content_type, page.body)
    assert ["/robots.txt", "/a?b=c"] == [path for path, _ in site.asked]
    assert all(headers["User-Agent"].startswith("facta/") for _, headers in site.asked)


OURS = "facta/0.1 (news event coder; obeys robots.txt"


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("ada@example.org", (f"{OURS}; +ada@example.org)", "ada@example.org")),
        ("https://example.org/@ada", (f"{OURS}; +https://example.org/@ada)", None)),
        ("", (f"{OURS})", None)),
    ],
)
def test_a_server_is_told_whom_to_write_to(site, tmp_path, monkeypatch, contact, told):
    """The setting `contact` stands in the user agent and, if it is an e-mail address, as From; robots.txt is asked so too."""
    monkeypatch.setenv("FACTA_CONTACT", contact)
    Fetcher(allow_private=True, cache=tmp_path, delay=0).get(site.lay("/", PAGE))
    assert [told] * 2 == [(headers["User-Agent"], headers.get("From")) for _, headers in site.asked]


def test_addresses_of_this_machine_are_refused_by_default(site, tmp_path):
    """Without the explicit argument no request reaches the server, whatever form its address is written in."""
    url = site.lay("/", PAGE)
    fetcher = Fetcher(cache=tmp_path, delay=0)
    port = url.split(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0"):
        assert "leads to " == _why(fetcher, f"http://{host}:{port}")[:9]
    assert [] == site.asked


def test_a_redirect_into_this_machine_is_refused(site, fetcher, monkeypatch):
    """Each hop is checked like the first: here the first host passes as public and sends to a private one."""
    from facta.read.fetch import connect

    monkeypatch.setattr(connect, "is_public", lambda address: address == "127.0.0.1")
    strict = Fetcher(cache=fetcher._cache.folder, delay=0)
    url = site.lay("/a", (302, {"Location": "http://10.0.0.1/admin"}, b""))
    assert "leads to 10.0.0.1" in _why(strict, url)


def test_redirects_are_followed_to_the_end_and_no_further_than_the_limit(site, fetcher):
    """The final address is the page's; a circle is a failure; other schemes are not followed."""
    site.lay("/new", PAGE)
    url = site.lay("/old", (301, {"Location": "new"}, b""))
    assert site.base + "/new" == fetcher.get(url).url
    loop = site.lay("/loop", (302, {"Location": "/loop"}, b""))
    assert f"more than {MAX_HOPS} times" in _why(fetcher, loop)
    assert "scheme 'file'" in _why(fetcher, site.lay("/f", (302, {"Location": "file:///etc/passwd"}, b"")))


def test_robots_txt_is_obeyed_and_asked_once_a_host(site, fetcher):
    """A closed path is not asked for."""
    site.lay("/robots.txt", (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /closed\n"))
    closed, open_ = site.lay("/closed/1", PAGE), site.lay("/open", PAGE)
    assert "is closed to programs by" in _why(fetcher, closed)
    assert PAGE == fetcher.get(open_).body
    assert ["/robots.txt", "/open"] == [path for path, _ in site.asked]


def test_a_host_whose_robots_txt_fails_is_left_alone(site, fetcher):
    """As RFC 9309 has it: a server error closes everything, and is not asked for again page by page."""
    site.lay("/robots.txt", (503, {}, b""))
    for path in ("/a", "/b"):
        assert "is left alone" in _why(fetcher, site.lay(path, PAGE))
    assert [] == site.paths()
    assert TRIES == len(site.asked)


def test_requests_to_one_host_are_spaced(site, tmp_path, pauses):
    """Between two requests lies the delay, or what robots.txt asks for if that is more."""
    site.lay("/robots.txt", (200, {}, b"User-agent: *\nCrawl-delay: 50\n"))
    fetcher = Fetcher(allow_private=True, cache=tmp_path, delay=30, sleep=pauses.append)
    for path in ("/a", "/b"):
        fetcher.get(site.lay(path, PAGE))
    assert [50, 100] == [round(pause, -1) for pause in pauses]


def test_faults_that_may_pass_are_tried_again(site, fetcher, pauses):
    """A busy server gets time, as much as it asks for; a lasting fault is told after the last try."""
    url = site.lay("/a", (503, {"Retry-After": "7"}, b""), (500, {}, b""), PAGE)
    assert PAGE == fetcher.get(url).body
    assert [7.0, 2.0] == pauses
    assert f"answered 502 Bad Gateway, {TRIES} times." == _why(fetcher, site.lay("/b", (502, {}, b"")))


def test_lasting_faults_are_not_tried_again(site, fetcher):
    """A page that is gone is asked for once."""
    assert "answered 404 Not Found." == _why(fetcher, site.base + "/gone")
    assert ["/gone"] == site.paths()


def test_an_unchanged_page_comes_from_the_cache(site, fetcher, tmp_path):
    """The second time the server is asked by condition and its 304 brings the kept page, also in another run."""
    url = site.lay(
        "/a",
        (200, {"Content-Type": "text/html", "ETag": '"1"', "Last-Modified": "Tue, 03 Apr 2018 10:00:00 GMT"}, PAGE),
        (304, {}, b""),
    )
    first = fetcher.get(url)
    again = Fetcher(allow_private=True, cache=tmp_path / "cache", delay=0).get(url)
    assert first == again
    asked = site.asked[-1][1]
    assert ('"1"', "Tue, 03 Apr 2018 10:00:00 GMT") == (asked["If-None-Match"], asked["If-Modified-Since"])


def test_a_page_was_made_when_its_server_says(site, fetcher):
    """A cache on the way keeps that date, and so does ours; "2 hours ago" on the page counts from it."""
    url = site.lay("/a", (200, {"Date": "Thu, 14 Mar 2024 01:30:00 GMT", "ETag": '"1"'}, PAGE), (304, {}, b""))
    assert ["2024-03-14T01:30:00+00:00"] * 2 == [fetcher.get(url).date for _ in range(2)]


def test_a_page_that_changed_or_may_not_be_kept_comes_anew(site, fetcher):
    """A 200 replaces what was kept; without a validator, or against the server's word, nothing is kept."""
    url = site.lay("/a", (200, {"ETag": '"1"'}, PAGE), (200, {"ETag": '"2"'}, b"new"), (304, {}, b""))
    assert [PAGE, b"new", b"new"] == [fetcher.get(url).body for _ in range(3)]
    for headers in ({}, {"ETag": '"1"', "Cache-Control": "no-store"}):
        url = site.lay("/b", (200, headers, PAGE))
        fetcher.get(url), fetcher.get(url)
        assert "If-None-Match" not in site.asked[-1][1]


def test_a_damaged_or_unwritable_cache_is_no_obstacle(site, tmp_path):
    """A kept page that can't be read is fetched; a folder that can't be made keeps nothing."""
    url = site.lay("/a", (200, {"ETag": '"1"'}, PAGE))
    Fetcher(allow_private=True, cache=tmp_path / "c", delay=0).get(url)
    (kept,) = (path for path in (tmp_path / "c").rglob("*") if path.is_file())
    kept.write_bytes(b"\x00garbage")
    assert PAGE == Fetcher(allow_private=True, cache=tmp_path / "c", delay=0).get(url).body
    (tmp_path / "file").write_text("in the way")
    assert PAGE == Fetcher(allow_private=True, cache=tmp_path / "file", delay=0).get(url).body


def test_a_page_over_the_limit_is_given_up_while_it_streams(site, tmp_path, monkeypatch):
    """An endless page ends at the limit, declared length or none."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "100000")
    fetcher = Fetcher(allow_private=True, cache=tmp_path, delay=0)

    def endless(handler):
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 10_000)
        except OSError:
            handler.close_connection = True

    site.answers["/endless"] = endless
    assert "is larger than 100,000 bytes" in _why(fetcher, site.base + "/endless")
    assert "is larger than 100,000 bytes" in _why(fetcher, site.lay("/long", b"x" * 100_001))
    assert 100_000 == len(fetcher.get(site.lay("/fits", b"x" * 100_000)).body)


def test_a_server_that_hangs_or_breaks_off_is_told_so(site, tmp_path, pauses):
    """Silence ends at the timeout, half a page is no page."""
    fetcher = Fetcher(allow_private=True, cache=tmp_path, delay=0, timeout=0.2, sleep=pauses.append)

    def silent(handler):
        time.sleep(0.5)
        handler.close_connection = True

    site.answers["/silent"] = silent
    assert "did not answer within 0.2 seconds, 3 times." == _why(fetcher, site.base + "/silent")
    half = site.lay("/half", (200, {"Content-Length": "500", "Connection": "close"}, PAGE))
    assert "broke off in the middle" in _why(fetcher, half)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"])
def test_a_server_that_drips_is_given_up(site, tmp_path, pauses, monkeypatch, head):
    """Bytes that keep coming one by one, in the headers or the body, hold a run up for no longer than some timeouts."""
    from facta.read.fetch import connect

    monkeypatch.setattr(connect, "PATIENCE", 1)
    fetcher = Fetcher(allow_private=True, cache=tmp_path, delay=0, timeout=1, sleep=pauses.append)

    def drip(handler):
        handler.close_connection = True
        handler.wfile.write(head)
        try:
            for _ in range(200):
                handler.wfile.write(b"X")
                time.sleep(0.05)
        except OSError:
            pass

    site.answers["/drip"] = drip
    assert "was not through after 1 seconds, 3 times." == _why(fetcher, site.base + "/drip")


def test_a_host_that_keeps_failing_is_left_alone(site, fetcher):
    """After some pages in a row; one answer, whichever, in between begins the count anew."""
    for n in range(2 * MAX_FAULTS):
        site.lay(f"/{n}", (500, {}, b""))
    for n in range(MAX_FAULTS - 1):
        assert "answered 500" in _why(fetcher, f"{site.base}/{n}")
    assert "answered 404" in _why(fetcher, site.base + "/gone")
    for n in range(MAX_FAULTS):
        assert "answered 500" in _why(fetcher, f"{site.base}/{n}")
    asked = len(site.asked)
    assert "failed 5 times in a row; try again later." in _why(fetcher, site.base + "/9")
    assert asked == len(site.asked)


def test_a_host_that_asks_for_a_long_rest_gets_it(site, fetcher):
    """Its other pages are not asked for meanwhile."""
    assert "asks to come back in 9999 seconds" in _why(fetcher, site.lay("/a", (429, {"Retry-After": "9999"}, b"")))
    assert "is left alone, since 127.0.0.1" in _why(fetcher, site.lay("/b", PAGE))
    assert ["/a"] == site.paths()


def test_a_name_that_leads_into_this_network_is_refused(site, tmp_path, monkeypatch):
    """Whatever the name looks like: every address it has is looked at, and the one that was checked is asked."""
    import socket

    def lookup(*addresses):
        return lambda host, port, **_: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in addresses]

    fetcher = Fetcher(cache=tmp_path, delay=0)
    for n, addresses in enumerate((["10.0.0.7"], ["93.184.216.34", "192.168.0.1"], ["169.254.169.254"])):
        monkeypatch.setattr(socket, "getaddrinfo", lookup(*addresses))
        assert f"leads to {addresses[-1]}, an address inside" in _why(fetcher, f"http://news{n}.example/")


def test_a_host_that_refuses_is_told_so(fetcher):
    """A closed port is a fault like others, said in one line."""
    assert "refused" in _why(fetcher, "http://127.0.0.1:1/").lower()


def test_compressed_pages_keep_their_coding(site, fetcher):
    """The body is kept as sent, with the name of its coding."""
    packed = gzip.compress(PAGE)
    page = fetcher.get(site.lay("/a", (200, {"Content-Encoding": "gzip"}, packed)))
    assert ("gzip", packed) == (page.coding, page.body)
