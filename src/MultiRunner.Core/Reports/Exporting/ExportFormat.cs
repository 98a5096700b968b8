using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Exporting;

/// <summary>A format in which sweeps can be exported.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Extension">How the names of its files end.</param>
/// <param name="TakesSeveral">Whether one document can hold several sweeps. If not, each sweep has a file of its own.</param>
/// <param name="Write">Writes a document. It gets one sweep when the document cannot hold several.</param>
internal sealed record ExportFormat(
    string Name, string Extension, bool TakesSeveral, Action<IReadOnlyList<ExportedSweep>, Stream> Write)
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("trx", ".trx", TakesSeveral: true, TrxExport.Write),
        new("junit", ".xml", TakesSeveral: true, JUnitExport.Write),
        new("ctrf", ".json", TakesSeveral: true, CtrfExport.Write),
        new("csv", ".csv", TakesSeveral: false, (sweeps, stream) => CsvReport.Write(sweeps[0].Report, stream)),
        new("json", ".json", TakesSeveral: false, (sweeps, stream) => JsonReport.Write(sweeps[0].Report, stream)),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static ExportFormat? Find(string name) =>
        All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
