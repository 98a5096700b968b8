using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Its fixture cannot be made, so none of its attempts starts.</summary>
public sealed class BrokenFixture(BrokenFixture.Fixture fixture) : IClassFixture<BrokenFixture.Fixture>
{
    [SweepTheory]
    public int Run([Values(1, 2)] int n) => n + fixture.GetHashCode();

    public sealed class Fixture
    {
        public Fixture() => throw new InvalidOperationException("The data set is not there.");
    }
}
