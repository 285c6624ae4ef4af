"""What the project costs with many cards: ``python -m bench``."""
