using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Which collections have their values in an order that another process need not have.</summary>
public class SequenceOrderTests
{
    private static readonly Dictionary<string, int> Numbers = new() { ["a"] = 1 };

    private static readonly Dictionary<string, (object Values, string Name)> Unordered = new()
    {
        ["HashSet"] = (new HashSet<int> { 1 }, "HashSet`1"),
        ["SubclassedSet"] = (new Own(), "HashSet`1"),
        ["ImmutableSet"] = (ImmutableHashSet.Create("a"), "ImmutableHashSet`1"),
        ["FrozenSet"] = (new[] { "a", "b" }.ToFrozenSet(), "FrozenSet`1"),
        ["PrivateSet"] = (new HashSet<Own>(), "HashSet`1"),
        ["Dictionary"] = (Numbers, "Dictionary`2"),
        ["Keys"] = (Numbers.Keys, "Dictionary`2.KeyCollection"),
        ["Values"] = (Numbers.Values, "Dictionary`2.ValueCollection"),
        ["ImmutableKeys"] = (ImmutableDictionary.Create<string, int>().Add("a", 1).Keys, "ImmutableDictionary`2"),
        ["Hashtable"] = (new Hashtable { [1] = 2 }, "Hashtable"),
        ["HashtableKeys"] = (new Hashtable { [1] = 2 }.Keys, "Hashtable"),
    };

    private static readonly Dictionary<string, object> Ordered = new()
    {
        ["Array"] = new[] { "b", "a" },
        ["List"] = new List<string> { "b", "a" },
        ["Iterator"] = new[] { "b" }.Select(text => text),
        ["Text"] = ImmutableArray.Create("b"),
        ["SortedNumbers"] = new SortedSet<int> { 1 },
        ["SortedTexts"] = new SortedSet<string>(StringComparer.Ordinal) { "a" },
        ["OrderedDictionary"] = new OrderedDictionary<string, int> { ["a"] = 1 }.Keys,
        ["SortedKeys"] = new SortedDictionary<int, int> { [1] = 1 }.Keys,
        ["OwnSet"] = new OwnSet(),
    };

    public static TheoryData<string> UnorderedNames => [.. Unordered.Keys];

    public static TheoryData<string> OrderedNames => [.. Ordered.Keys];

    [Theory]
    [MemberData(nameof(UnorderedNames))]
    public void A_collection_without_an_order_is_named(string name) =>
        Assert.Equal(
            $"{Unordered[name].Name}, whose values have no order that is the same in every process",
            SequenceOrder.ProblemOf(Unordered[name].Values));

    [Fact]
    public void A_collection_that_sorts_texts_by_the_culture_is_named()
    {
        foreach (var values in new object[]
        {
            new SortedSet<string> { "a" }, new SortedDictionary<string, int>(), new SortedList<string, int>(),
            ImmutableSortedSet.Create("a"), ImmutableSortedDictionary.Create<(int, string), int>(),
        })
        {
            Assert.Equal(
                $"{values.GetType().Name}, which sorts texts in an order that depends on the culture", SequenceOrder.ProblemOf(values));
        }
    }

    [Theory]
    [MemberData(nameof(OrderedNames))]
    public void What_has_an_order_is_taken(string name) => Assert.Null(SequenceOrder.ProblemOf(Ordered[name]));

    private sealed class Own : HashSet<int>;

    private sealed class OwnSet : IReadOnlySet<int>
    {
        public int Count => 0;

        public bool Contains(int item) => false;

        public IEnumerator<int> GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool IsProperSubsetOf(IEnumerable<int> other) => false;

        public bool IsProperSupersetOf(IEnumerable<int> other) => false;

        public bool IsSubsetOf(IEnumerable<int> other) => false;

        public bool IsSupersetOf(IEnumerable<int> other) => false;

        public bool Overlaps(IEnumerable<int> other) => false;

        public bool SetEquals(IEnumerable<int> other) => false;
    }
}
