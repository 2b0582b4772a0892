"""The machine the tool runs on: what is installed, and where our own files lie."""
