"""What holds for every picture: its forms, its bytes, and what drawing it leaves behind."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO

import matplotlib
import pytest
from matplotlib.image import imread

from facta.errors import UsageError
from facta.relations import pictures
from tests.relations.picture_makers import commitment, ledger, relation, texts

SOME = relation([((2, 1), (1, 0), (0, 1))] * 3)
DRAWN = {"relation": (pictures.relation, SOME), "ledger": (pictures.ledger, ledger(commitment()))}
BEGINS = {"svg": b"<?xml", "png": b"\x89PNG\r\n\x1a\n", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("form", BEGINS)
@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_of_the_form_asked_for_and_always_the_same(name, form):
    """Drawn twice, the bytes are equal, and begin as such a file begins."""
    draw, found = DRAWN[name]
    first = draw(found, form)
    assert BEGINS[form] == first[: len(BEGINS[form])]
    assert first == draw(found, form)


@pytest.mark.parametrize("name", DRAWN)
def test_any_other_form_is_refused(name):
    """The error names the forms there are."""
    draw, found = DRAWN[name]
    with pytest.raises(UsageError, match="html, png, svg"):
        draw(found, "pdf")


def test_a_picture_is_the_same_in_every_process_and_matplotlib_waits_until_one_is_drawn():
    """No order of a set, no time and no random salt gets into the bytes; pyplot and its windows are never loaded."""
    script = """
import sys, hashlib
from facta.relations import pictures
loaded = "matplotlib" in sys.modules
from tests.relations.pictures.test_pictures import SOME
drawn = [hashlib.sha256(pictures.relation(SOME, form)).hexdigest() for form in ("svg", "png")]
print(loaded, "matplotlib.pyplot" in sys.modules, *drawn)
"""
    run = [sys.executable, "-c", script]
    told = subprocess.run(run, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": "1"}).stdout
    here = [sha256(pictures.relation(SOME, form)).hexdigest() for form in ("svg", "png")]
    assert ["False", "False", *here] == told.split()


def test_drawing_neither_heeds_nor_changes_the_settings_of_matplotlib():
    """Somebody who draws in the same process keeps theirs, and we keep ours."""
    ours = pictures.relation(SOME, "svg")
    with matplotlib.rc_context({"font.size": 33, "svg.fonttype": "path", "svg.hashsalt": None, "axes.facecolor": "red"}):
        before = dict(matplotlib.rcParams)
        assert ours == pictures.relation(SOME, "svg")
        assert before == dict(matplotlib.rcParams)


def test_threads_may_draw_at_once():
    """Each gets the picture that it would get alone."""
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: pictures.relation(SOME, "svg"), range(4)))
    assert {pictures.relation(SOME, "svg")} == set(drawn)


@pytest.mark.parametrize("name", DRAWN)
def test_a_png_is_sharp_enough_for_print(name):
    """More than 1,700 pixels across, on white."""
    draw, found = DRAWN[name]
    pixels = imread(BytesIO(draw(found, "png")), format="png")
    assert pixels.shape[1] >= 1700
    assert [1, 1, 1] == pixels[0, 0, :3].tolist()


HOSTILE = "</text></svg><script>alert('1')</script> & $x$ \"]]> --> \x00\x1b[31m\ud800\u202e"
"""Breaks out of markup, is mathematics to matplotlib, steers a terminal, and is no XML."""


@pytest.mark.parametrize("form", ["svg", "html", "png"])
def test_hostile_words_stay_words(form):
    """They are drawn letter by letter, and are markup nowhere."""
    hostile = ledger(
        commitment(subject=HOSTILE, deed_words=HOSTILE, reason=HOSTILE, by="<b>", to="'>"),
        names=(HOSTILE, "<img src=x onerror=1>"),
    )
    drawn = [pictures.ledger(hostile, form), pictures.relation(relation([((1, 0), (0, 0), (0, 0))], names=hostile.names), form)]
    drawn.append(pictures.relation(relation([], names=hostile.names), form))
    if form != "png":
        for picture in drawn:
            assert [] == [bad for bad in (b"<script", b"<img", b"<b>", b"\x00", b"\x1b") if bad in picture]
    if form == "svg":
        assert any("</text></svg><script>alert('1')</script> & $x$" in text for text in texts(drawn[0]))
