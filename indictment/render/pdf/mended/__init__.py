"""WeasyPrint itself: loaded in less time, asked for less, its faults mended."""
