"""How the shipped weights were made: commands that rebuild each file of weights from the shared data and our own sentences."""
