"""The commands behind the Makefile: build, serve and check the site. Run as `python -m scripts.<name>`."""
