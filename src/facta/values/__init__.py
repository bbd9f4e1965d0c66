"""Value types: each file knows how to recognise, clean and show one kind of value, so nobody else has to."""
