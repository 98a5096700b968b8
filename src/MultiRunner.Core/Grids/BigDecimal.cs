using System.Globalization;
using System.Numerics;

namespace MultiRunner.Grids;

/// <summary>
/// A decimal number with as many digits as it needs. Its results are the same on every machine, whereas the last digits of
/// <see cref="Math.Pow"/> and <see cref="Math.Log10"/> depend on the C library.
/// </summary>
/// <param name="digits">All digits, with the sign.</param>
/// <param name="exponent">The power of ten by which they are multiplied.</param>
internal readonly struct BigDecimal(BigInteger digits, int exponent)
{
    private static readonly BigInteger[] Powers = [.. Enumerable.Range(0, 256).Select(n => BigInteger.Pow(10, n))];

    private BigInteger Digits => digits;

    private int Exponent => exponent;

    /// <summary>The power of ten of the first digit.</summary>
    public int Magnitude => Exponent + Length() - 1;

    /// <summary>The sum.</summary>
    public static BigDecimal operator +(BigDecimal a, BigDecimal b)
    {
        var least = Math.Min(a.Exponent, b.Exponent);
        return new BigDecimal(a.DigitsAt(least) + b.DigitsAt(least), least);
    }

    /// <summary>The difference.</summary>
    public static BigDecimal operator -(BigDecimal a, BigDecimal b) => a + new BigDecimal(-b.Digits, b.Exponent);

    /// <summary>The product.</summary>
    public static BigDecimal operator *(BigDecimal a, BigDecimal b) => new(a.Digits * b.Digits, a.Exponent + b.Exponent);

    /// <summary>The number that <paramref name="value"/> is written as, so that 0.1 is a tenth.</summary>
    public static BigDecimal Of(double value) => Parse(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Reads a number as it is written, such as "-1.5E-05".</summary>
    public static BigDecimal Parse(string text)
    {
        var parts = text.Trim().Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        return new BigDecimal(
            BigInteger.Parse(
                point < 0 ? parts[0] : parts[0].Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            (parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0) - fraction);
    }

    /// <summary>The quotient, to this many significant digits.</summary>
    public BigDecimal DividedBy(BigDecimal divisor, int precision)
    {
        var shift = Math.Max(0, precision + 1 + divisor.Length() - Length());
        return new BigDecimal(Digits * Power(shift) / divisor.Digits, Exponent - shift - divisor.Exponent).Rounded(precision);
    }

    /// <summary>The number to the power of <paramref name="power"/>, to this many significant digits.</summary>
    public BigDecimal ToThe(int power, int precision)
    {
        var result = new BigDecimal(BigInteger.One, 0);
        var square = this;
        for (var rest = power; rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1)
                result = (result * square).Rounded(precision);
            square = (square * square).Rounded(precision);
        }

        return result;
    }

    /// <summary>The nearest number of at most this many significant digits.</summary>
    public BigDecimal Rounded(int precision)
    {
        var surplus = Length() - precision;
        if (surplus <= 0)
            return this;
        var half = Power(surplus) / 2;
        return new BigDecimal((Digits + (Digits.Sign * half)) / Power(surplus), Exponent + surplus);
    }

    /// <summary>The nearest whole number.</summary>
    public BigDecimal Whole() => RoundedAt(0);

    /// <summary>The nearest multiple of ten to the power of <paramref name="place"/>.</summary>
    public BigDecimal RoundedAt(int place)
    {
        if (Exponent >= place)
            return this;
        var one = Power(place - Exponent);
        return new BigDecimal((Digits + (Digits.Sign * one / 2)) / one, place);
    }

    /// <summary>The square root of a number above 0, to this many significant digits.</summary>
    public BigDecimal SquareRoot(int precision)
    {
        var shift = Math.Max(0, (2 * (precision + 1)) - Length());
        shift += (Exponent - shift) & 1;
        return new BigDecimal(WholeRoot(Digits * Power(shift)), (Exponent - shift) / 2).Rounded(precision);
    }

    /// <summary>Whether the two differ by at most one part in ten to the power of <paramref name="places"/>.</summary>
    public bool IsWithin(int places, BigDecimal other)
    {
        var difference = this - other;
        var least = Math.Min(difference.Exponent, Exponent);
        return BigInteger.Abs(difference.DigitsAt(least)) * Power(places) <= BigInteger.Abs(DigitsAt(least));
    }

    /// <summary>Whether the two are the same number.</summary>
    public bool IsSameAs(BigDecimal other) =>
        Digits.IsZero || other.Digits.IsZero ? Digits.IsZero && other.Digits.IsZero : (this - other).Digits.IsZero;

    /// <summary>Below 0 when this number is the smaller one, above 0 when it is the greater one, and 0 when both are the same.</summary>
    public int CompareTo(BigDecimal other) => (this - other).Digits.Sign;

    /// <summary>The nearest double.</summary>
    public double ToDouble() =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{Digits}E{Exponent}"), CultureInfo.InvariantCulture);

    /// <summary>The greatest whole number whose square is not above a number, by Newton's method from above.</summary>
    private static BigInteger WholeRoot(BigInteger square)
    {
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while ((root + (square / root)) / 2 is var next && next < root)
            root = next;
        return root;
    }

    private static BigInteger Power(int n) => n < Powers.Length ? Powers[n] : BigInteger.Pow(10, n);

    private BigInteger DigitsAt(int least) => Digits * Power(Exponent - least);

    /// <summary>How many digits there are.</summary>
    private int Length()
    {
        var size = BigInteger.Abs(Digits);
        var least = (int)((size.GetBitLength() - 1) * 0.30102999566398);
        return size.IsZero ? 1 : size >= Power(least + 1) ? least + 2 : size >= Power(least) ? least + 1 : least;
    }
}
