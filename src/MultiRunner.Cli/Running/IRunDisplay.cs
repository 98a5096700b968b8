namespace MultiRunner.Cli.Running;

/// <summary>Shows the progress of the workers of this machine.</summary>
internal interface IRunDisplay
{
    /// <summary>Shows whatever <paramref name="run"/> hands over until it ends.</summary>
    Task During(Func<Action<RunView>, Task> run);
}
