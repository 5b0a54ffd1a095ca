"""Output formats, one module each. The folder is the registry: `-o NAME` loads
`formats/NAME.py`.
"""

from __future__ import annotations
