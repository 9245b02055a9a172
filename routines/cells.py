"""Knows how a text is written into a table so that no spreadsheet takes it for a formula."""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "'")


def cell(text: str) -> str:
    """Return a text with an apostrophe before it where a program could run or lose its start.

    Only for what people typed: a number with its minus is left alone by its writer. A text that
    begins with an apostrophe gets one more, so that ``text_of`` finds the way back.
    """
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def text_of(written: str) -> str:
    """Return the text that ``cell`` was given."""
    return written.removeprefix("'")
