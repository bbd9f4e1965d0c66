"""OpenWeb's conversation, in its present layout and in the older one of Spot.IM."""


def message(name: str, text: str) -> str:
    return (
        '<div class="components-MessageLayout-index__message-view"><div class="components-MessageDetails-index__wrapper">'
        '<button class="src-components-Username-index__button">'
        f'<span data-spot-im-class="message-username">{name}</span></button>'
        '<time data-spot-im-class="message-timestamp" datetime="2021-02-03T09:00:00Z">3 February, 2021</time></div>'
        f'<div><span><div data-spot-im-class="message-text">{text}</div></span></div>'
        '<div data-spot-im-class="message-actions"><span>Reply</span><span>12</span></div></div>'
    )


def test_a_conversation_gives_its_tree(below) -> None:
    """A reply's list item stands in that of the message it answers."""
    reply = f"<ul><li><article><div>{message('Ben', '<p>Why?</p>')}</div></article></li></ul>"
    page = (
        '<div class="spcv_conversation"><ul class="spcv_messages-list">'
        f"<li><article><div>{message('Ada Lo', '<p>It will not last.</p><p>It never did.</p>')}{reply}</div></article></li>"
        f"<li><article><div>{message('Cem', 'Hm.')}</div></article></li></ul></div>"
    )
    assert [
        ("Ada Lo", None, "3 February, 2021", "2021-02-03", "It will not last.\n\nIt never did."),
        ("Ben", "c1", "3 February, 2021", "2021-02-03", "Why?"),
        ("Cem", None, "3 February, 2021", "2021-02-03", "Hm."),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text) for c in below(page)]


def test_stacks_of_the_older_layout(below) -> None:
    """Spot.IM's stacks of messages have the same marks without list items."""
    stack = (
        '<div class="sppre_message-stack"><a class="sppre_user-link"><span class="sppre_username">{who}</span></a>'
        '<time>5h</time><div data-spot-im-class="message-text">{text}</div>{more}</div>'
    )
    reply = stack.format(who="Ben", text="Why?", more="")
    page = stack.format(who="Ada", text="It will not last.", more=f'<div class="sppre_children">{reply}</div>')
    assert [("Ada", None, "5h", "It will not last."), ("Ben", "c1", "5h", "Why?")] == [
        (c.author, c.parent, c.date_text, c.text) for c in below(page)
    ]
