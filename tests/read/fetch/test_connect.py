import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facta.errors import InputError
from facta.read.fetch.connect import is_public, tidy


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_with_a_special_use_are_not_public(address):
    """Loopback, private, link-local (cloud metadata too), multicast, and such addresses wrapped in IPv6."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_public(address):
    """Ordinary addresses may be asked."""
    assert is_public(address)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("HTTPS://Example.COM:443", "https://example.com/"),
        ("http://example.com:8080/a b?q=é#x", "http://example.com:8080/a%20b?q=%C3%A9"),
        ("http://bücher.example/%7Ea", "http://xn--bcher-kva.example/%7Ea"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        ("http://a.example/x\r\nHost: b", "http://a.example/xHost:%20b"),
    ],
)
def test_an_address_has_one_form(written, asked):
    """Host in small ASCII letters, no default port, no fragment, nothing that could end a header line."""
    assert asked == tidy(written)


@pytest.mark.parametrize(
    "written", ["ftp://a.example/", "http://", "http://u:p@a.example/", "http://a:b/", "http://[::1/", "http://..example/", "x"]
)
def test_what_can_not_be_asked_is_refused(written):
    """Other schemes, no host, passwords and broken addresses are one clear line."""
    with pytest.raises(InputError):
        tidy(written)


@settings(deadline=None)
@given(st.text())
@example("\u2024")
def test_any_text_is_an_address_or_refused(text):
    """No address crashes, and none is changed by tidying it twice."""
    try:
        once = tidy("http://" + text)
    except InputError:
        return
    assert once == tidy(once)
    assert once.isascii() and once.isprintable() and " " not in once
