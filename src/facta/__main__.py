"""`python -m facta`, the same as `facta`."""

from facta.cli import main

if __name__ == "__main__":
    main()
