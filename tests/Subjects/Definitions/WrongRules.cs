using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Constraints and conditions with which a sweep cannot be run.</summary>
public class WrongRules
{
    [SweepTheory(Where = nameof(Throws))]
    public void Throwing([Values(1, 2)] int a, [Values(3)] int b)
    {
    }

    [SweepTheory(Where = nameof(IsNever))]
    public void Allowing_nothing([Values(1, 2)] int a, [Values(3)] int b)
    {
    }

    [SweepTheory]
    [Exclude("c", 1)]
    public void Unknown_name([Values(1, 2)] int a, [Values(3)] int b)
    {
    }

    [SweepTheory(Where = nameof(IsNever), Samples = 3)]
    [InlineData(1, 2)]
    [Exclude("a", 1)]
    public void Rows(int a, [When("a", 1)] int b)
    {
    }

    private static bool Throws(int a) => a > 1 ? throw new InvalidOperationException("No answer.") : true;

    private static bool IsNever(int a, int b) => a > b;
}
