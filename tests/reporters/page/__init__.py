"""The parts that a page is made of."""
