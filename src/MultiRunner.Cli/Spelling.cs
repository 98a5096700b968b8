namespace MultiRunner.Cli;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class Spelling
{
    /// <summary>How many letters of a name may be wrong: one of three, rounded up.</summary>
    private const int LettersForOneMistake = 3;

    /// <summary>" Did you mean 'status'?", or nothing when no name is near.</summary>
    public static string Hint(string word, IEnumerable<string> names) =>
        Nearest(word, names) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>The name that takes the fewest changes of letters to reach, or null when that takes too many.</summary>
    public static string? Nearest(string word, IEnumerable<string> names)
    {
        var plain = word.TrimStart('-');
        return names
            .Select(name => (Name: name, Distance: Distance(plain, name.TrimStart('-')), Letters: name.TrimStart('-').Length))
            .Where(near => near.Distance <= (near.Letters + LettersForOneMistake - 1) / LettersForOneMistake)
            .Where(near => near.Distance < near.Letters)
            .OrderBy(near => near.Distance)
            .Select(near => near.Name)
            .FirstOrDefault();
    }

    /// <summary>
    /// How many letters have to be put in, taken out, changed or swapped with their neighbour (the optimal string alignment distance).
    /// </summary>
    private static int Distance(string a, string b)
    {
        var to = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    to[i, j] = i + j;
                    continue;
                }

                var change = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                to[i, j] = Math.Min(Math.Min(to[i - 1, j], to[i, j - 1]) + 1, to[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    to[i, j] = Math.Min(to[i, j], to[i - 2, j - 2] + 1);
            }
        }

        return to[a.Length, b.Length];
    }
}
