"""The English of pleading: lists of words, and as much grammar as the rules of language need.

Each module reads one sentence and says where the words stand. Whether a rule may speak of them is
decided by the rule.
"""


def listed(words: str) -> frozenset[str]:
    """A list of words, written as text."""
    return frozenset(words.split())
