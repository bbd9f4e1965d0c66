"""Titles and headlines write most words large; which they may write small."""

WRITTEN_SMALL = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "as", "is", "or", "vs", "and", "but", "for", "nor", "yet", "via", "per",
    "off", "out", "its", "with", "from", "into", "onto", "over", "upon", "than", "that", "like", "near", "amid", "when", "about",
    "after", "against", "among", "before", "behind", "between", "during", "since", "through", "toward", "towards", "under",
    "until", "while", "within", "without",
})  # fmt: skip
