using System.Numerics;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>One key for one argument, whatever the time zone and the culture of the machine.</summary>
[CollectionDefinition(nameof(TimeZoneTests), DisableParallelization = true)]
[Collection(nameof(TimeZoneTests))]
public class TimeZoneTests
{
    private static readonly Dictionary<string, (object? Value, Type Type, string Json)> Cases = new()
    {
        ["DateTime with offset"] = ("2024-02-29T00:00:00+02:00", typeof(DateTime), "\"2024-02-28T22:00:00.0000000Z\""),
        ["DateTime in UTC"] = ("2024-02-29T00:00:00Z", typeof(DateTime), "\"2024-02-29T00:00:00.0000000Z\""),
        ["DateTime without offset"] = ("2024-02-29T00:00:00", typeof(DateTime), "\"2024-02-29T00:00:00.0000000\""),
        ["DateTime of a day"] = ("2024-02-29", typeof(DateTime), "\"2024-02-29T00:00:00.0000000\""),
        ["DateTime to the minute"] = ("2024-02-29 13:05", typeof(DateTime), "\"2024-02-29T13:05:00.0000000\""),
        ["DateTime in a gap of New York"] = ("2024-03-10T02:30:00", typeof(DateTime), "\"2024-03-10T02:30:00.0000000\""),
        ["DateTime as it is"] = (new DateTime(2024, 2, 29), typeof(DateTime), "\"2024-02-29T00:00:00.0000000\""),
        ["DateTimeOffset"] = ("2024-02-29T00:00:00.5+02:00", typeof(DateTimeOffset), "\"2024-02-29T00:00:00.5000000+02:00\""),
        ["DateTimeOffset without offset"] = ("2024-02-29T00:00:00", typeof(DateTimeOffset), "\"2024-02-29T00:00:00.0000000+00:00\""),
        ["DateTimeOffset from DateTime"] = (new DateTime(2024, 2, 29), typeof(DateTimeOffset), "\"2024-02-29T00:00:00.0000000+00:00\""),
        ["DateTimeOffset from DateTime in UTC"] = (new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc), typeof(DateTimeOffset), "\"2024-02-29T00:00:00.0000000+00:00\""),
        ["DateOnly"] = ("2024-02-29", typeof(DateOnly), "\"2024-02-29\""),
        ["TimeOnly"] = ("1:05 PM", typeof(TimeOnly), "\"13:05:00.0000000\""),
        ["TimeSpan"] = ("-1.02:00:00.5", typeof(TimeSpan), "\"-1.02:00:00.5000000\""),
        ["decimal"] = ("-1.50", typeof(decimal), "-1.5"),
        ["Half"] = (-0.1, typeof(Half), "-0.1"),
        ["float"] = (1e-7, typeof(float), "1E-07"),
        ["Int128"] = ("-170141183460469231731687303715884105728", typeof(Int128), "-170141183460469231731687303715884105728"),
        ["UInt128"] = ("340282366920938463463374607431768211455", typeof(UInt128), "340282366920938463463374607431768211455"),
        ["BigInteger"] = (-1e20, typeof(BigInteger), "-100000000000000000000"),
        ["enum by number"] = (-5, typeof(DayOfWeek), "\"-5\""),
        ["enum by name"] = ("Friday", typeof(DayOfWeek), "\"Friday\""),
        ["Uri"] = ("HTTP://Example.org/ı?q=1", typeof(Uri), "\"HTTP://Example.org/ı?q=1\""),
        ["Version"] = ("1.2", typeof(Version), "\"1.2\""),
        ["Guid"] = ("{6F9619FF-8B86-D011-B42D-00C04FC964FF}", typeof(Guid), "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\""),
    };

    public static bool IsWindows => OperatingSystem.IsWindows();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_has_one_key_in_every_time_zone_and_culture(string name)
    {
        var (value, type, json) = Cases[name];
        foreach (var zone in TimeZoneScope.Names)
        {
            using var place = new TimeZoneScope(zone);
            foreach (var culture in CultureScope.Names)
            {
                using var scope = new CultureScope(culture);
                Assert.True(ArgumentConverter.TryConvert(value, type, out var converted));
                Assert.Equal(json, ArgumentJson.TryFormat(converted));
            }
        }
    }

    [Fact(Skip = "Windows takes its time zone from elsewhere.", SkipWhen = nameof(IsWindows))]
    public void The_scope_changes_the_time_zone()
    {
        using var place = new TimeZoneScope("Asia/Tokyo");

        Assert.Equal(TimeSpan.FromHours(9), TimeZoneInfo.Local.BaseUtcOffset);
    }
}
