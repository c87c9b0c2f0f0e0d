"""Makes the README's pictures from the sample and from the real windows: ``make pictures``."""
