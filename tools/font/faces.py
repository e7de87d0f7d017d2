"""The faces of paper, in the order of `press::Face`: name, width, weight."""

FACES = [("reading", 100, 450), ("bold", 100, 700), ("narrow", 86, 500), ("name", 80, 800), ("great", 74, 850)]
