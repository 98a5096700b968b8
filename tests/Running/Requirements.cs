namespace MultiRunner.Tests.Running;

/// <summary>What a test needs of the machine.</summary>
internal static class Requirements
{
    /// <summary>Set to 1 where everything is expected to be there.</summary>
    private const string RequireAll = "MULTIRUNNER_TESTS_REQUIRE_ALL";

    /// <summary>
    /// Skips the test where something that it needs is missing; where everything should be there, fails it: a test that
    /// nobody notices to be skipped tests nothing.
    /// </summary>
    /// <param name="met">Whether it is there.</param>
    /// <param name="reason">What is missing, and how to get it.</param>
    public static void Need(bool met, string reason)
    {
        if (met)
            return;
        if (Environment.GetEnvironmentVariable(RequireAll) == "1")
            Assert.Fail($"{reason} (A missing requirement fails the test because {RequireAll} is 1.)");
        Assert.Skip(reason);
    }

    /// <summary>Needs a program.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="remedy">The command that installs it.</param>
    public static void NeedProgram(string name, string remedy)
    {
        // Daemons lie where only the PATH of root leads.
        var path = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin";
        Need(path.Split(':').Any(directory => File.Exists(Path.Combine(directory, name))), $"{name} is not installed; '{remedy}' installs it.");
    }
}
