namespace MultiRunner.Tests;

public sealed class SweepTests
{
    [Fact]
    public void Outside_a_sweep_there_is_no_current_point()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Sweep.Current);

        Assert.Equal("Sweep.Current exists only while a method with [SweepTheory] runs, but no such method runs here. Use it in such a method, or in code that the method calls or awaits.", error.Message);
    }
}
