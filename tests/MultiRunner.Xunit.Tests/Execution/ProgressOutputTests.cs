using MultiRunner.Execution;
using MultiRunner.Hosting;

namespace MultiRunner.Tests.Execution;

/// <summary>Where a line of progress is shown.</summary>
public sealed class ProgressOutputTests
{
    private readonly List<string> written = [];

    [Theory]
    [InlineData(false, "Tests.dll")]
    [InlineData(false, "Tests.dll", "-filterVSTest", "Name~automated", "-noColor")]
    [InlineData(true, "Tests.dll", "@@", "/tmp/arguments")]
    [InlineData(true, "Tests.dll", "-automated", "sync")]
    public void Cases_take_lines_along_where_another_process_shows_the_tests(bool byCases, params string[] arguments)
    {
        var output = ProgressOutput.Of(arguments, observer: null, written.Add);

        output.Write!("a line");
        Assert.Equal(byCases, output.ByCases);
        Assert.Equal(["a line"], written);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_host_that_shows_the_sweeps_gets_the_lines_that_it_can_show(bool shows)
    {
        var host = new Host(shows);

        ProgressOutput.Of(["Tests.dll"], host, written.Add).Write?.Invoke("a line");

        Assert.Equal(shows ? ["a line"] : [], host.Lines);
        Assert.Empty(written);
    }

    private sealed class Host(bool shows) : IRunObserver
    {
        public List<string> Lines { get; } = [];

        public bool ShowsProgress => shows;

        public void Progress(string line) => Lines.Add(line);

        public void Ended(EndedSweep sweep) => throw new NotSupportedException();
    }
}
