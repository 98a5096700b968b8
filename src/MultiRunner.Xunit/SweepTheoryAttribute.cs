using System.Runtime.CompilerServices;
using MultiRunner.Definition;
using MultiRunner.Discovery;
using MultiRunner.Grids;
using Xunit;
using Xunit.v3;

namespace MultiRunner;

/// <summary>
/// Marks a method as a sweep: each point of its parameter grid becomes a test case, and all processes that run these tests
/// with the same root directory share the points. What the method returns is recorded as the result of the point.
/// </summary>
/// <remarks>
/// The grid is the product of the parameters' axes (<see cref="ValuesAttribute"/>, <see cref="RangeAttribute"/>,
/// <see cref="LinRangeAttribute"/>, <see cref="LogRangeAttribute"/>, <see cref="RepeatsAttribute"/>, <see cref="ValuesFromAttribute"/>;
/// without an attribute the default value of the parameter, or every value of a bool or enum), without the combinations that
/// <see cref="Where"/>, <see cref="ExcludeAttribute"/> and <see cref="WhenAttribute"/> take out, or the rows of xunit's own data
/// attributes. <see cref="ZipAttribute"/> walks axes in step, <see cref="AlsoRunAttribute"/> adds a point beside the product, and
/// <see cref="Sampling"/> takes some points only. The grid must be the same in every process. A sweep that is wrong is one failing test
/// case, whose message says what to do. An environment variable overrides the attribute, and the attribute overrides the MSBuild property
/// of the same name with <c>MultiRunner</c> before it, such as <c>MultiRunnerLease</c>.
/// </remarks>
/// <example>
/// <code>
/// [SweepTheory(Maximize = "accuracy")]
/// public Scores Train([Values(16, 64, 256)] int batchSize, [LogRange(0.001, 0.1, 3)] double learningRate)
///     => Net.Train(batchSize, learningRate);
/// </code>
/// </example>
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

    /// <summary>The metric whose largest value is best. It excludes <see cref="Minimize"/>. Default: none.</summary>
    public string? Maximize { get; set; }

    /// <summary>The metric whose smallest value is best. It excludes <see cref="Maximize"/>. Default: none.</summary>
    public string? Minimize { get; set; }

    /// <summary>
    /// The version of the experiment, such as "2". Each version has a sweep directory of its own, so the points of a new version are
    /// all run, and the results of other versions stay where they are. Change the version when results of earlier code should no longer
    /// count. The text must not be blank or have control characters. Default: none.
    /// </summary>
    public string? Version { get; set; }

    /// <summary>
    /// The number of failed attempts at one point, over all workers, after which the point counts as failed. From 1. Default: 3.
    /// Environment variable: <c>MULTIRUNNER_MAX_ATTEMPTS</c>.
    /// </summary>
    public int MaxAttempts
    {
        get => GivenMaxAttempts ?? SweepSettings.Default.MaxAttempts;
        set => GivenMaxAttempts = value;
    }

    /// <summary>
    /// The number of failed attempts of one worker, over all points, after which it stops. From 1. Default: 5. Environment variable:
    /// <c>MULTIRUNNER_MAX_ERRORS</c>.
    /// </summary>
    public int MaxErrors
    {
        get => GivenMaxErrors ?? SweepSettings.Default.MaxErrors;
        set => GivenMaxErrors = value;
    }

    /// <summary>
    /// How many seconds the heartbeat of a worker may stand still before other workers take its points back. From 1 to 86400. Default: 60.
    /// Environment variable: <c>MULTIRUNNER_LEASE</c>. It must be the same for all workers, and longer than the file system takes to show
    /// what other machines did (up to 30 s was seen on NFS).
    /// </summary>
    public double Lease
    {
        get => GivenLease ?? SweepSettings.Default.Lease.TotalSeconds;
        set => GivenLease = value;
    }

    /// <summary>
    /// Whether an idle worker also runs a point that another worker is running. Default: <see cref="Speculation.Auto"/>. Environment
    /// variable: <c>MULTIRUNNER_SPECULATION</c>.
    /// </summary>
    public Speculation Speculation
    {
        get => GivenSpeculation ?? SweepSettings.Default.Speculation;
        set => GivenSpeculation = value;
    }

    /// <summary>
    /// In which order each worker takes the points. Default: <see cref="Order.LongestFirst"/> when there is a <see cref="Cost"/>, else
    /// <see cref="Order.Shuffled"/>. Environment variable: <c>MULTIRUNNER_ORDER</c>.
    /// </summary>
    /// <remarks>
    /// It says which point begins first, not which one ends first. When several workers take points, each takes one of the next few, so
    /// that they rarely try to take the same one. Without a <see cref="Cost"/>, <see cref="Order.LongestFirst"/> estimates how long a
    /// point takes from results that there are when the worker joins, also from those that a rerun has replaced: the geometric mean of
    /// their durations, times, for each parameter, the geometric mean at the value of the point divided by that of all. A value without
    /// results changes nothing.
    /// </remarks>
    public Order Order
    {
        get => OrderAsWritten ?? SweepSettings.Default.Order;
        set => GivenOrder = value;
    }

    /// <summary>
    /// The name of a static method that says how much a point costs: the one that costs most comes first. It belongs to the class or to a
    /// base class, its parameters are some of those of the sweep, by name, and it returns a number or a <see cref="TimeSpan"/>. The unit
    /// does not matter. Default: none.
    /// </summary>
    public string? Cost { get; set; }

    /// <summary>
    /// How many GPUs each running point has to itself, as <see cref="SweepContext.Gpus"/>. No two points on one host share a GPU, even if
    /// they run in processes of different users. From 0. Default: 0. Environment variable: <c>MULTIRUNNER_GPUS_PER_POINT</c>. While all
    /// GPUs are lent, a worker waits before it takes a point. If this process may use fewer GPUs, the sweep fails at its start.
    /// </summary>
    /// <remarks>
    /// <see cref="Gpu"/> says which GPUs there are. They are lent by locking files in <c>/tmp/multirunner-gpus</c> (Windows:
    /// <c>%ProgramData%\multirunner-gpus</c>) or the directory in <c>MULTIRUNNER_GPU_DIRECTORY</c>, which must be local. The
    /// library does not know of programs that use a GPU without such a lock. Hide their GPUs with <c>CUDA_VISIBLE_DEVICES</c>.
    /// </remarks>
    public int Gpus
    {
        get => GivenGpus ?? SweepSettings.Default.GpusPerPoint;
        set => GivenGpus = value;
    }

    /// <summary>
    /// Above how many finished points the tests show one skipped case for all of them, in place of a case for each. Every other point has
    /// a case of its own as always. From 0. Default: 5000. Environment variable: <c>MULTIRUNNER_SUMMARY_ABOVE</c>.
    /// </summary>
    /// <remarks>
    /// A sweep of rows always has a case for each row, since rows may have names, traits and skip reasons of their own. So has a sweep of
    /// which a run selects cases one by one, by their display name or unique id.
    /// </remarks>
    public int SummaryAbove
    {
        get => GivenSummaryAbove ?? SweepSettings.Default.SummaryAbove;
        set => GivenSummaryAbove = value;
    }

    /// <summary>
    /// The largest number of points that are run: those that constraints leave and that the sampling takes. From 1. Default: 100,000, the
    /// largest grid whose discovery was measured.
    /// </summary>
    public int MaxPoints
    {
        get => GivenMaxPoints ?? Grid.DefaultMaxPoints;
        set => GivenMaxPoints = value;
    }

    /// <summary>
    /// The name of a static method that answers true for the combinations that are points: <c>Where = nameof(Fits)</c>. The method is one
    /// of the class or of a base class, of any visibility, and its parameters are parameters of the sweep, by name: as many of them as it
    /// asks about. It must answer the same in every process. Default: none, every combination is a point.
    /// </summary>
    /// <remarks>
    /// The method is asked as soon as its parameters have values, before any point is made. So a large grid of which few combinations are
    /// allowed is listed quickly if each constraint has few parameters. <see cref="ExcludeAttribute"/> takes out exact values.
    /// </remarks>
    public string? Where { get; set; }

    /// <summary>Which points of the grid are run. Default: <see cref="Sampling.Grid"/>, all of them.</summary>
    public Sampling Sampling { get; set; }

    /// <summary>
    /// How many points are drawn when <see cref="Sampling"/> is <see cref="Sampling.Random"/>, <see cref="Sampling.Latin"/> or
    /// <see cref="Sampling.Sobol"/>, which need it. From 1 to <see cref="MaxPoints"/>. A larger number adds points to those that were
    /// drawn before (with <see cref="Sampling.Latin"/>, twice the number does).
    /// </summary>
    public int Samples
    {
        get => GivenSamples ?? 0;
        set => GivenSamples = value;
    }

    /// <summary>The seed of the draw: with another seed other points are drawn. Default: 0.</summary>
    public int Seed
    {
        get => GivenSeed ?? SampleChoice.DefaultSeed;
        set => GivenSeed = value;
    }

    internal int? GivenMaxPoints { get; private set; }

    internal int? GivenSamples { get; private set; }

    internal int? GivenSeed { get; private set; }

    internal int? GivenMaxAttempts { get; private set; }

    internal int? GivenMaxErrors { get; private set; }

    internal double? GivenLease { get; private set; }

    internal Speculation? GivenSpeculation { get; private set; }

    internal Order? GivenOrder { get; private set; }

    /// <summary>The order that the attribute asks for, be it by a cost.</summary>
    internal Order? OrderAsWritten => Cost is null ? GivenOrder : GivenOrder ?? Order.LongestFirst;

    internal int? GivenGpus { get; private set; }

    internal int? GivenSummaryAbove { get; private set; }

    // A sweep always enumerates its points: each is a test case of its own.
    bool ITheoryAttribute.DisableDiscoveryEnumeration => false;

    bool ITheoryAttribute.IncludeTestCaseIndex => false;

    bool ITheoryAttribute.SkipTestWithoutData => false;

    Type ITestOrdererAttribute.OrdererType => typeof(SweepTestCaseOrderer);
}
