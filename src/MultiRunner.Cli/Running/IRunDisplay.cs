namespace MultiRunner.Cli.Running;

/// <summary>Shows how the workers of this machine get on.</summary>
internal interface IRunDisplay
{
    /// <summary>Shows, as long as <paramref name="run"/> takes, whatever it hands over.</summary>
    Task During(Func<Action<RunView>, Task> run);
}
