namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>The ids of the workers of the sweeps.</summary>
internal static class Workers
{
    public const string Alpha = "alpha-4711-3fa2";
    public const string Beta = "beta-1709-9bc0";
    public const string Gamma = "gamma-88-77aa";
}
