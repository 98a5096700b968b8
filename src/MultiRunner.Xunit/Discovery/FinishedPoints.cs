using MultiRunner.Definition;
using MultiRunner.Execution;
using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Storage;
using Xunit.v3;

namespace MultiRunner.Discovery;

/// <summary>The points of a sweep that are finished already, when they are so many that they share one test case.</summary>
/// <param name="InCode">Their positions in the grid.</param>
/// <param name="Indices">Their indices in the sweep directory, in order.</param>
internal sealed record FinishedPoints(IReadOnlySet<int> InCode, IReadOnlyList<int> Indices)
{
    /// <summary>
    /// Reads them, with two listings and the manifest, and no file of a point. Null: there are not so many, or they cannot be known for
    /// sure, and each point has a case of its own. What is wrong with the directory is told by the worker that joins.
    /// </summary>
    /// <param name="method">The sweep method.</param>
    /// <param name="definition">What is known of it.</param>
    /// <param name="arguments">The command line of this process.</param>
    public static async ValueTask<FinishedPoints?> Of(IXunitTestMethod method, SweepDefinition definition, IReadOnlyList<string> arguments)
    {
        // Rows may have names, traits and reasons to be skipped of their own, and the points of a generic method have their own methods.
        if (definition.Grid.Points.Count <= definition.Options.SummaryAbove
            || definition.Rows is not null
            || method.Method.IsGenericMethodDefinition
            || CaseSelection.IsByCase(arguments))
            return null;
        try
        {
            var root = SweepRoot.For(method.TestClass.Class.Assembly, Environment.GetEnvironmentVariable(SweepRoot.Variable));
            return await In(new FileSystemDirectory(Path.Combine(root, definition.DirectoryName)), definition);
        }
        catch (Exception e) when (e is SharedDirectoryException or SweepDirectoryException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The same of a sweep directory.</summary>
    /// <exception cref="SharedDirectoryException">It cannot be read.</exception>
    /// <exception cref="SweepDirectoryException">Its manifest cannot be understood.</exception>
    public static async ValueTask<FinishedPoints?> In(ISharedDirectory directory, SweepDefinition definition)
    {
        var finished = await ReadFinished(directory);
        if (finished.Count <= definition.Options.SummaryAbove || await ManifestReader.ReadNewest(directory) is not { } manifest)
            return null;
        var inCode = new HashSet<int>(finished.Count);
        var indices = new List<int>(finished.Count);
        for (var i = 0; i < manifest.Points.Count; i++)
        {
            if (finished.Contains(i) && definition.Grid.IndexOf(manifest.Points[i].Text) is >= 0 and var position && inCode.Add(position))
                indices.Add(i);
        }

        return indices.Count > definition.Options.SummaryAbove ? new FinishedPoints(inCode, indices) : null;
    }

    /// <summary>
    /// The points that are finished and have a result. Of a point whose result was deleted, the worker that comes to it makes one that is
    /// to be run, and for that the point needs a case.
    /// </summary>
    private static async ValueTask<HashSet<int>> ReadFinished(ISharedDirectory directory)
    {
        var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini));
        var finished = states.Values.Where(file => file.State == PointState.Finished).Select(file => file.Point).ToHashSet();
        if (finished.Count > 0)
        {
            var results = (await directory.List(SweepLayout.Results)).ToHashSet(StringComparer.Ordinal);
            finished.RemoveWhere(point => !results.Contains(Path.GetFileName(SweepLayout.Result(point))));
        }

        return finished;
    }
}
