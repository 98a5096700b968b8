using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Everything that a sweep may return.</summary>
public class Returns
{
    [SweepTheory]
    public int Number([Values(3)] int n) => n;

    [SweepTheory]
    public float Single_precision([Values(3)] int n) => n / 10f;

    [SweepTheory]
    public double Not_a_number([Values(0)] int n) => n == 0 ? double.NaN : n;

    [SweepTheory]
    public (double Accuracy, double LogLoss) Tuple([Values(3)] int n) => (n / 10.0, n);

    [SweepTheory]
    public (double, int) Tuple_without_names([Values(3)] int n) => (n / 10.0, n);

    [SweepTheory]
    public Measures Record([Values(3)] int n) => new(Accuracy: n / 10.0, Loss: double.PositiveInfinity);

    [SweepTheory]
    public Outcome Class([Values(3)] int n) => new() { Passed = true, Took = TimeSpan.FromSeconds(n), Best = Model.Lasso, Note = "of three", Missing = null };

    [SweepTheory]
    public Dictionary<string, double> Dictionary([Values(3)] int n) => new() { ["Accuracy"] = n / 10.0, ["top 5"] = 1 };

    [SweepTheory]
    public async Task<double> Task_of_number([Values(3)] int n)
    {
        await Task.Yield();
        return n / 10.0;
    }

    [SweepTheory]
    public async Task<(double Accuracy, double Loss)> Task_of_tuple([Values(3)] int n)
    {
        await Task.Yield();
        return (n / 10.0, n);
    }

    [SweepTheory]
    public async ValueTask<Measures> ValueTask_of_record([Values(3)] int n)
    {
        await Task.Yield();
        return new Measures(n / 10.0, n);
    }

    [SweepTheory]
    public void Nothing([Values(3)] int n) => Assert.Equal(3, n);

    [SweepTheory]
    public async Task Task_of_nothing([Values(3)] int n)
    {
        await Task.Yield();
        Sweep.Current.Record("Seen", n);
    }

    [SweepTheory]
    public async ValueTask ValueTask_of_nothing([Values(3)] int n)
    {
        await Task.Yield();
        Sweep.Current.Record("seen", n);
    }

    [SweepTheory]
    public bool Token([Values(3)] int n, CancellationToken token)
    {
        Assert.Equal(3, n);
        return token.CanBeCanceled && token == Sweep.Current.CancellationToken;
    }

    [SweepTheory]
    public void Whole_numbers([Values(3)] int n)
    {
        Sweep.Current.Record("seen", n);
        Sweep.Current.Record("id", 1UL << 60, step: 1);
        Assert.Throws<OverflowException>(() => Sweep.Current.Record("id", 9007199254740993));
        Assert.Throws<OverflowException>(() => Sweep.Current.Record("id", ulong.MaxValue, step: 2));
    }

    [SweepTheory]
    public int Beside_what_is_returned([Values(3)] int n)
    {
        for (var epoch = 1; epoch <= n; epoch++)
            Sweep.Current.Record("Loss", epoch == 2 ? double.NaN : 1.0 / epoch, epoch);
        Sweep.Current.Record("gradient", 1);
        Sweep.Current.Record("gradient", 2);
        return n;
    }
}
