using System.Globalization;
using System.Security.Cryptography;

namespace MultiRunner.Build;

/// <summary>
/// The files that restore writes into obj. When two processes start in a fresh clone, both restore, and both write these files with the
/// same content. The first one builds and starts its tests. The second one waited for the build, finds files that are newer than the
/// output, and would make the output anew while the tests of the first one run from it. Therefore a finished build notes the
/// files, and the next build gives those that have the same content their noted time back.
/// </summary>
internal static class RestoredFiles
{
    /// <summary>Notes the content and the time of each file that is there.</summary>
    public static void Note(string note, IEnumerable<string> files) =>
        File.WriteAllLines(
            note,
            files.Where(File.Exists)
                .Select(file => string.Join("|", HashOf(file), TimeOf(file).Ticks.ToString(CultureInfo.InvariantCulture), file)));

    /// <summary>
    /// Gives each file whose content is as noted the time that was noted. Where a file cannot be read, or its time not be set, this build
    /// makes more of the output anew.
    /// </summary>
    public static void GiveTimesBack(string note)
    {
        foreach (var line in LinesOf(note))
        {
            var parts = line.Split(['|'], 3);
            if (parts.Length == 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var time))
                TryGiveTimeBack(parts[2], parts[0], time);
        }
    }

    private static string[] LinesOf(string note)
    {
        try
        {
            return File.Exists(note) ? File.ReadAllLines(note) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody is writing it at this moment, or another user owns it.
            return [];
        }
    }

    private static void TryGiveTimeBack(string file, string hash, long ticks)
    {
        try
        {
            if (File.Exists(file) && TimeOf(file).Ticks != ticks && HashOf(file) == hash)
                File.SetLastWriteTimeUtc(file, new DateTime(ticks, DateTimeKind.Utc));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody is writing it at this moment, or another user made it: only its owner may set its time.
        }
    }

    private static DateTime TimeOf(string file) => File.GetLastWriteTimeUtc(file);

    private static string HashOf(string file)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(File.ReadAllBytes(file)));
    }
}
