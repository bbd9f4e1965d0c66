"""`facta serve`: where it listens, what it asks for, and how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from facta.errors import UsageError
from facta.web.serving import checked_token, listen


def started(store, *options):
    """`facta serve` in a process of its own, and the address it prints."""
    command = [sys.executable, "-m", "facta", "serve", "--store", str(store), "--port", "0", "--no-open", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | {"BROWSER": "false"})
    return process, re.search(r"http://\S+", process.stderr.readline())[0]


def read(address):
    with urllib.request.urlopen(address) as answer:
        return answer.status, answer.read().decode()


def ended(process):
    process.send_signal(signal.SIGINT)
    return process.communicate(timeout=30)[1]


def test_it_says_where_it_is_and_ends_quietly(demo_store):
    """On loopback, with the demo's start page; Ctrl-C leaves no trace on stderr."""
    process, address = started(demo_store)
    try:
        status, page = read(address)
    finally:
        rest = ended(process)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
    assert (200, True) == (status, "Do deeds follow words?" in page)
    assert "" == rest


def test_open_to_others_it_makes_up_a_token(demo_store):
    """Which the address that it prints brings along, and without which nobody is answered."""
    process, address = started(demo_store, "--host", "0.0.0.0")
    try:
        with pytest.raises(urllib.error.HTTPError, match="401"):
            read(address.partition("?")[0])
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert 200 == opener.open(address).status
    finally:
        ended(process)
    assert len(address.partition("token=")[2]) == 32


def test_a_token_that_is_easily_guessed_is_refused():
    """Too short, or with characters that addresses would change."""
    for token in ("", "short", "with space in it", "Grüße1234567"):
        with pytest.raises(UsageError, match="at least 8 letters and digits"):
            checked_token("127.0.0.1", token)
    assert "opensesame12" == checked_token("0.0.0.0", "opensesame12")
    assert checked_token("127.0.0.1", None) is None


def test_a_port_that_is_taken_is_named_with_what_to_do():
    """No traceback."""
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(UsageError, match="--port"):
        listen("127.0.0.1", other.getsockname()[1])


def test_a_store_that_is_not_there_is_said_before_anything_is_served(tmp_path):
    """One line, exit code 1."""
    command = [sys.executable, "-m", "facta", "serve", "--store", str(tmp_path / "no.duckdb"), "--no-open"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 1 == done.returncode
    assert "There is no store at" in done.stderr
    assert 1 == len(done.stderr.strip().splitlines())
