using System.Globalization;

namespace MultiRunner.Reports.Formatting;

/// <summary>
/// How the numbers of one column are written: all with the same number of decimals, and with no more than they are worth.
/// </summary>
internal sealed class NumberFormat
{
    private const int Significant = 4;
    private const int SignificantOfSmallest = 2;
    private const int SignificantOfError = 2;
    private const int MostDecimals = 9;
    private const int RankedTogether = 10;
    private const int MostDigits = 15;
    private const double Exact = 1e15;

    private readonly string format;

    private NumberFormat(string format) => this.format = format;

    /// <summary>
    /// With standard errors, two significant digits of the smallest one, but at most one decimal more than the one in the middle needs,
    /// the smaller one of two in the middle. Otherwise four significant digits of the largest number, and at least two of the smallest.
    /// Whole numbers have no decimals. Numbers that would need more than nine decimals, or more than fifteen digits, are written as
    /// 1.234E-05, with standard errors down to the digits of these.
    /// </summary>
    /// <param name="values">The numbers of the column. Those that are not finite, and zero, have no say.</param>
    /// <param name="standardErrors">How uncertain they are, as far as that is known; zero has no say.</param>
    public static NumberFormat Of(IEnumerable<double> values, IEnumerable<double>? standardErrors = null)
    {
        var sizes = values.Where(v => double.IsFinite(v) && v != 0).Select(Math.Abs).Order().ToList();
        var errors = (standardErrors ?? []).Where(e => double.IsFinite(e) && e > 0).Order().ToList();
        if (errors.Count > 0)
        {
            var middle = errors[(errors.Count - 1) / 2];
            var largest = sizes.Count > 0 ? sizes[^1] : errors[^1];
            var decimals = SignificantOfError - Math.Max(Magnitude(errors[0]), Magnitude(middle) - 1);
            return WithDecimals(decimals, largest, Math.Clamp(Magnitude(largest) + decimals, 1, MostDigits));
        }

        if (sizes.Count == 0)
            return new NumberFormat("F0");
        if (sizes[^1] < Exact && sizes.TrueForAll(v => v == Math.Truncate(v)))
            return new NumberFormat("F0");
        return WithDecimals(Math.Max(Significant - Magnitude(sizes[^1]), SignificantOfSmallest - Magnitude(sizes[0])), sizes[^1]);
    }

    /// <summary>
    /// The same for results in the order of their ranks, with more decimals where two of the first ten that follow one another would look
    /// alike. Two that are alike with nine decimals, or with fifteen digits, have no say.
    /// </summary>
    public static NumberFormat OfRanked(IEnumerable<double> values)
    {
        var all = values.ToList();
        var own = Of(all);
        var first = all.Where(double.IsFinite).Take(RankedTogether).ToList();
        if (own.format[0] != 'F' || first.Count < 2)
            return own;
        var largest = first.Max(Math.Abs);
        var most = MostOf(largest);
        var pairs = first.Zip(first.Skip(1)).Where(pair => AreApart(pair, WithDecimals(most, largest))).ToList();
        var decimals = int.Parse(own.format.AsSpan(1), CultureInfo.InvariantCulture);
        while (decimals < most && !pairs.TrueForAll(pair => AreApart(pair, WithDecimals(decimals, largest))))
            decimals++;
        return WithDecimals(decimals, largest);
    }

    /// <summary>Writes a number.</summary>
    public string Text(double value) => value.ToString(double.IsFinite(value) ? format : "G", CultureInfo.InvariantCulture);

    private static int MostOf(double largest) =>
        largest > 0 ? Math.Clamp(MostDigits - Math.Max(0, Magnitude(largest)), 0, MostDecimals) : MostDecimals;

    private static bool AreApart((double First, double Second) pair, NumberFormat format) =>
        format.Text(pair.First) != format.Text(pair.Second);

    /// <param name="decimals">How many decimals the numbers are worth.</param>
    /// <param name="largest">The largest number.</param>
    /// <param name="significant">How many digits a number has that is too long to be written with all of them.</param>
    private static NumberFormat WithDecimals(int decimals, double largest, int significant = Significant)
    {
        var shown = Math.Max(0, decimals);
        return new NumberFormat(shown > MostDecimals || (largest > 0 ? Math.Max(0, Magnitude(largest)) : 0) + shown > MostDigits
            ? $"0.{new string('0', Math.Max(Significant, significant) - 1)}E+00"
            : string.Create(CultureInfo.InvariantCulture, $"F{shown}"));
    }

    /// <summary>How many digits a number has before the point: 2 for 12.3, 0 for 0.123, -1 for 0.0123.</summary>
    private static int Magnitude(double size) => (int)Math.Floor(Math.Log10(size)) + 1;
}
