using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>An order of configurations other than their ranking.</summary>
/// <param name="Column">The column whose values decide.</param>
/// <param name="Descending">Whether large values come first.</param>
internal sealed record ResultOrder(ResultColumn Column, bool Descending)
{
    /// <summary>The order in words: "by time, highest first".</summary>
    public string Text => $"by {Column.Name}, {(Descending ? "highest" : "lowest")} first";

    /// <summary>The configurations in this order. Those without a value come last; of equals the one that was first stays first.</summary>
    public IEnumerable<Configuration> Of(IReadOnlyList<Configuration> configurations)
    {
        var valued = configurations.Select(c => (Configuration: c, Value: Column.Value(c))).ToList();
        var isNumeric = valued.TrueForAll(v => v.Value is null or double);
        var present = valued.Where(v => v.Value is not (null or double.NaN));
        var ordered = isNumeric
            ? Ordered(present, v => (double)v.Value!, Comparer<double>.Default)
            : Ordered(present, v => v.Value!.ToString()!, StringComparer.Ordinal);
        return ordered.Concat(valued.Where(v => v.Value is null or double.NaN)).Select(v => v.Configuration);
    }

    private IEnumerable<T> Ordered<T, TKey>(IEnumerable<T> items, Func<T, TKey> key, IComparer<TKey> comparer) =>
        Descending ? items.OrderByDescending(key, comparer) : items.OrderBy(key, comparer);
}
