using System.Globalization;
using MultiRunner.Definition;
using MultiRunner.Grids;
using MultiRunner.Scheduling;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>Runs the test of one attempt.</summary>
internal sealed class SweepTestRunner : XunitTestRunnerBase<SweepTestRunnerContext, IXunitTest>
{
    private static readonly SweepTestRunner Instance = new();

    public static async ValueTask<RunSummary> RunAttempt(SweepTestRunnerContext context)
    {
        await using (context)
        {
            await context.InitializeAsync();
            return await Instance.Run(context);
        }
    }

    /// <summary>Makes the test class, with what its <see cref="IAsyncLifetime.InitializeAsync"/> does.</summary>
    protected override async ValueTask<(object? Instance, SynchronizationContext? SyncContext, ExecutionContext? ExecutionContext)>
        CreateTestClassInstance(SweepTestRunnerContext ctxt)
    {
        try
        {
            return await base.CreateTestClassInstance(ctxt);
        }
        catch
        {
            ctxt.ClassCannotBeMade();
            throw;
        }
    }
}

/// <summary>Calls the method with <see cref="Sweep.Current"/> set, and keeps what it returns.</summary>
internal sealed class SweepTestRunnerContext(
    IXunitTest test,
    ExplicitOption explicitOption,
    IMessageBus messageBus,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource,
    ParallelMode parallelMode,
    ExecutionScheduler scheduler,
    IReadOnlyCollection<IBeforeAfterTestAttribute> beforeAfterTestAttributes,
    object?[] constructorArguments,
    FixtureMappingManager fixtures,
    SweepContext sweep,
    Attempt attempt,
    ReturnReader returns)
    : XunitTestRunnerBaseContext<IXunitTest>(
        test,
        explicitOption,
        messageBus,
        aggregator,
        cancellationTokenSource,
        parallelMode,
        scheduler,
        beforeAfterTestAttributes,
        constructorArguments,
        fixtures)
{
    // Xunit.SkippableFact is made for xunit 2; depending on it would bring xunit 2's FactAttribute to every user.
    private const string SkippableFactException = "Xunit.SkipException";
    private const string DynamicSkip = "$XunitDynamicSkip$";

    /// <summary>
    /// xunit looks for its mark of a skipped test in the exception's message. A message that throws has no such mark, and must
    /// not keep xunit from reporting the failure.
    /// </summary>
    public override string? GetSkipReason(Exception? exception)
    {
        try
        {
            return base.GetSkipReason(exception);
        }
        catch (Exception) when (exception is not null)
        {
            return null;
        }
    }

    /// <summary>The constructor of the test class, or its initialisation, threw an exception.</summary>
    public void ClassCannotBeMade() => sweep.IsClassMissing = true;

    /// <inheritdoc/>
    protected override object? InvokeTestMethod(object? testClassInstance) => Invoke(testClassInstance).AsTask();

    private async ValueTask Invoke(object? testClassInstance)
    {
        sweep.CancellationToken = TestContext.Current.CancellationToken;

        Sweep.Enter(sweep);
        foreach (var earlier in attempt.Earlier)
            TestContext.Current.AddWarning(Messages.EarlierAttempt(earlier));

        // xunit leaves a method alone that runs on after its timeout; its GPUs are not free before it ends.
        using var hold = attempt.Gpus?.Hold();
        try
        {
            await returns.Read(Call(testClassInstance), sweep.Metrics);
        }
        catch (Exception e) when (e.Innermost() is { } thrown && thrown.GetType().FullName == SkippableFactException)
        {
            throw new SkippedException(DynamicSkip + e.Innermost().Message);
        }
        foreach (var (name, value) in sweep.Metrics.Metrics)
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} = {value:R}"));
    }

    /// <summary>
    /// The points of an axis value, and all attempts at a point, share the arguments. So each attempt gets copies, and what the method
    /// does to an object is unknown to all others. The token goes into the copy, too: an attempt that was given up in a constructor,
    /// and goes on later, would otherwise hand its cancelled token to the next one.
    /// </summary>
    private object? Call(object? testClassInstance)
    {
        var arguments = Array.ConvertAll(MethodArguments, ArgumentCopy.Of);
        TokenParameters.Fill(Method, arguments, sweep.CancellationToken);
        return Method.Invoke(testClassInstance, arguments);
    }

    private sealed class SkippedException(string message) : Exception(message);
}
