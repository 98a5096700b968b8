namespace MultiRunner.Grids.Drawing;

/// <summary>The values of a continuous axis, and how likely each is.</summary>
internal interface IDistribution
{
    /// <summary>How it is written in the code, such as "Uniform(0, 0.5)".</summary>
    string Text { get; }

    /// <summary>
    /// The value below which this share of all values lies, rounded so that people can read it. It is the same on every machine, and a
    /// larger coordinate never has a smaller value.
    /// </summary>
    /// <param name="coordinate">A number of at least 0 and below 1.</param>
    object At(double coordinate);
}
