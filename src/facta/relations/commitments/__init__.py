"""From commitment to deed: which acts answer which commitment, what became of each, how far commitments were followed at all."""
