using System.Globalization;
using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Its constructor throws, always or on the machine that a test chooses, so none of its attempts starts there.</summary>
public sealed class BrokenConstructor
{
    public BrokenConstructor()
    {
        Executions.NoteOf(nameof(BrokenConstructor));
        if (Environment.GetEnvironmentVariable("SUBJECTS_WITH_DATA") is null)
            throw new InvalidOperationException("The data set is not there.");
    }

    [SweepTheory]
    public int Run([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        return n;
    }
}

/// <summary>Its initialisation throws once, after a point has been finished.</summary>
public sealed class UnsteadyInitialisation : IAsyncLifetime
{
    private static int count;

    [SweepTheory]
    public int Run([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        return n;
    }

    public ValueTask InitializeAsync()
    {
        count++;
        return count == 2
            ? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Connection {count} was lost."))
            : ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
