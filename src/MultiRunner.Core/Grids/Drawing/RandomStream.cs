namespace MultiRunner.Grids.Drawing;

/// <summary>What random numbers are for. One seed gives each purpose numbers of its own. A number here must never change.</summary>
internal enum RandomStream
{
    /// <summary>The coordinates of <see cref="RandomSequence"/>.</summary>
    Coordinates = 0,

    /// <summary>The order in which a Latin hypercube visits its strata.</summary>
    LatinOrder = 1,

    /// <summary>The position of a point within its stratum of a Latin hypercube.</summary>
    LatinPosition = 2,

    /// <summary>The digital shifts of a Sobol' sequence.</summary>
    SobolShift = 3,

    /// <summary>The rounds of <see cref="IndexPermutation"/>.</summary>
    Permutation = 4,
}
