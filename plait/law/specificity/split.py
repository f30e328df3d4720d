def sentences(text): return text.splitlines()
