"""BundlePlan -> the pages that are set for the bundle: index, dividers, exhibits that are data."""
