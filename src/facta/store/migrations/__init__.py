"""The SQL files that make and change a store, applied in the order of their numbers."""
