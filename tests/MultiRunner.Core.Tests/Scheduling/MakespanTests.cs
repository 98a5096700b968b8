using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Simulation;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>When the last of several workers is done, in simulated time, and what they ask of the directory until then.</summary>
public sealed class MakespanTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.25);

    /// <summary>
    /// A list whose longest points come first ends within 4/3 of the shortest possible time (Graham, "Bounds on Multiprocessing Timing
    /// Anomalies", SIAM Journal on Applied Mathematics 17(2), 1969).
    /// </summary>
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public void Longest_first_ends_within_four_thirds_of_the_bound_and_earlier_than_shuffled(int workers)
    {
        var (longestFirst, shuffled) = (0.0, 0.0);
        for (var seed = 0; seed < 20; seed++)
        {
            var seconds = UnequalPoints(6 * workers, new Dice(seed));
            var bound = Math.Max(seconds.Max(), seconds.Sum() / workers);
            var makespan = Run(Order.LongestFirst, seconds, workers, seed).Makespan;
            Assert.InRange(makespan, bound, bound * 4 / 3);
            longestFirst += makespan / bound;
            shuffled += Run(Order.Shuffled, seconds, workers, seed).Makespan / bound;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"over the bound: {longestFirst / 20}, shuffled {shuffled / 20}");
        Assert.True(longestFirst < 0.95 * shuffled, $"{longestFirst / 20} is not much less than {shuffled / 20}.");
    }

    /// <summary>Without a remedy each worker would try every point that others have taken: as many claims as there are workers.</summary>
    [Theory]
    [InlineData(Order.AsWritten)]
    [InlineData(Order.LongestFirst)]
    public void Many_workers_that_share_an_order_lose_few_claims_a_point(Order order)
    {
        const int Points = 1_000;
        var seconds = UnequalPoints(Points, new Dice(1));
        var run = Run(order, seconds, workers: 50, seed: 1);
        TestContext.Current.TestOutputHelper!.WriteLine($"{order}: {run.Lost / (double)Points} lost, {run.Listings / (double)Points} listings a point");
        Assert.InRange(run.Lost / (double)Points, 0, 2.5);
        Assert.InRange(run.Listings / (double)Points, 0, 1);
    }

    /// <summary>Most points take a few seconds and some take many times as long.</summary>
    private static double[] UnequalPoints(int count, Dice dice) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Ceiling(4 * Math.Exp(2.5 * dice.Fraction() * dice.Fraction() * 1.5)) * Step.TotalSeconds * 4)];

    private static async Task MakePoints(MemoryDirectory directory, int count)
    {
        for (var point = 0; point < count; point++)
            await directory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray()).ConfigureAwait(false);
    }

    private static (double Makespan, int Lost, int Listings) Run(Order order, double[] seconds, int workers, int seed)
    {
        // What is completed goes on at once, on this thread, and not on the context of the test framework.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var (time, memory) = (new FakeTimeProvider(), new MemoryDirectory());
            var directory = new CountingDirectory(memory);
            Assert.True(MakePoints(memory, seconds.Length).IsCompletedSuccessfully);
            var options = new SweepOptions { Order = order, Speculation = Speculation.Never, Lease = TimeSpan.FromDays(1) };
            var costs = Enumerable.Range(0, seconds.Length).ToDictionary(point => point, point => seconds[point]);
            var (begun, finished, lost, listings) = (0, 0, 0, 0);
            TimeSpan? makespan = null;
            using var end = new CancellationTokenSource();
            List<Task> tasks = [.. Enumerable.Range(0, workers).Select(Work)];
            while (finished < seconds.Length)
            {
                Assert.Null(tasks.Find(task => task.IsFaulted)?.Exception);
                time.Advance(Step);
            }

            end.Cancel();
            time.Advance(TimeSpan.FromMinutes(1));
            return (makespan!.Value.TotalSeconds, lost, listings);

            async Task Work(int number)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"w{number}");
                var me = new WorkerIdentity(id, "host", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
                var worker = new SweepWorker(directory, directory, me, options, time, new Random((seed * 1000) + number));
                await worker.Heartbeat.Write().ConfigureAwait(false);
                await worker.Join(costs.Keys, World.ArgumentsOf, costs, end.Token).ConfigureAwait(false);
                while (await worker.NextOutcome(Execute, end.Token).ConfigureAwait(false) is not PointOutcome.Cancelled)
                {
                }
            }

            async ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancellation)
            {
                // What is asked for by those who have nothing left to do is another matter.
                if (++begun == seconds.Length)
                    (lost, listings) = (directory.LostRenames, directory.Counts["list ini"]);
                await Task.Delay(TimeSpan.FromSeconds(seconds[attempt.Point]), time, CancellationToken.None).ConfigureAwait(false);
                if (++finished == seconds.Length)
                    makespan = time.GetUtcNow() - time.Start;
                return new AttemptOutcome.Success(Encoding.UTF8.GetBytes($"{{\"point\":{attempt.Point}}}"));
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
