"""Powers and logarithms: the true value, correctly rounded (halves to even) to so many decimals, by integers alone.

A power is compared exactly with the halves between decimals. A logarithm is enclosed between two bounds that are
drawn together until both round to the same decimal (Ziv's method); so any other correct implementation gets the same.
"""

from fractions import Fraction

DECIMALS = 12
_SCALE = 10**DECIMALS
_HALVES = 2 * _SCALE


def raised(x: Fraction, exponent: Fraction) -> Fraction:
    """Return x to a power: exact for a whole exponent, else correctly rounded to 12 decimals.

    >>> raised(Fraction(2, 3), Fraction(-2))
    Fraction(9, 4)
    >>> float(raised(Fraction(3, 4), Fraction(1, 2)))
    0.866025403784

    Raises `ZeroDivisionError` where there is no value: 0 to a power below 0, less than 0 to one that is not whole.
    """
    power, root = exponent.numerator, exponent.denominator
    if root == 1:
        return Fraction(x) ** power
    if x < 0 or (x == 0 and power < 0):
        raise ZeroDivisionError(x, exponent)
    of = Fraction(x) ** power * _HALVES**root  # the value in halves of the last decimal, to the power of the root
    halves = _root(of.numerator // of.denominator, root)
    return _nearest(halves, exact=halves**root == of)


def _nearest(halves: int, *, exact: bool) -> Fraction:
    """Return the decimal nearest to a value of so many whole halves of the last decimal, and more unless `exact`."""
    last, half = divmod(halves, 2)
    up = half and (not exact or last % 2)
    return Fraction(last + bool(up), _SCALE)


def _root(n: int, root: int) -> int:
    """Return the largest whole number that to the power of `root` is at most n (n not below 0)."""
    if n < 1 << root:
        return int(n > 0)
    shift = n.bit_length() // root // 2 + 1
    found = (_root(n >> (root * shift), root) + 1) << shift  # above the root, and right in its first half of digits
    while True:
        nearer = ((root - 1) * found + n // found ** (root - 1)) // root  # Newton's step from above
        if nearer >= found:
            return found
        found = nearer


def log_ratio(x: Fraction, base: Fraction) -> Fraction:
    """Return ln x ÷ ln base, correctly rounded to 12 decimals.

    >>> log_ratio(Fraction(8), Fraction(2))
    Fraction(3, 1)
    >>> float(log_ratio(Fraction(11, 10), Fraction(2)))
    0.13750352375

    Raises `ZeroDivisionError` where there is no value: x or the base not above 0, or the base 1.
    """
    if x <= 0 or base <= 0 or base == 1:
        raise ZeroDivisionError(x, base)
    if x < 1:
        return -log_ratio(1 / x, base)
    if base < 1:
        return -log_ratio(x, 1 / base)
    bits = 96
    while (found := _enclosed(x, base, bits)) is None:
        bits *= 2
    return found


def _enclosed(x: Fraction, base: Fraction, bits: int) -> Fraction | None:
    """Return the rounded logarithm where this precision is enough for it (x at least 1, the base above 1)."""
    (low, high), (base_low, base_high) = _ln(x, bits), _ln(base, bits)
    if base_low == 0:
        return None
    below, above = low * _HALVES // base_high, high * _HALVES // base_low
    if _nearest(below, exact=False) == _nearest(above, exact=False):
        return _nearest(below, exact=False)
    return _nearest(above, exact=True) if above == below + 1 and _is(x, base, Fraction(above, _HALVES)) else None


def _is(x: Fraction, base: Fraction, power: Fraction) -> bool:
    """Tell whether x is the base to a power: only a base with as many bits as the power's root can have such a one."""
    bits = base.numerator.bit_length()
    return power.denominator <= bits and x**power.denominator == base**power.numerator


def _ln(x: Fraction, bits: int) -> tuple[int, int]:
    """Return two bounds of ln x in units of 2^-bits, for x at least 1: ln 2 for each factor 2, and of the rest."""
    twos = x.numerator.bit_length() - x.denominator.bit_length()
    twos -= x < 1 << twos
    rest = x / (1 << twos)
    (low, high), (more_low, more_high) = _atanh(Fraction(1, 3), bits), _atanh((rest - 1) / (rest + 1), bits)
    return 2 * (twos * low + more_low), 2 * (twos * high + more_high)


def _atanh(z: Fraction, bits: int) -> tuple[int, int]:
    """Return two bounds of z + z³ ÷ 3 + z⁵ ÷ 5 + … in units of 2^-bits, for z from 0 to 1/3.

    Everything is rounded down, so the sum is a lower bound. A power is less than 1.5 units too small, since it takes at
    most 1/9 of the last one's error, 1/3 unit for the square and 1 for itself; so a term is less than 3 units too
    small. What is left out and the rounding of z itself come to less than 4 units.
    """
    power = (z.numerator << bits) // z.denominator
    square = power * power >> bits
    whole, terms = 0, 0
    while power:
        whole += power // (2 * terms + 1)
        power = power * square >> bits
        terms += 1
    return whole, whole + 3 * terms + 4
