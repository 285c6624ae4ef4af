"""What the content names elsewhere on the internet, and whether it is still there.

``addresses``  the content → the addresses elsewhere that it names
``asking``     an address elsewhere → whether it still answers
"""
