using Microsoft.Extensions.Time.Testing;
using MultiRunner.Execution;

namespace MultiRunner.Tests.Execution;

/// <summary>When a line of progress is shown.</summary>
public sealed class ProgressLinesTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly List<string> written = [];
    private int reads;
    private int workers = 1;
    private ProgressLines? lines;

    [Fact]
    public void A_console_gets_a_line_every_30_s_however_long_a_point_takes()
    {
        Start(byCases: false);

        for (var second = 0; second < 95; second++)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["line 1", "line 2", "line 3"], written);
    }

    [Fact]
    public async Task A_case_takes_a_line_along_every_30_s()
    {
        Start(byCases: true);
        var taken = new List<string?>();
        for (var i = 0; i < 10; i++)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            taken.Add(await lines!.ForCase());
        }

        Assert.Equal([null, null, "line 1", null, null, "line 2", null, null, "line 3", null], taken);
        Assert.Empty(written);
    }

    [Fact]
    public async Task Where_no_case_comes_for_long_a_line_is_written_by_itself()
    {
        Start(byCases: true);

        for (var second = 0; second < 75; second++)
            time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["line 1"], written);
        Assert.Null(await lines!.ForCase());
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("line 2", await lines!.ForCase());
    }

    /// <summary>A thousand workers that each list the directory every 30 s would make 33 listings a second.</summary>
    [Fact]
    public void Many_workers_list_the_directory_less_often()
    {
        workers = 120;
        Start(byCases: false);

        for (var second = 0; second < 300; second++)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(3, reads);
    }

    [Fact]
    public void A_directory_that_cannot_be_listed_gives_no_line_and_is_tried_again()
    {
        lines = new ProgressLines(
            () => ++reads == 1 ? throw new SharedDirectoryException("gone", error: 5, isTransient: true) : new(("line", 1)), new ProgressOutput(ByCases: false, written.Add), time);

        for (var second = 0; second < 65; second++)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["line"], written);
    }

    [Fact]
    public async Task After_the_end_there_is_no_line_even_if_one_is_being_made()
    {
        var slow = new TaskCompletionSource<(string, int)>();
        lines = new ProgressLines(() => new(slow.Task), new ProgressOutput(ByCases: true, written.Add), time);
        time.Advance(TimeSpan.FromSeconds(31));
        var line = lines.ForCase();

        lines.Dispose();
        slow.SetResult(("line", 1));
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Null(await line);
        Assert.Empty(written);
    }

    /// <summary>A server that does not answer makes the line overdue. The timer must not fire over and over until it answers.</summary>
    [Fact]
    public async Task While_a_case_makes_a_line_for_long_the_timer_pauses()
    {
        var slow = new TaskCompletionSource<(string, int)>();
        var counted = new CountingTime(time);
        lines = new ProgressLines(() => new(slow.Task), new ProgressOutput(ByCases: true, written.Add), counted);
        time.Advance(TimeSpan.FromSeconds(31));
        var line = lines.ForCase();

        for (var second = 0; second < 600; second++)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.InRange(counted.Changes, 1, 20);
        slow.SetResult(("line", 1));
        Assert.Equal("line", await line);
    }

    [Fact]
    public async Task Where_nobody_can_see_a_line_none_is_made()
    {
        lines = new ProgressLines(Read, new ProgressOutput(ByCases: false, Write: null), time);

        time.Advance(TimeSpan.FromHours(1));

        Assert.Null(await lines.ForCase());
        Assert.Equal(0, reads);
    }

    public void Dispose() => lines?.Dispose();

    private void Start(bool byCases) => lines = new ProgressLines(Read, new ProgressOutput(byCases, written.Add), time);

    private ValueTask<(string Line, int Workers)> Read() => new(($"line {++reads}", workers));

    /// <summary>Counts how often timers are set anew, and refuses to when that has no end.</summary>
    private sealed class CountingTime(TimeProvider inner) : TimeProvider
    {
        private const int Most = 1000;

        public int Changes { get; private set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new Timer(this, inner.CreateTimer(callback, state, dueTime, period));

        private sealed class Timer(CountingTime time, ITimer inner) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) =>
                ++time.Changes < Most ? inner.Change(dueTime, period) : throw new InvalidOperationException("There is no end to it.");

            public void Dispose() => inner.Dispose();

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
