using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Page;

/// <summary>A parameter on the page: its different values, and which of them each point has.</summary>
internal sealed class PageParameter
{
    private const int LongestValue = 300;

    /// <summary>From which ratio of the largest number to the smallest on an axis is logarithmic.</summary>
    private const double Decades = 100;

    private readonly string name;
    private readonly bool isRepeat;
    private readonly IReadOnlyList<CanonicalJson> values;
    private readonly IReadOnlyList<double>? numbers;
    private readonly Dictionary<string, int> indices;

    private PageParameter(string name, bool isRepeat, IReadOnlyList<CanonicalJson> values, IReadOnlyList<double>? numbers)
    {
        this.name = name;
        this.isRepeat = isRepeat;
        this.values = values;
        this.numbers = numbers;
        indices = values.Select((value, i) => (value.Text, i)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Numbers are ascending, NaN the last of them; other values are in the order in which they first appear.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isRepeat">Whether it only tells repeats apart.</param>
    /// <param name="index">Its place among the arguments of a point.</param>
    /// <param name="points">The points of the page.</param>
    public static PageParameter Of(string name, bool isRepeat, int index, IReadOnlyList<ReportPoint> points)
    {
        var values = points.Select(p => p.Arguments[index]).OfType<CanonicalJson>().Distinct().ToList();
        if (values.Exists(v => v.Text == "null") || !Arguments.AreNumbers(values.Select(v => (CanonicalJson?)v)))
            return new PageParameter(name, isRepeat, values, numbers: null);
        var ascending = values.ConvertAll(v => (First: v, Second: Arguments.Number(v)!.Value))
            .OrderBy(v => double.IsNaN(v.Second))
            .ThenBy(v => v.Second)
            .ToList();
        return new PageParameter(name, isRepeat, ascending.ConvertAll(v => v.First), ascending.ConvertAll(v => v.Second));
    }

    /// <summary>Whether a value is cut, since it is longer than a page has room for.</summary>
    public bool IsCut => values.Any(v => Display.Argument(v).Length > LongestValue);

    /// <summary>The index of a value; -1 where a point has no such argument.</summary>
    public int IndexOf(CanonicalJson? value) => value is { } json ? indices[json.Text] : -1;

    /// <summary>Writes the parameter with its values.</summary>
    public void Write(PageJson json) => json.Object(() =>
    {
        json.Text("name", name);
        json.Truth("repeat", isRepeat);
        json.Truth("cut", IsCut ? true : null);
        json.Truth("numeric", numbers is not null);
        json.Truth("log", numbers?.Where(double.IsFinite).ToList() is [> 0 and var least, .., var largest] && largest / least >= Decades);
        json.Texts("values", values.Select(v => Display.Shortened(Display.Argument(v), LongestValue)));
        if (numbers is not null)
            json.Array("numbers", numbers, number => json.Number(number));
    });
}
