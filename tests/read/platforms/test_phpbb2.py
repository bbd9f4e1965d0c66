"""phpBB 2's subSilver and phpBB 3's subsilver2, after their templates."""

from facta.read.page import read_page
from facta.read.raw import Raw

FIRST = (
    "The old bridge over the river was closed in March after the ministry found cracks in two of its piers, and the council has "
    "to decide by the summer whether it can be repaired at all or has to be built anew."
)
LINE = "<br>_________________<br>Look twice"


def silver(number: int, name: str, date: str, text: str) -> str:
    """A post of version 2, with the row of buttons below it."""
    return f"""<tr><td width="150" class="row1"><span class="name"><a name="{number}"></a><b>{name}</b></span><br>
 <span class="postdetails">Engineer<br><br>Joined: 02 Jan 2003<br>Posts: 455<br>Location: Aster</span><br></td>
 <td class="row1"><table><tr><td><a href="viewtopic.php?p={number}#{number}"><img></a><span
  class="postdetails">Posted: {date}<span class="gen">&nbsp;</span>&nbsp; &nbsp;Post subject: The bridge</span></td>
  <td><a href="posting.php?mode=quote"><img></a></td></tr><tr><td colspan="2"><hr></td></tr>
  <tr><td colspan="2"><span class="postbody">{text}</span><span class="gensmall"></span></td></tr>
 </table></td></tr><tr><td class="row1"><span class="nav"><a href="#top">Back to top</a></span></td><td>&nbsp;</td></tr>"""


QUOTE = """</span><table><tr><td><span class="genmed"><b>Ben wrote:</b></span></td></tr>
<tr><td class="quote">It will not.</td></tr></table><span class="postbody"><br>"""
SILVER = f"""<html><head><title>Coast Forum :: View topic - Will the bridge hold?</title></head><body><table><tr><td>
<a class="maintitle" href="viewtopic.php?t=9">Will the bridge hold?</a><table class="forumline">
<tr><th>Author</th><th>Message</th></tr>{silver(51, "Ada", "Fri Jun 06, 2003 9:14 am", FIRST + LINE)}
{silver(52, "Ben", "Fri Jun 06, 2003 10:02 am", "It will not.")}
{silver(53, "Cem", "Sat Jun 07, 2003 8:00 am", QUOTE + "Why?" + LINE)}
</table></td></tr></table></body></html>"""


def silver2(number: int, name: str, date: str, text: str) -> str:
    """A post of subsilver2, a table of its own."""
    return f"""<table class="tablebg"><tr class="row1"><td><a name="p{number}"></a><b class="postauthor">{name}</b></td>
 <td><table><tr><td class="gensmall"><div style="float: left;">&nbsp;<b>Post subject:</b> The bridge</div>
  <div style="float: right;"><a href="./viewtopic.php?p={number}#p{number}"><img></a><b>Posted:</b> {date}&nbsp;</div></td></tr>
  </table> </td></tr><tr class="row1"><td class="profile"><b>Joined:</b> Tue Jan 02, 2007 1:00 pm<br><b>Posts:</b> 12</td>
 <td><table><tr><td><div class="postbody">{text}</div><br></td></tr></table></td></tr></table>"""


QUOTE2 = '<div class="quotetitle">Ben wrote:</div><div class="quotecontent">It will not.</div>'
SILVER2 = f"""<html><head><title>Coast Forum &bull; View topic - Will the bridge hold?</title></head><body><div id="pageheader">
<h2><a class="titles" href="./viewtopic.php?t=9">Will the bridge hold?</a></h2></div><div id="pagecontent">
{silver2(51, "Ada", "Fri Jun 06, 2008 9:14 am", FIRST)}{silver2(52, "Ben", "Fri Jun 06, 2008 10:02 am", "It will not.")}
{silver2(53, "Cem", "Sat Jun 07, 2008 8:00 am", QUOTE2 + "<br>Why?")}
</div></body></html>"""
TEXTS = [("c1", None, "Ben", "It will not."), ("c2", "c1", "Cem", "Ben wrote:\n\nIt will not.\n\nWhy?")]


def test_a_topic_gives_its_replies(thread) -> None:
    """A quotation names whom it answers; what stands below a line of underscores is a signature."""
    told = [(c.id, c.parent, c.author, c.text) for c in thread(SILVER)]
    assert (TEXTS, ["2003-06-06", "2003-06-07"]) == (told, [c.date for c in thread(SILVER)])


def test_the_tables_of_version_three_are_read_alike(thread) -> None:
    """Their date stands beside the subject."""
    told = [(c.id, c.parent, c.author, c.text) for c in thread(SILVER2)]
    assert (TEXTS, ["2008-06-06", "2008-06-07"]) == (told, [c.date for c in thread(SILVER2)])


def test_the_opening_post_is_the_article_and_has_its_date() -> None:
    """And neither its author's box nor its signature."""
    pages = [read_page(Raw(source="-", key_source="-", form="html", data=page)).page for page in (SILVER, SILVER2)]
    assert [("Will the bridge hold?", "2003-06-06"), ("Will the bridge hold?", "2008-06-06")] == [
        (p.title, p.published) for p in pages
    ]
    assert [f"Will the bridge hold?\n\n{FIRST}"] * 2 == [p.text for p in pages]
