namespace MultiRunner.Membership;

/// <summary>
/// A setting of a sweep that can be given as text, such as in an environment variable: one parser and one rule for everybody.
/// </summary>
/// <param name="Variable">The environment variable.</param>
/// <param name="Rule">What a value must be, as an error says it.</param>
/// <param name="Parse">Reads a text; null when that is not what a value must be.</param>
internal sealed record SweepSetting<T>(string Variable, string Rule, Func<string, T?> Parse)
    where T : struct;
