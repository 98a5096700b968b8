namespace MultiRunner.Core.Tests;

/// <summary>Another time zone of the machine until it is disposed. Tests that use it run alone: the zone is the whole process's.</summary>
internal sealed class TimeZoneScope : IDisposable
{
    /// <summary>UTC, either side of it, and one that is not a whole number of hours away.</summary>
    public static readonly string[] Names = ["UTC", "Asia/Tokyo", "America/New_York", "Asia/Kathmandu"];

    private readonly string? before = Environment.GetEnvironmentVariable("TZ");

    public TimeZoneScope(string name) => Set(name);

    public void Dispose() => Set(before);

    private static void Set(string? name)
    {
        Environment.SetEnvironmentVariable("TZ", name);
        TimeZoneInfo.ClearCachedData();
    }
}
