using MultiRunner.Grids.Drawing;

namespace MultiRunner.Grids;

/// <summary>Which points of a space are taken.</summary>
/// <param name="Sampling">The way.</param>
/// <param name="Samples">How many are drawn; null where the user gave no number.</param>
/// <param name="Seed">The seed of the draw; null where the user gave none.</param>
internal sealed record SampleChoice(Sampling Sampling, int? Samples = null, int? Seed = null)
{
    /// <summary>The seed of a draw for which the user gave none.</summary>
    public const int DefaultSeed = 0;

    /// <summary>All points.</summary>
    public static readonly SampleChoice All = new(Sampling.Grid);

    /// <summary>Finds what is wrong with it.</summary>
    /// <exception cref="GridException">The choice cannot be, or cannot be made from this space.</exception>
    public void Check(string sweep, GridSpace space, int maxPoints)
    {
        if (!Enum.IsDefined(Sampling))
            throw new GridException(Messages.UnknownSampling(sweep, Sampling));
        var drawn = space.Dimensions.Where(d => d.Distribution is not null)
            .Select(d => $"'{space.Parameters[d.Parameters[0]].Name}' ({d.Distribution!.Text})")
            .ToList();
        if (!Sampling.IsDrawn())
        {
            if (Samples is not null || Seed is not null)
                throw new GridException(Messages.SamplesWithout(sweep, Sampling, Given()));
            if (drawn.Count > 0)
                throw new GridException(Messages.DrawnValues(sweep, Sampling, drawn));
            return;
        }

        if (Samples is not { } samples)
            throw new GridException(Messages.NeedsSamples(sweep, Sampling));
        if (samples < 1)
            throw new GridException(Messages.TooFewSamples(sweep, samples));
        if (samples > maxPoints)
            throw new GridException(Messages.MoreSamplesThanMaxPoints(sweep, samples, maxPoints));
        if (Sampling == Sampling.Sobol && space.Dimensions.Count > SobolSequence.MaxDimensions)
            throw new GridException(Messages.TooManyDimensions(sweep, space.Dimensions.Count));
        if (space.IsDiscrete && space.Size is { } size && (UInt128)samples > size)
            throw new GridException(Messages.MoreSamplesThanPoints(sweep, samples, space, size));
    }

    private string Given() => Samples is null ? "Seed" : Seed is null ? "Samples" : "Samples and Seed";
}
