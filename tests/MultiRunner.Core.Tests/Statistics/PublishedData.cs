using System.Globalization;
using MultiRunner.Statistics;

namespace MultiRunner.Core.Tests.Statistics;

/// <summary>Measurements whose analysis of variance is published.</summary>
internal static class PublishedData
{
    /// <summary>
    /// Resistivity of silicon by five instruments. NIST Statistical Reference Datasets, analysis of variance, data set SiRstv (lower level
    /// of difficulty).
    /// </summary>
    public static IReadOnlyList<Observation> SiliconResistivity { get; } = OneWay(
        "196.3052 196.1240 196.1890 196.2569 196.3403",
        "196.3042 196.3825 196.1669 196.3257 196.0422",
        "196.1303 196.2005 196.2889 196.0343 196.1811",
        "196.2795 196.1748 196.1494 196.1485 195.9885",
        "196.2119 196.1051 196.1850 196.0052 196.2090");

    /// <summary>
    /// Atomic weight of silver by two instruments, less 107.8681, in 1e-7. NIST Statistical Reference Datasets, analysis of variance, data
    /// set AtmWtAg (average level of difficulty: seven leading digits are constant), after Powell, Murphy and Gramlich, NBS Journal of
    /// Research 87 (1982).
    /// </summary>
    public static IReadOnlyList<Observation> AtomicWeightOfSilver { get; } = [..
        OneWay(
            "568 465 572 785 446 903 526 494 616 587 519 486 419 569 508 672 385 518 662 424 360 333 610 477",
            "079 344 513 197 604 385 642 365 151 082 517 448 198 482 334 609 101 512 469 360 254 261 450 368")
        .Select(o => o with { Value = double.Parse($"107.8681{o.Value:000}", CultureInfo.InvariantCulture) })];

    /// <summary>
    /// Length of teeth of guinea pigs that had vitamin C by two means (orange juice, ascorbic acid) in three doses. Crampton, The
    /// Journal of Nutrition 33 (1947); R's data set <c>ToothGrowth</c>.
    /// </summary>
    public static IReadOnlyList<Observation> ToothGrowth { get; } =
    [
        .. Cell([0, 0], "15.2 21.5 17.6 9.7 14.5 10.0 8.2 9.4 16.5 9.7"),
        .. Cell([0, 1], "19.7 23.3 23.6 26.4 20.0 25.2 25.8 21.2 14.5 27.3"),
        .. Cell([0, 2], "25.5 26.4 22.4 24.5 24.8 30.9 26.4 27.3 29.4 23.0"),
        .. Cell([1, 0], "4.2 11.5 7.3 5.8 6.4 10.0 11.2 11.2 5.2 7.0"),
        .. Cell([1, 1], "16.5 16.5 15.2 17.3 22.5 17.3 13.6 14.5 18.8 15.5"),
        .. Cell([1, 2], "23.6 18.5 33.9 25.5 26.4 32.5 26.7 21.5 23.3 29.5"),
    ];

    /// <summary>
    /// Days in hospital of patients of a kidney disease, as log(days + 1), by duration of treatment and gain of weight. The tests of
    /// statsmodels (test_anova.py) have them, and what R makes of them.
    /// </summary>
    public static IReadOnlyList<Observation> Kidney { get; } = [.. new[]
    {
        Cell([0, 0], "0 2 1 3 0 2 0 5 6 8"),
        Cell([0, 1], "2 4 7 12 15 4 3 1 5 20"),
        Cell([0, 2], "15 10 8 5 25 16 7 30 3 27"),
        Cell([1, 0], "0 1 1 0 4 2 7 4 0 3"),
        Cell([1, 1], "5 3 2 0 1 1 3 6 7 9"),
        Cell([1, 2], "10 8 12 3 7 15 4 9 6 1"),
    }
        .SelectMany(cell => cell).Select(o => o with { Value = Math.Log(o.Value + 1) })];

    /// <summary>
    /// Horsepower of 32 cars by cylinders (4, 6, 8) and transmission (automatic, manual); the cells have 2 to 12 cars. Henderson and
    /// Velleman, Biometrics 37 (1981); R's data set <c>mtcars</c>.
    /// </summary>
    public static IReadOnlyList<Observation> Horsepower { get; } =
    [
        .. Cell([0, 0], "62 95 97"),
        .. Cell([0, 1], "93 66 52 65 66 91 113 109"),
        .. Cell([1, 0], "110 105 123 123"),
        .. Cell([1, 1], "110 110 175"),
        .. Cell([2, 0], "175 245 180 180 180 205 215 230 150 150 245 175"),
        .. Cell([2, 1], "264 335"),
    ];

    private static Observation[] OneWay(params string[] groups) => [.. groups.SelectMany((values, group) => Cell([group], values))];

    /// <summary>Each combination of levels is a configuration, and its values are its repeats.</summary>
    private static IEnumerable<Observation> Cell(int[] levels, string values) =>
        values.Split(' ').Select(value => new Observation(
            levels, double.Parse(value, CultureInfo.InvariantCulture), levels.Aggregate((number, level) => (10 * number) + level)));
}
