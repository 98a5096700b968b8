namespace MultiRunner.Cli.Live;

/// <summary>Shows how sweeps get on.</summary>
internal interface ILiveDisplay
{
    /// <summary>Shows whatever <paramref name="run"/> hands over until it ends.</summary>
    Task During(Func<Action<LiveView>, Task> run);
}
