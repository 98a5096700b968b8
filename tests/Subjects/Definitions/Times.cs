using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Times, whose keys are the same in every time zone.</summary>
public class Times
{
    public static IEnumerable<object[]> Unzoned => [[new DateTime(2024, 2, 29)], ["2024-03-10T02:30:00"], ["2024-03-10T02:30:00+09:00"]];

    [SweepTheory]
    public string Listed([Values("2024-02-29T00:00:00+02:00", "2024-02-29T00:00:00")] DateTime from, [Values("2024-02-29T00:00:00+02:00", "2024-02-29")] DateTimeOffset to) =>
        $"{from.Ticks} {from.Kind} {to.UtcTicks}";

    [SweepTheory]
    [InlineData("2024-02-29T00:00:00+02:00", "2024-02-29T00:00:00")]
    [InlineData("2024-02-29T00:00:00", "2024-02-29T00:00:00-05:00")]
    public string Inline(DateTime from, DateTimeOffset? to) => $"{from.Ticks} {from.Kind} {to!.Value.UtcTicks}";

    [SweepTheory]
    [MemberData(nameof(Unzoned))]
    public string Member(DateTimeOffset at) => $"{at.UtcTicks}";
}
