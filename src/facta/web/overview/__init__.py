"""What the world view draws: a map, a matrix, a scatter, triangles; each computed here and only written out by the template.

Everything is drawn by the server, so that the view says the same without JavaScript and in a static copy.
"""
