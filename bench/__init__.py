"""Figures against a floor taken in the same run; `./dev bench` prints them. Nothing here fails a build."""
