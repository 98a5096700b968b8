namespace MultiRunner;

/// <summary>Which points of a parameter space are run.</summary>
public enum Sampling
{
    /// <summary>All of them: every combination of the values of the axes.</summary>
    Grid,

    /// <summary>
    /// Combinations drawn at random, each with the same probability and none twice. More <c>Samples</c> add points and keep the others.
    /// </summary>
    Random,

    /// <summary>
    /// A Latin hypercube (McKay, Beckman and Conover 1979): each axis is cut into as many equal parts as there are samples, and each part
    /// has one point. A point that is forbidden or there already is replaced by one of the next larger design, so the parts are then no
    /// longer even. Twice as many <c>Samples</c> keep all points and add as many. Another number of samples is another design.
    /// </summary>
    Latin,

    /// <summary>
    /// A Sobol' sequence (Joe and Kuo 2008), which fills the space more evenly than chance does. More <c>Samples</c> add points and keep
    /// the others. A power of two is the best number of samples.
    /// </summary>
    Sobol,

    /// <summary>
    /// A small selection in which every pair of values of two parameters occurs at least once. It has no random choice, and needs neither
    /// <c>Samples</c> nor <c>Seed</c>.
    /// </summary>
    Pairwise,
}
