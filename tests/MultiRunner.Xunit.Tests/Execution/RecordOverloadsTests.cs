using MultiRunner.Scheduling;

namespace MultiRunner.Tests.Execution;

/// <summary>Which numbers <c>Sweep.Current.Record</c> takes, and as what it records them. That the calls compile is part of the tests.</summary>
public sealed class RecordOverloadsTests
{
    private readonly SweepContext context = new(directory: null!, root: "", new Attempt(Point: 0, Number: 1, [], Gpus: null), worker: "w", returned: []);

    [Fact]
    public void Every_number_is_recorded_as_it_is_written()
    {
        context.Record("constant", 1);
        context.Record("byte", byte.MaxValue);
        context.Record("sbyte", sbyte.MinValue);
        context.Record("short", short.MinValue);
        context.Record("ushort", ushort.MaxValue);
        context.Record("int", int.MinValue);
        context.Record("uint", uint.MaxValue);
        context.Record("long", 1L << 53);
        context.Record("ulong", 1UL << 63);
        context.Record("float", 0.1f);
        context.Record("double", 0.1);
        context.Record("decimal", (double)0.1m);

        Assert.Equal(
            [
                new("constant", 1), new("byte", 255), new("sbyte", -128), new("short", -32768), new("ushort", 65535), new("int", -2147483648),
                new("uint", 4294967295), new("long", 9007199254740992), new("ulong", 9.2233720368547758E+18), new("float", 0.1),
                new("double", 0.1), new("decimal", 0.1),
            ],
            context.End().Metrics);
    }

    [Fact]
    public void Every_number_of_a_curve_is_recorded_as_it_is_written()
    {
        context.Record("loss", 1, step: 1);
        context.Record("loss", byte.MaxValue, step: 2);
        context.Record("loss", sbyte.MinValue, step: 3);
        context.Record("loss", int.MinValue, step: 4);
        context.Record("loss", uint.MaxValue, step: 5);
        context.Record("loss", 1L << 53, step: 6);
        context.Record("loss", 1UL << 63, step: 7);
        context.Record("loss", 0.1f, step: 8);
        context.Record("loss", 0.1, step: 9);
        context.Record("loss", (double)0.1m, step: 10);

        Assert.Equal(
            [1, 255, -128, -2147483648, 4294967295, 9007199254740992, 9.2233720368547758E+18, 0.1, 0.1, 0.1],
            context.End().Curves!["loss"].Select(point => point.Value));
    }

    [Fact]
    public void A_whole_number_beyond_2_to_the_53_is_refused_whatever_its_type()
    {
        Assert.Throws<OverflowException>(() => context.Record("long", (1L << 53) + 1));
        Assert.Throws<OverflowException>(() => context.Record("ulong", (1UL << 53) + 1));
        Assert.Throws<OverflowException>(() => context.Record("curve", (1L << 53) + 1, step: 1));
    }
}
