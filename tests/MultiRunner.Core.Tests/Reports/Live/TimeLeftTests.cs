using System.Text.Json;
using MultiRunner.Grids;
using MultiRunner.Reports.Reading;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Live;

public sealed class TimeLeftTests
{
    private static readonly CanonicalJson[] Arguments = [.. Enumerable.Range(0, 10).Select(i => new CanonicalJson(i < 5 ? """{"size":"small"}""" : """{"size":"large"}"""))];

    private readonly DurationModel model = new();

    [Fact]
    public void Nothing_is_known_before_a_point_has_finished_and_while_nobody_runs_any()
    {
        Assert.Null(Of([1, 2], [], atATime: 2));
        Learn("small", 2);
        Assert.Null(Of([1, 2], [], atATime: 0));
    }

    [Fact]
    public void The_points_that_are_left_count_by_how_long_they_take_and_not_by_their_number()
    {
        Learn("small", 2);
        Learn("large", 20);

        Assert.Equal(8, Of([0, 1, 2, 3], [], atATime: 1)!.Value, 1e-9);
        Assert.Equal(80, Of([5, 6, 7, 8], [], atATime: 1)!.Value, 1e-9);
        Assert.Equal(20, Of([5, 6, 7, 8], [], atATime: 4)!.Value, 1e-9);
    }

    [Fact]
    public void No_number_of_workers_is_faster_than_the_longest_point()
    {
        Learn("small", 2);
        Learn("large", 20);

        Assert.Equal(20, Of([0, 1, 5], [], atATime: 100)!.Value, 1e-9);
    }

    [Fact]
    public void A_point_that_runs_needs_the_rest_of_its_time_and_one_that_is_late_a_tenth_of_what_it_took()
    {
        Learn("small", 2);
        Learn("large", 20);

        Assert.Equal(15, Of([], [(5, 5)], atATime: 1)!.Value, 1e-9);
        Assert.Equal(3, Of([], [(5, 30)], atATime: 1)!.Value, 1e-9);
    }

    [Fact]
    public void Points_whose_arguments_are_damaged_have_no_estimate()
    {
        Learn("small", 2);

        Assert.Null(new TimeLeft(model).Of([new CanonicalJson("[1]")], [0], [], 1));
    }

    private double? Of(int[] waiting, (int, double)[] running, int atATime) => new TimeLeft(model).Of(Arguments, waiting, running, atATime);

    private void Learn(string size, double seconds)
    {
        using var document = JsonDocument.Parse($$"""{"size":"{{size}}"}""");
        model.Add(document.RootElement, seconds);
    }
}
