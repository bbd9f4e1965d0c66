"""Whether what `facta` measures between states agrees with what others measured, and its intervals hold what they promise.

`python -m eval.validation [NAME..]` prints each validation, one file each; `--write` puts what was run into docs/validation.md.
"""
