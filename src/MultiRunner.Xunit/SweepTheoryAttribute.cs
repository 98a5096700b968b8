using System.Runtime.CompilerServices;
using MultiRunner.Definition;
using MultiRunner.Discovery;
using MultiRunner.Grids;
using Xunit;
using Xunit.v3;

namespace MultiRunner;

/// <summary>
/// Marks a method as a sweep: each point of its parameter grid becomes a test case, and all processes that run these tests
/// with the same root directory share the points out. What the method returns is recorded as the point's result.
/// </summary>
/// <remarks>
/// The grid is the product of the parameters' axes (<see cref="ValuesAttribute"/>, <see cref="RangeAttribute"/>,
/// <see cref="LinRangeAttribute"/>, <see cref="LogRangeAttribute"/>, <see cref="RepeatsAttribute"/>; every value of a bool or enum
/// without an attribute), or the rows of xunit's own data attributes. It must be the same in every process.
/// </remarks>
// Derived from FactAttribute, not TheoryAttribute, for which xunit's analyzers ask for data attributes (xUnit1003); and not
// from Attribute, for which the SDK's analyzers would ask to make an experiment static (CA1822).
[XunitTestCaseDiscoverer(typeof(SweepDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class SweepTheoryAttribute : FactAttribute, ITheoryAttribute, ITestCaseOrdererAttribute
{
    /// <summary>Marks a method as a sweep.</summary>
    /// <param name="sourceFilePath">Given by the compiler.</param>
    /// <param name="sourceLineNumber">Given by the compiler.</param>
    public SweepTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
    }

    /// <summary>The metric whose largest value is best. Not together with <see cref="Minimize"/>.</summary>
    public string? Maximize { get; set; }

    /// <summary>The metric whose smallest value is best. Not together with <see cref="Maximize"/>.</summary>
    public string? Minimize { get; set; }

    /// <summary>
    /// The version of the experiment, such as "2". Each version has a sweep directory of its own, so the points of a new version are
    /// all run, and the results of the others are kept where they are. Give another version when the code has changed so much that
    /// earlier results are no longer to be compared. Default: none.
    /// </summary>
    public string? Version { get; set; }

    /// <summary>Failed attempts at one point, over all workers, after which it counts as failed. Default: 3.</summary>
    public int MaxAttempts
    {
        get => GivenMaxAttempts ?? SweepSettings.Default.MaxAttempts;
        set => GivenMaxAttempts = value;
    }

    /// <summary>Failed attempts of one worker, over all points, after which it runs no more. Default: 5.</summary>
    public int MaxErrors
    {
        get => GivenMaxErrors ?? SweepSettings.Default.MaxErrors;
        set => GivenMaxErrors = value;
    }

    /// <summary>
    /// Seconds for which a worker's heartbeat may stand still before the others take its points back. Default: 60. It must be
    /// longer than the file system hides what others did (up to 30 s was seen on NFS), and the same for all workers.
    /// </summary>
    public double Lease
    {
        get => GivenLease ?? SweepSettings.Default.Lease.TotalSeconds;
        set => GivenLease = value;
    }

    /// <summary>When an idle worker runs a point that another worker is running. Default: <see cref="Speculation.Auto"/>.</summary>
    public Speculation Speculation
    {
        get => GivenSpeculation ?? SweepSettings.Default.Speculation;
        set => GivenSpeculation = value;
    }

    /// <summary>
    /// How many GPUs of its own each running point gets, as <see cref="SweepContext.Gpus"/>: no two points on one host have the
    /// same, in whatever processes of whatever users they run. Default: 0. While all are lent a worker waits before it takes
    /// a point. If this process may use fewer, the sweep fails at its start.
    /// </summary>
    /// <remarks>
    /// <see cref="Gpu"/> says which GPUs there are. They are lent by locking files in <c>/tmp/multirunner-gpus</c> (Windows:
    /// <c>%ProgramData%\multirunner-gpus</c>) or the directory in <c>MULTIRUNNER_GPU_DIRECTORY</c>, which must be local. Programs
    /// that do not ask there are not known: leave their GPUs out with <c>CUDA_VISIBLE_DEVICES</c>.
    /// </remarks>
    public int Gpus
    {
        get => GivenGpus ?? SweepSettings.Default.GpusPerPoint;
        set => GivenGpus = value;
    }

    /// <summary>The number of points that the grid may have. Default: 1,000,000.</summary>
    public int MaxPoints { get; set; } = Grid.DefaultMaxPoints;

    internal int? GivenMaxAttempts { get; private set; }

    internal int? GivenMaxErrors { get; private set; }

    internal double? GivenLease { get; private set; }

    internal Speculation? GivenSpeculation { get; private set; }

    internal int? GivenGpus { get; private set; }

    // A sweep always enumerates its points: each is a test case of its own.
    bool ITheoryAttribute.DisableDiscoveryEnumeration => false;

    bool ITheoryAttribute.IncludeTestCaseIndex => false;

    bool ITheoryAttribute.SkipTestWithoutData => false;

    Type ITestOrdererAttribute.OrdererType => typeof(SweepTestCaseOrderer);
}
