namespace MultiRunner.Tests.Running;

/// <summary>The report of one run.</summary>
public sealed class Report(IEnumerable<TestReport> tests)
{
    /// <summary>The test cases, by name.</summary>
    public IReadOnlyList<TestReport> Tests { get; } = [.. tests.OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The one test case of this name.</summary>
    public TestReport this[string name] => Assert.Single(Tests, t => t.Name == name);

    /// <summary>The test cases whose name starts so.</summary>
    public Report Of(string prefix) => new(Tests.Where(t => t.Name.StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>The test cases with this outcome.</summary>
    public IReadOnlyList<TestReport> With(TestOutcome outcome) => [.. Tests.Where(t => t.Outcome == outcome)];

    /// <summary>"12 passed, 6 skipped".</summary>
    public string Summary => string.Join(", ", Tests.CountBy(t => t.Outcome).OrderBy(c => c.Key).Select(c => $"{c.Value} {(c.Key == TestOutcome.NotRun ? "not run" : c.Key.ToString().ToLowerInvariant())}"));
}
