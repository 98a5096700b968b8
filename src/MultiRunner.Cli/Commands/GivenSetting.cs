using MultiRunner.Membership;

namespace MultiRunner.Cli.Commands;

/// <summary>Settings of a sweep as a command takes them: from an option, else from the environment variable that workers read.</summary>
internal static class GivenSetting
{
    /// <summary>What the environment variable says; null when it is not given.</summary>
    /// <exception cref="UsageException">It is not what a worker would take.</exception>
    public static T? Of<T>(SweepSetting<T> setting, CliContext context)
        where T : struct =>
        context.Variable(setting.Variable) is { Length: > 0 } text
            ? Parse(setting, $"The environment variable {setting.Variable}", text)
            : null;

    /// <summary>What the option says, else what the environment variable says; null when neither is given.</summary>
    /// <exception cref="UsageException">It is not what a worker would take.</exception>
    public static T? Of<T>(SweepSetting<T> setting, string name, string? option, CliContext context)
        where T : struct =>
        option is null ? Of(setting, context) : Parse(setting, name, option);

    private static T Parse<T>(SweepSetting<T> setting, string source, string text)
        where T : struct =>
        setting.Parse(text)
        ?? throw new UsageException(
            $"{source} must be {setting.Rule}, but it is '{text}'. Correct it, or leave it out for the default.");
}
