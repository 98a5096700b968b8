using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Sweeps that are selected by their traits. One of them cannot be run as it is written.</summary>
[Trait("suite", "nightly")]
public class Traits
{
    [SweepTheory]
    [Trait("device", "gpu")]
    public int Right([Values(1)] int n) => n;

    [SweepTheory]
    [Trait("device", "gpu")]
    public int Wrong([Values("one")] int n) => n;
}
