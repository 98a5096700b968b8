namespace MultiRunner.Grids.Drawing;

/// <summary>
/// The numbers from * (to / from)^x for x from 0 to 1, in decimal arithmetic alone. The power is a product of the square root of the
/// ratio, the square root of that, and so on: one for each binary digit of x that is 1.
/// </summary>
internal sealed class DecimalPower
{
    private const int Precision = 40;
    private const int ResultPrecision = 30;
    private const int BinaryDigits = 53;

    private readonly BigDecimal from;
    private readonly BigDecimal[] roots = new BigDecimal[BinaryDigits];

    /// <summary>Makes the roots.</summary>
    /// <param name="from">The number for x = 0, above 0.</param>
    /// <param name="to">The number for x = 1, above 0.</param>
    public DecimalPower(BigDecimal from, BigDecimal to)
    {
        this.from = from;
        var root = to.DividedBy(from, Precision);
        for (var i = 0; i < BinaryDigits; i++)
            roots[i] = root = root.SquareRoot(Precision);
    }

    /// <summary>The number for an x, to 30 significant digits. The first 53 binary digits of x count.</summary>
    public BigDecimal At(double x)
    {
        var bits = Coordinate.Digits(x);
        var result = from;
        for (var i = 0; i < BinaryDigits; i++)
        {
            if (((bits >> (BinaryDigits - 1 - i)) & 1) == 1)
                result = (result * roots[i]).Rounded(Precision);
        }

        return result.Rounded(ResultPrecision);
    }
}
