"""The two kinds of fault: what a user can understand and act on, and everything else, which is a bug."""


class UserError(Exception):
    """A known fault, worded for the person at the screen: what happened, what is safe, what to do.

    Anything that is not a `UserError` is a bug and is reported as one.
    """


class Refused(UserError):
    """The request was understood and not carried out; nothing has been changed."""
