"""Speed and memory beside others' tools on the same texts; never part of a test, since machines differ."""
