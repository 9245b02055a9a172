"""Takes a picture of every page in two sizes and two lights, and refuses pages that complain."""
