using System.Text.Json.Serialization;
using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Results;

public class ReturnShapeMessageTests
{
    [Fact]
    public void A_type_without_properties() => AssertRefused<object>("a System.Object, which has no public properties");

    [Fact]
    public void A_tuple_without_elements() => AssertRefused<ValueTuple>("a System.ValueTuple, which has no public properties");

    [Fact]
    public void A_pointer_sized_number() => AssertRefused<nint>("a System.IntPtr, which has no public properties");

    [Fact]
    public void Every_part_that_cannot_be_recorded_is_named() =>
        AssertRefused<Nested>("a Nested with 'Inner' of type Scores, 'Any' of type Object, 'Field' of type Exception");

    [Fact]
    public void A_tuple_in_a_tuple() => AssertRefused<(int, (int, int))>("a ValueTuple`2 with 'item2' of type ValueTuple`2");

    [Fact]
    public void A_named_part_of_a_tuple() => AssertRefused<(int, object)>("a ValueTuple`2 with 'model' of type Object", "loss", "model");

    [Fact]
    public void A_part_that_is_a_list() => AssertRefused<WithList>("a WithList with 'Losses' of type IReadOnlyList`1");

    [Fact]
    public void A_list_is_not_recorded_by_its_capacity() =>
        AssertRefused<List<double>>("a System.Collections.Generic.List`1[System.Double], whose items have no names");

    [Fact]
    public void An_array() => AssertRefused<double[]>("a System.Double[], whose items have no names");

    [Fact]
    public void A_dictionary_whose_keys_are_not_texts() =>
        AssertRefused<Dictionary<int, double>>("a System.Collections.Generic.Dictionary`2[System.Int32,System.Double], whose items have no names");

    [Fact]
    public void A_dictionary_whose_values_cannot_be_recorded() =>
        AssertRefused<Dictionary<string, object>>("Dictionary`2 with values of type Object");

    [Fact]
    public void Parts_whose_names_differ_only_in_case() =>
        Assert.Equal(
            "Training.Train: Names of metrics are compared without case, but 'Loss' and 'loss', 'F1' and 'f1' differ only in case. Write them alike where they mean the same metric, or rename one. The names are those of the Twins that the method returns. A property can also be marked with [JsonIgnore].",
            Assert.Throws<GridException>(() => ReturnShape.Of("Training.Train", typeof(Twins), null)).Message);

    [Fact]
    public void Elements_of_a_tuple_whose_names_differ_only_in_case() =>
        Assert.Contains(
            "but 'Loss' and 'loss' differ only in case.",
            Assert.Throws<GridException>(() => ReturnShape.Of("Training.Train", typeof((double, double)), ["Loss", "loss"])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Parts_that_cannot_be_boxed() => AssertRefused<RefReturning>("a RefReturning with 'Losses' of type Span`1, 'Loss' of type Double&");

    [Fact]
    public void A_part_whose_name_cannot_be_shown() =>
        Assert.Equal(
            """Training.Train: The name of a metric has a character that can be seen, and no control characters or line breaks, but there is "a\u000Ab". Change the name. The names are those of the ValueTuple`2 that the method returns.""",
            Assert.Throws<GridException>(() => ReturnShape.Of("Training.Train", typeof((double, double)), ["loss", "a\nb"])).Message);

    [Fact]
    public void A_part_that_is_not_recorded_may_have_any_name() => Assert.Equal(["Loss"], ReturnShape.Of("Training.Train", typeof(Ignoring), null).Names);

    private static void AssertRefused<T>(string what, params string?[] tupleNames) =>
        Assert.Equal(
            $"Training.Train: what a sweep returns is recorded, so it must be a number, or a tuple, record, class or dictionary of numbers, bools, texts, enums or times, but it returns {what}. Return numbers, mark a property with [JsonIgnore], or return nothing and call Sweep.Current.Record(name, value).",
            Assert.Throws<GridException>(() => ReturnShape.Of("Training.Train", typeof(T), tupleNames)).Message);

    private sealed class RefReturning
    {
        private double loss = 1;

        public Span<double> Losses => new(ref loss);

        public ref double Loss => ref loss;
    }

    private sealed record Scores(double Loss);

    private sealed record Twins(double Loss, double loss, int F1, string f1);

    private sealed record Ignoring(double Loss)
    {
        [JsonIgnore]
        public double loss => Loss;
    }

    private sealed record WithList(double Loss, IReadOnlyList<double> Losses);

    private sealed record Nested(double Loss, Scores Inner, object Any)
    {
#pragma warning disable CA1051 // a public field, in order to see that it is looked at
        public Exception? Field = new InvalidOperationException();
#pragma warning restore CA1051
    }
}
