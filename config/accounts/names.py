"""Knows when two user names or addresses are the same one, written differently."""

import unicodedata


def folded(name: str) -> str:
    """Return the one spelling under which a user name or an e-mail address is kept and looked up.

    Capitals, wide letters and ligatures of the same word fold to the same text, so that the
    database's uniqueness is enough to keep twins out.

    Source:
        Unicode Technical Report 36, section 2.11.2: compare NFKC forms with case folded.
    """
    return _nfkc(_nfkc(name.strip()).casefold())


def _nfkc(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
