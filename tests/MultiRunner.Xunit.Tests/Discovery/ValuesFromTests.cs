using MultiRunner.Definition;
using Xunit.v3;

namespace MultiRunner.Tests.Discovery;

/// <summary>Which values an axis takes from a member.</summary>
public sealed class ValuesFromTests
{
    [Theory]
    [InlineData(nameof(Sweeps.FromProperty), """{"n":1}""", """{"n":2}""")]
    [InlineData(nameof(Sweeps.FromField), """{"n":0.5}""", """{"n":3}""")]
    [InlineData(nameof(Sweeps.FromMethod), """{"n":7}""", """{"n":8}""")]
    [InlineData(nameof(Sweeps.FromBase), """{"n":"x"}""")]
    [InlineData(nameof(Sweeps.FromOther), """{"n":10}""", """{"n":20}""")]
    [InlineData(nameof(Sweeps.FromBaseOfOther), """{"n":"x"}""")]
    [InlineData(nameof(Sweeps.FromObject), """{"n":null}""", """{"n":4}""")]
    [InlineData(nameof(Sweeps.FromOverload), """{"n":9}""")]
    [InlineData(nameof(Sweeps.FromSeveral), """{"n":1}""", """{"n":2}""", """{"n":5}""", """{"n":7}""", """{"n":8}""")]
    [InlineData(nameof(Sweeps.Rows), """{"n":[1,2]}""", """{"n":[]}""")]
    [InlineData(nameof(Sweeps.OfAnyType), """{"n":4}""", """{"n":"four"}""")]
    [InlineData(nameof(Sweeps.Repeated), """{"n":17}""", """{"n":23}""")]
    public async Task The_values_are_those_of_the_nearest_member(string method, params string[] keys) =>
        Assert.Equal(keys, (await Read(typeof(Sweeps), method)).Grid.Points.Select(point => point.Key));

    [Fact]
    public async Task An_override_inherits_the_member_and_its_class_may_have_one_of_its_own()
    {
        Assert.Equal(["""{"n":1}"""], (await Read(typeof(Inheriting), nameof(Base.Fit))).Grid.Points.Select(point => point.Key));
        Assert.Equal(["""{"n":2}"""], (await Read(typeof(Hiding), nameof(Base.Fit))).Grid.Points.Select(point => point.Key));
    }

    [Fact]
    public async Task A_member_is_read_once_for_all_parameters_and_sweeps()
    {
        foreach (var method in new[] { nameof(Sweeps.Counted), nameof(Sweeps.CountedAgain), nameof(Sweeps.Counted) })
        {
            var points = (await Read(typeof(Sweeps), method)).Grid.Points;
            Assert.Equal(9, points.Count);
        }

        Assert.Equal(1, Counter.Calls);
        Assert.Equal(3, Counter.Items);
    }

    [Fact]
    public async Task A_sequence_without_end_is_read_as_far_as_the_largest_MaxPoints()
    {
        Assert.EndsWith(
            "an axis has at most 5 values, but with the values of [ValuesFrom] this one has more. Use fewer values, or raise MaxPoints on "
                + "[SweepTheory].",
            await MessageOf(nameof(Sweeps.Endless5)),
            StringComparison.Ordinal);
        Assert.Contains("at most 8 values", await MessageOf(nameof(Sweeps.Endless8)), StringComparison.Ordinal);
        Assert.Contains("at most 5 values", await MessageOf(nameof(Sweeps.Endless5)), StringComparison.Ordinal);
        Assert.Equal(9, Counter.OfEndless);
    }

    [Fact]
    public async Task What_throws_is_not_asked_again()
    {
        var first = await MessageOf(nameof(Sweeps.Throws));
        var second = await MessageOf(nameof(Sweeps.ThrowsAgain));
        Assert.Contains(
            "but 'Sweeps.Throwing' threw an exception. Correct it. The exception was System.InvalidOperationException: Number 1",
            first,
            StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: Number 1", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Sweeps.ByAPattern), "Sweeps and its base classes have no member 'Numbers*'. Name one with nameof. There are 'Arrays', 'Computed', 'Counting', 'Endless', 'Listed', ....")]
    [InlineData(nameof(Sweeps.NoneFits), "String and its base classes have no member 'Numbers'. Write such a member, and name it with nameof.")]
    [InlineData(nameof(Sweeps.OneFits), "Seeds and its base classes have no member 'primes'. Name one with nameof. There is 'Primes'.")]
    [InlineData(nameof(Sweeps.OfAnEvent), "'Sweeps.Changed' is none of these. Name another member.")]
    [InlineData(nameof(Sweeps.OfAType), "'ValuesFromTests.Counter' is none of these. Name another member.")]
    [InlineData(nameof(Sweeps.WithoutGetter), "'Sweeps.OnlySet' is none of these. Name another member.")]
    [InlineData(nameof(Sweeps.OfAGenericMethod), "nothing says which arguments or types 'Sweeps.Generic' is to get.")]
    [InlineData(nameof(Sweeps.OfAGenericType), "nothing says which arguments or types 'Open`1.Values' is to get.")]
    [InlineData(nameof(Sweeps.OfANumber), "'Sweeps.Number' is a Int32, which is one value. Return a sequence such as an array.")]
    [InlineData(nameof(Sweeps.OfNothing), "'Sweeps.Nothing' is a Void, which is one value.")]
    [InlineData(nameof(Sweeps.OfASpan), "'Sweeps.Span' is a ReadOnlySpan`1, which is one value.")]
    [InlineData(nameof(Sweeps.OfATextAsObject), "'Sweeps.TextAsObject' is a String, which is one value.")]
    [InlineData(nameof(Sweeps.OfAValueTask), "'Sweeps.ValueTask' is a ValueTask`1, which nobody awaits while the points are listed. Return the values themselves.")]
    [InlineData(nameof(Sweeps.OfAnAsyncSequence), "'Sweeps.Async' is a IAsyncEnumerable`1, which nobody awaits")]
    [InlineData(nameof(Sweeps.OfABrokenType), "'Broken.Values' threw an exception. Correct it. The exception was System.FormatException: No.")]
    [InlineData(nameof(Sweeps.OfASet), "'Sweeps.Set' is a HashSet`1, whose values have no order that is the same in every process. Return an array, sorted by StringComparer.Ordinal for texts.")]
    [InlineData(nameof(Sweeps.OfKeys), "'Sweeps.TextKeys' is a Dictionary`2.KeyCollection, whose values have no order that is the same in every process. Return an array")]
    [InlineData(nameof(Sweeps.OfASortedSet), "'Sweeps.Sorted' is a SortedSet`1, which sorts texts in an order that depends on the culture. Return an array")]
    [InlineData(nameof(Sweeps.OfARowOfATheory), "every value must convert to Int32 without loss")]
    public async Task What_gives_no_values_is_named(string method, string message)
    {
        var told = await MessageOf(method);
        Assert.StartsWith($"Axis 'n' of Sweeps.{method}: ", told, StringComparison.Ordinal);
        Assert.Contains(message, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Tuples_are_handed_on_as_they_are()
    {
        var parameter = typeof(Sweeps).GetMethod(nameof(Sweeps.OfPairs))!.GetParameters()[0];
        Assert.Equal<object?>([(1, 2), (3, 4)], SweepAxes.Of("Sweep", [parameter])[0].Values);
    }

    private static Task<SweepDefinition> Read(Type type, string method)
    {
        var own = (IXunitTestMethod)TestContext.Current.TestMethod!;
        return SweepDefinitions.For(new XunitTestMethod(own.TestClass, type.GetMethod(method)!, []));
    }

    private static async Task<string> MessageOf(string method) =>
        (await Assert.ThrowsAsync<GridException>(() => Read(typeof(Sweeps), method))).Message;

#pragma warning disable CA1051, CA1044, CA1065, CA1819, CA1822, CA1823, CA2211, CS0067, CS0414, IDE0044, IDE0051, IDE0052, xUnit1000, xUnit1026 // Private, so that the runner of these tests does not take them for its own.
    private static class Counter
    {
        public static int Calls { get; set; }

        public static int Items { get; set; }

        public static int OfEndless { get; set; }

        public static int OfThrowing { get; set; }
    }

    private static class Broken
    {
        public static readonly int[] Values = Fail();

        private static int[] Fail() => throw new FormatException("No.");
    }

    private static class Open<T>
    {
        public static T[] Values => [];
    }

    private class Root
    {
        private static readonly string[] OfRoot = ["x"];

        protected static IEnumerable<int> Numbers => [100];
    }

    private sealed class Derived : Root
    {
        private static new IEnumerable<int> Numbers => [10, 20];
    }

    private abstract class Base
    {
        private static readonly int[] Values = [1];

        [SweepTheory]
        public abstract void Fit([ValuesFrom(nameof(Values))] int n);
    }

    private sealed class Inheriting : Base
    {
        public override void Fit(int n)
        {
        }
    }

    private sealed class Hiding : Base
    {
        private static readonly int[] Values = [2];

        public override void Fit(int n)
        {
        }
    }

    private sealed class Sweeps : Root
    {
        private static double[] numbers = [0.5, 3];

        private static event Action? Changed;

        public static int[] OnlySet
        {
            set => numbers = [value.Length];
        }

        private static IEnumerable<int> Computed => Enumerable.Range(1, 2);

        private static object Boxed => new List<int?> { null, 4 };

        private static object TextAsObject => "abc";

        private static int Number => 3;

        private static ReadOnlySpan<int> Span => [1, 2];

        private static ValueTask<int[]> ValueTask => new([1]);

        private static IAsyncEnumerable<int> Async => throw new NotSupportedException();

        private static TheoryData<int> Theory => [1, 2];

        private static int[][] Arrays => [[1, 2], []];

        private static object[] Mixed => [4, "four"];

        private static (int Width, int Depth)[] Pairs => [(1, 2), (3, 4)];

        private static HashSet<int> Set => [1, 2];

        private static IEnumerable<string> TextKeys => new Dictionary<string, int> { ["a"] = 1 }.Keys;

        private static SortedSet<string> Sorted => ["a", "b"];

        private static IEnumerable<int> Counting
        {
            get
            {
                Counter.Calls++;
                for (var i = 0; i < 3; i++)
                {
                    Counter.Items++;
                    yield return i;
                }
            }
        }

        private static IEnumerable<int> Endless
        {
            get
            {
                while (true)
                    yield return Counter.OfEndless++;
            }
        }

        private static IEnumerable<int> Throwing
        {
            get
            {
                yield return 1;
                throw new InvalidOperationException($"Number {++Counter.OfThrowing}");
            }
        }

        private static List<int> Listed() => [7, 8];

        private static int[] Overloaded(int n) => [n];

        private static int[] Overloaded() => [9];

        private static T[] Generic<T>() => [];

        private static void Nothing()
        {
        }

        [SweepTheory]
        public void OfASet([ValuesFrom(nameof(Set))] int n)
        {
        }

        [SweepTheory]
        public void OfKeys([ValuesFrom(nameof(TextKeys))] string n)
        {
        }

        [SweepTheory]
        public void OfASortedSet([ValuesFrom(nameof(Sorted))] string n)
        {
        }

        [SweepTheory]
        public void FromProperty([ValuesFrom(nameof(Computed))] int n)
        {
        }

        [SweepTheory]
        public void FromField([ValuesFrom(nameof(numbers))] double n)
        {
        }

        [SweepTheory]
        public void FromMethod([ValuesFrom(nameof(Listed))] long n)
        {
        }

        [SweepTheory]
        public void FromBase([ValuesFrom("OfRoot")] string n)
        {
        }

        [SweepTheory]
        public void FromOther([ValuesFrom(typeof(Derived), "Numbers")] int n)
        {
        }

        [SweepTheory]
        public void FromBaseOfOther([ValuesFrom(typeof(Derived), "OfRoot")] string n)
        {
        }

        [SweepTheory]
        public void FromObject([ValuesFrom(nameof(Boxed))] int? n)
        {
        }

        [SweepTheory]
        public void FromOverload([ValuesFrom(nameof(Overloaded))] int n)
        {
        }

        [SweepTheory]
        public void FromSeveral([ValuesFrom(nameof(Computed))][Values(5)][ValuesFrom(nameof(Listed))] int n)
        {
        }

        [SweepTheory]
        public void Rows([ValuesFrom(nameof(Arrays))] int[] n)
        {
        }

        [SweepTheory]
        public void OfAnyType<T>([ValuesFrom(nameof(Mixed))] T n)
        {
        }

        [SweepTheory]
        public void Repeated([ValuesFrom(typeof(Seeds), nameof(Seeds.Primes)), Repeats] int n)
        {
        }

        [SweepTheory]
        public void OfPairs([ValuesFrom(nameof(Pairs))] (int Width, int Depth) size)
        {
        }

        [SweepTheory]
        public void Counted([ValuesFrom(nameof(Counting))] int a, [ValuesFrom(nameof(Counting))] int b)
        {
        }

        [SweepTheory]
        public void CountedAgain([ValuesFrom(nameof(Counting))] int a, [ValuesFrom(typeof(Sweeps), nameof(Counting))] double b)
        {
        }

        [SweepTheory(MaxPoints = 5)]
        public void Endless5([ValuesFrom(nameof(Endless))] int n)
        {
        }

        [SweepTheory(MaxPoints = 8)]
        public void Endless8([ValuesFrom(nameof(Endless))] int n)
        {
        }

        [SweepTheory]
        public void Throws([ValuesFrom(nameof(Throwing))] int n)
        {
        }

        [SweepTheory]
        public void ThrowsAgain([ValuesFrom(nameof(Throwing))] int n)
        {
        }

        [SweepTheory]
        public void ByAPattern([ValuesFrom("Numbers*")] int n)
        {
        }

        [SweepTheory]
        public void NoneFits([ValuesFrom(typeof(string), "Numbers")] int n)
        {
        }

        [SweepTheory]
        public void OneFits([ValuesFrom(typeof(Seeds), "primes")] int n)
        {
        }

        [SweepTheory]
        public void OfAnEvent([ValuesFrom("Changed")] int n)
        {
        }

        [SweepTheory]
        public void OfAType([ValuesFrom(typeof(ValuesFromTests), nameof(Counter))] int n)
        {
        }

        [SweepTheory]
        public void WithoutGetter([ValuesFrom(nameof(OnlySet))] int n)
        {
        }

        [SweepTheory]
        public void OfAGenericMethod([ValuesFrom("Generic")] int n)
        {
        }

        [SweepTheory]
        public void OfAGenericType([ValuesFrom(typeof(Open<>), "Values")] int n)
        {
        }

        [SweepTheory]
        public void OfANumber([ValuesFrom(nameof(Number))] int n)
        {
        }

        [SweepTheory]
        public void OfNothing([ValuesFrom(nameof(Nothing))] int n)
        {
        }

        [SweepTheory]
        public void OfASpan([ValuesFrom(nameof(Span))] int n)
        {
        }

        [SweepTheory]
        public void OfATextAsObject([ValuesFrom(nameof(TextAsObject))] char n)
        {
        }

        [SweepTheory]
        public void OfAValueTask([ValuesFrom(nameof(ValueTask))] int n)
        {
        }

        [SweepTheory]
        public void OfAnAsyncSequence([ValuesFrom(nameof(Async))] int n)
        {
        }

        [SweepTheory]
        public void OfABrokenType([ValuesFrom(typeof(Broken), nameof(Broken.Values))] int n)
        {
        }

        [SweepTheory]
        public void OfARowOfATheory([ValuesFrom(nameof(Theory))] int n)
        {
        }
    }

    private static class Seeds
    {
        public static int[] Primes => [17, 23];
    }
}
