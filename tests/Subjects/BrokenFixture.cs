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

/// <summary>The fixture of its collection cannot be made.</summary>
[Collection(nameof(BrokenCollection))]
public sealed class OfBrokenCollection(BrokenFixture.Fixture fixture)
{
    [SweepTheory]
    public int Run([Values(1, 2)] int n) => n + fixture.GetHashCode();
}

[CollectionDefinition(nameof(BrokenCollection))]
public sealed class BrokenCollection : ICollectionFixture<BrokenFixture.Fixture>;

/// <summary>Nobody makes the fixture that it asks for.</summary>
public sealed class FixtureMissing(BrokenFixture.Fixture fixture)
{
    [SweepTheory]
    public int Run([Values(1, 2)] int n) => n + fixture.GetHashCode();
}
