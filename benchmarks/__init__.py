"""Speed and memory beside others' tools on the same texts; never part of a test, since machines differ."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line has it (`facta.cli`), before numpy is loaded
