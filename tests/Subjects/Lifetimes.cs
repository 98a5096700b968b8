using System.Reflection;
using MultiRunner;
using Xunit;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Subjects.WholeAssemblyFixture))]

namespace Subjects;

/// <summary>Everything that xunit does around a test is done around each attempt.</summary>
[Collection(nameof(SharedCollection))]
public sealed class Lifetimes(ClassFixture ofClass, CollectionFixture ofCollection, WholeAssemblyFixture ofAssembly, ITestOutputHelper output) : IClassFixture<ClassFixture>, IAsyncLifetime
{
    private bool initialized;

    [SweepTheory]
    [Around]
    public int Run([Values(1, 2)] int n)
    {
        output.WriteLine($"fixtures {ofClass.Number}, {ofCollection.Number} and {ofAssembly.Number}");
        output.WriteLine($"initialized: {initialized}, before: {AroundAttribute.IsInside}");
        return Sweep.Current.Attempt == 1 ? throw new InvalidOperationException("Once around more.") : n;
    }

    public ValueTask InitializeAsync()
    {
        initialized = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        output.WriteLine("disposed");
        return ValueTask.CompletedTask;
    }

    private sealed class AroundAttribute : BeforeAfterTestAttribute
    {
        private static readonly AsyncLocal<bool> Inside = new();

        public static bool IsInside => Inside.Value;

        public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Inside.Value = true;

        public override void After(MethodInfo methodUnderTest, IXunitTest test) => TestContext.Current.TestOutputHelper?.WriteLine("after");
    }
}

/// <summary>Numbers its instances: a class has one.</summary>
public sealed class ClassFixture
{
    private static int count;

    public int Number { get; } = Interlocked.Increment(ref count);
}

/// <summary>Numbers its instances: a collection has one.</summary>
public sealed class CollectionFixture
{
    private static int count;

    public int Number { get; } = Interlocked.Increment(ref count);
}

/// <summary>Numbers its instances: an assembly has one. It cannot be made where a test wants that.</summary>
public sealed class WholeAssemblyFixture
{
    private static int count;

    public WholeAssemblyFixture()
    {
        if (Environment.GetEnvironmentVariable("SUBJECTS_BROKEN_ASSEMBLY") is not null)
            throw new InvalidOperationException("The licence is not there.");
    }

    public int Number { get; } = Interlocked.Increment(ref count);
}

[CollectionDefinition(nameof(SharedCollection))]
public sealed class SharedCollection : ICollectionFixture<CollectionFixture>;
