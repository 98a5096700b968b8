using System.Text.Json;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

public sealed class DurationModelTests
{
    private readonly DurationModel model = new();

    [Fact]
    public void Seconds_are_a_mean_where_an_estimate_that_orders_points_is_a_mean_of_logarithms()
    {
        Learn("""{"n":1}""", 1);
        Learn("""{"n":1}""", 9);

        Assert.Equal(3, Math.Exp(model.Estimate("""{"n":1}"""u8.ToArray())), 1e-9);
        Assert.Equal(5, model.MeanSeconds("""{"n":1}"""u8.ToArray()), 1e-9);
    }

    [Fact]
    public void Seconds_depend_on_the_arguments()
    {
        foreach (var (n, seconds) in new[] { (1, 2.0), (2, 20.0), (1, 2.0), (2, 20.0) })
            Learn($$"""{"n":{{n}},"seed":1}""", seconds);

        Assert.Equal(2, model.MeanSeconds("""{"n":1,"seed":1}"""u8.ToArray()), 1e-9);
        Assert.Equal(20, model.MeanSeconds("""{"n":2,"seed":7}"""u8.ToArray()), 1e-9);
    }

    [Fact]
    public void Seconds_follow_what_is_learned_later()
    {
        Learn("{}", 1);
        Assert.Equal(1, model.MeanSeconds("{}"u8.ToArray()), 1e-9);

        Learn("{}", 5);

        Assert.Equal(3, model.MeanSeconds("{}"u8.ToArray()), 1e-9);
    }

    private void Learn(string arguments, double seconds)
    {
        using var document = JsonDocument.Parse(arguments);
        model.Add(document.RootElement, seconds);
    }
}
