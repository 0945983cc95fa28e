"""What the studies share: how they write a share of images down."""


def percent(share):
    """A share of 1 as the studies' files hold it: a number in percent, two digits after the point."""
    return round(100 * share, 2)
