namespace MultiRunner.Tests;

public sealed class SweepTests
{
    [Fact]
    public void Outside_a_sweep_there_is_no_current_point()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Sweep.Current);

        Assert.Equal("Sweep.Current is there only while a method with [SweepTheory] runs, but none runs here. Call it from such a method, or from what that method calls or awaits.", error.Message);
    }
}
