"""Numbers of things in words."""


def counted(count: int, one: str, more: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "story", "stories"), counted(1200, "outlet")
    ('1 story', '1,200 outlets')
    """
    return f"{count:,} {one if count == 1 else more or one + 's'}"
