namespace MultiRunner.Benchmarks;

/// <summary>Takes points of a sweep of its own from claim to seal.</summary>
internal interface ILoop : IDisposable
{
    /// <summary>Takes the next <paramref name="points"/> points.</summary>
    void Take(int points);
}
