"""lgdkit: Local Green Deals from data."""

__version__ = "0.1.0"
