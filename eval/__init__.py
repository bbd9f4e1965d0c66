"""Accuracy, measured through the public commands on the shared labelled data, and floors that no change may lower."""
