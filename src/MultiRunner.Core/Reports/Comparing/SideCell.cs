using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Comparing;

/// <summary>What a table shows of one side of a configuration that has no mean there.</summary>
internal static class SideCell
{
    /// <summary>"failed", "to run", "NaN"; empty where the side has no such configuration.</summary>
    public static string Of(ConfigurationSide side) => side.State switch
    {
        SideState.Absent => "",
        SideState.Open => "to run",
        SideState.Failed => "failed",
        SideState.Lacking => "no value",
        _ => Display.Number(side.Summary!.Mean),
    };
}
