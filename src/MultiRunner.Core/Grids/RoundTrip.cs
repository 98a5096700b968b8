namespace MultiRunner.Grids;

/// <summary>Whether an object goes through JSON and back unchanged.</summary>
internal static class RoundTrip
{
    private const int LongestText = 60;

    /// <summary>What is wrong with an object, as "which ..." goes on; null when nothing is.</summary>
    /// <exception cref="ScalarException">It has a text or a time in it that cannot be an argument.</exception>
    public static string? ProblemOf(object value)
    {
        if (!Try(() => ArgumentObjects.Write(value), out var text, out var thrown))
            return $"System.Text.Json cannot write ({thrown})";
        if (!Try(() => ArgumentObjects.Read(text!, value.GetType()), out var copy, out thrown))
            return $"System.Text.Json cannot read back ({thrown})";
        if (copy is null)
            return $"is null when it has been read back from {Shortened(text!)}";
        if (!Try(() => ArgumentObjects.Write(copy), out var again, out thrown))
            return $"System.Text.Json cannot write when it has been read back ({thrown})";
        if (again != text)
            return $"is written as {Shortened(text!)}, and as {Shortened(again!)} when it has been read back";
        if (!Try(() => Difference.Between(value, copy), out var difference, out thrown))
            return $"cannot be compared with what {Shortened(text!)} is read as ({thrown})";
        return difference is null ? null : $"is not the same when it has been read back from {Shortened(text!)}: {difference}";
    }

    private static bool Try<T>(Func<T> act, out T? result, out string? thrown)
    {
        try
        {
            (result, thrown) = (act(), null);
            return true;
        }
        catch (Exception e) when (e is not ScalarException && !ArgumentObjects.IsFatal(e))
        {
            (result, thrown) = (default, e.Message.TrimEnd('.'));
            return false;
        }
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "...";
}
