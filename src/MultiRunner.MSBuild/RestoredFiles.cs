using System.Globalization;
using System.Security.Cryptography;

namespace MultiRunner.Build;

/// <summary>
/// What restore writes into obj. Several restores that start from clean write it once each, with the same content; by the
/// later times of the files a build that waited would then make the output anew, under the hands of the tests that already
/// run from it. So a finished build notes the files, and the next one gives those that are still the same their time back.
/// </summary>
internal static class RestoredFiles
{
    /// <summary>Notes the content and the time of each file that is there.</summary>
    public static void Note(string note, IEnumerable<string> files) =>
        File.WriteAllLines(note, files.Where(File.Exists).Select(file => string.Join("|", HashOf(file), TimeOf(file).Ticks.ToString(CultureInfo.InvariantCulture), file)));

    /// <summary>Gives files whose content is as noted the time that was noted.</summary>
    public static void GiveTimesBack(string note)
    {
        if (!File.Exists(note))
            return;
        foreach (var line in File.ReadAllLines(note))
        {
            var parts = line.Split(['|'], 3);
            if (parts.Length < 3 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var time))
                continue;
            var file = parts[2];
            if (File.Exists(file) && TimeOf(file).Ticks != time && HashOf(file) == parts[0])
                TrySetTime(file, time);
        }
    }

    /// <summary>Only the owner of a file may: where another user has made it, this build makes more of the output anew.</summary>
    private static void TrySetTime(string file, long ticks)
    {
        try
        {
            File.SetLastWriteTimeUtc(file, new DateTime(ticks, DateTimeKind.Utc));
        }
        catch (UnauthorizedAccessException)
        {
            // The build is right all the same.
        }
    }

    private static DateTime TimeOf(string file) => File.GetLastWriteTimeUtc(file);

    private static string HashOf(string file)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(File.ReadAllBytes(file)));
    }
}
