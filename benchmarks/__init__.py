"""What indict costs, measured against programs that do comparable work; no tests, and no part of the package."""
