namespace MultiRunner.Tests.EndToEnd;

/// <summary>What cannot be recorded as it is fails its attempt, with a message that says why.</summary>
public sealed class RecordingTests(RecordingTests.RecordingRuns runs) : IClassFixture<RecordingTests.RecordingRuns>
{
    [Theory]
    [InlineData("Twins_in_a_dictionary", "System.ArgumentException : Names of metrics are compared without case, but 'F1' and 'f1' differ only in case. Write them alike where they mean the same metric, or rename one.")]
    [InlineData("Twin_of_what_is_returned", "System.ArgumentException : Names of metrics are compared without case, but 'Loss' and 'loss' differ only in case. Write them alike where they mean the same metric, or rename one.")]
    [InlineData("Control_character", "System.ArgumentException : The name of a metric has a character that can be seen, and no control characters or line breaks, but there is \"top\\u000A5\\u001B[2J\". Change the name.")]
    [InlineData("Too_large_for_a_double", "System.OverflowException : A metric is a double, which cannot hold every whole number beyond 2^53, but 'result' is 9007199254740993. Return it as a text, or convert it to double if rounding does no harm.")]
    [InlineData("Message_that_throws", "Subjects.Recording+UnreadableException : <exception thrown while retrieving exception message: Specified method is not supported.>")]
    public async Task The_attempt_fails_with_its_own_reason(string method, string message)
    {
        var run = await runs.On(Host.Executable);

        Assert.StartsWith($"{message}\nfailed for good after 1 attempt", run.Report[$"Subjects.Recording.{method}(n: 1)"].Message, StringComparison.Ordinal);
        var recorded = Assert.Single(run.Sweeps[$"Subjects.Recording.{method}"].Attempts).GetProperty("error");
        Assert.Equal(message, $"{recorded.GetProperty("type").GetString()} : {recorded.GetProperty("message").GetString()}");
    }

    [Theory]
    [InlineData("After_the_end", "Values can be recorded only while the attempt runs, but 'late' is recorded after its end.")]
    [InlineData("Artifacts_after_the_end", "The artifacts of an attempt are stored when the attempt ends, but Sweep.Current.ArtifactsDirectory is first read after the end.")]
    public async Task What_comes_after_the_end_of_an_attempt_is_refused(string method, string message)
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal("1 passed, 1 failed", run.Report.Of($"Subjects.Recording.{method}").Summary);
        Assert.Contains(run.Report.Of($"Subjects.Recording.{method}").Tests, test => test.Message.Contains(message, StringComparison.Ordinal));
    }

    public sealed class RecordingRuns() : Runs("FullyQualifiedName~Subjects.Recording.");
}
