using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>A sweep beside ordinary tests.</summary>
public class Mixed
{
    [SweepTheory]
    public int Sweep([Values(1, 2, 3)] int n) => n;

    [Fact]
    public void Passes()
    {
    }

    [Fact]
    public void Fails() => Assert.Fail("This one fails.");
}
