using MultiRunner.Definition;
using MultiRunner.Definition.Rules;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;

namespace MultiRunner.Tests.Discovery;

/// <summary>Every message about Where, [Exclude] and [When] names the rule, the fact and the remedy, in these words.</summary>
public sealed class RuleMessagesTests
{
    [Theory]
    [InlineData(nameof(Wrong.No_such_method), "Where of [SweepTheory] must be the name of a static method of the class or of a base class, but Wrong and its base classes have no member 'Fitz'. Write the name of such a method with nameof.")]
    [InlineData(nameof(Wrong.Method_without_parameters), "a method that decides about combinations must have at least one parameter of the sweep, but 'Wrong.Always', which Where of [SweepTheory] names, has none. Give it the parameters about which it decides, by their names in the sweep.")]
    [InlineData(nameof(Wrong.Allows_nothing), "a sweep needs at least one point, but Where = Never allows none of 4 combinations. Loosen the constraint, or give the axes other values.")]
    [InlineData(nameof(Wrong.Odd), "an [Exclude] has pairs of the name of a parameter and its value, but [Exclude(\"a\")] has 1 item, [Exclude()] has none. Write pairs, such as [Exclude(\"layers\", 0, \"width\", 64)].")]
    [InlineData(nameof(Wrong.Unknown_names), "the names in [Exclude] must be those of parameters that have an axis, but \"A\" in [Exclude(\"A\", 1)], 1 in [Exclude(1, \"a\", \"c\", 2)], \"c\" in [Exclude(1, \"a\", \"c\", 2)] are not. The parameters are 'a', 'b'. Correct the name.")]
    [InlineData(nameof(Wrong.Named_twice), "an [Exclude] names a parameter once, but [Exclude(\"a\", 1, \"a\", 2)] names one twice. To exclude several values, write them as an array, such as [Exclude(\"layers\", new[] { 0, 1 })], or write another [Exclude].")]
    [InlineData(nameof(Wrong.Empty_array), "an [Exclude] needs a value for each parameter that it names, but [Exclude(\"a\", 1, \"b\", [])] has an empty array. Write a value, or do not name the parameter: it then has any value.")]
    [InlineData(nameof(Wrong.Does_not_convert), "every value must convert to its parameter's type without loss, but [Exclude(\"a\", 1.5)] has 1.5 (Double) for 'a' (Int32); [Exclude(\"b\", [3, \"x\"])] has \"x\" (String) for 'b' (Int32). Change the value, or the type of the parameter.")]
    [InlineData(nameof(Wrong.On_no_axis), "a value in [Exclude] or [When] must be one that its parameter has in some point, but [Exclude(\"a\", 5, \"b\", [3, 9])] has 5 for 'a', whose values are 1, 2; [Exclude(\"a\", 5, \"b\", [3, 9])] has 9 for 'b', whose values are 3, 4, 5, 6, 7, .... Correct or remove the value.")]
    [InlineData(nameof(Wrong.On_no_axis_and_not_otherwise), "a value in [Exclude] or [When] must be one that its parameter has in some point, but [Exclude(\"b\", 9)] has 9 for 'b', whose values are 3, 4, 5. Correct or remove the value.")]
    [InlineData(nameof(Wrong.When_of_unknown), "the name in [When] must be that of another parameter, or, without values and limits, that of a static method of the class or of a base class, but this is not so in [When(\"layrs\", 1)] on b, [When(\"Never\", 1)] on c, [When(\"Fitz\")] on d. The parameters are 'a', 'b', 'c', 'd'. Correct the name, and write it with nameof.")]
    [InlineData(nameof(Wrong.When_of_itself), "whether a parameter matters must follow from other parameters, but [When(\"a\", 1)] on a, [When(\"Never\")] on b ask about the parameter itself. Name another parameter, or take combinations out with Where or [Exclude].")]
    [InlineData(nameof(Wrong.When_in_a_circle), "whether a parameter matters must follow from parameters that do not depend on it, but 'a' depends on 'b'; 'b' depends on 'a'. Remove one of these [When].")]
    [InlineData(nameof(Wrong.When_does_not_convert), "every value must convert to its parameter's type without loss, but [When(\"a\", 1.5)] on b has 1.5 (Double) for 'a' (Int32). Change the value, or the type of the parameter.")]
    [InlineData(nameof(Wrong.Limit_does_not_convert), "every value must convert to its parameter's type without loss, but [When(\"a\", Above = 1.5, Below = 7)] on b has 1.5 (Double) for 'a' (Int32). Change the value, or the type of the parameter.")]
    [InlineData(nameof(Wrong.When_on_no_axis), "a value in [Exclude] or [When] must be one that its parameter has in some point, but [When(\"a\", 1, 7)] on b has 7 for 'a', whose values are 1, 2. Correct or remove the value.")]
    [InlineData(nameof(Wrong.Limit_never_met), "a limit in [When] must be met by a value that its parameter has in some point, but [When(\"a\", Above = 2)] on b is met by no value of 'a', whose values are 1, 2; [When(\"a\", AtLeast = 2, Below = 2)] on c is met by no value of 'a', whose values are 1, 2. Correct the limit, or remove the [When] and the axis.")]
    [InlineData(nameof(Wrong.When_without_question), "a [When] that has no values and no limit names a bool or a method, but 'a' in [When(\"a\")] on b is of type Int32. Write values, such as [When(\"a\", 1, 2)], or a limit, such as [When(\"a\", Above = 0)].")]
    [InlineData(nameof(Wrong.Limit_without_order), "Above, AtLeast, Below and AtMost compare values of a type that has an order with a value that is not null, but 'site' in [When(\"site\", Above = \"b\")] on b is of type Uri, 'a' in [When(\"a\", AtMost = null)] on c is of type Int32. List the values instead.")]
    [InlineData(nameof(Wrong.Otherwise_does_not_convert), "every value must convert to its parameter's type without loss, but [When(\"a\", 1, Otherwise = 0.5)] on b has 0.5 (Double) for 'b' (Int32). Change the value, or the type of the parameter.")]
    [InlineData(nameof(Wrong.Otherwise_differs), "a parameter with [When] has one value where it does not matter, but the values of Otherwise differ in [When(\"a\", 1, Otherwise = 3)] on b, [When(\"a\", 1, Otherwise = 4)] on b. Keep one Otherwise for each parameter.")]
    [InlineData(nameof(Wrong.When_on_a_token), "a [When] decides about a parameter that has an axis, but [When(\"a\", 1)] on token stands on a CancellationToken. Remove it.")]
    public void What_is_wrong_and_what_to_do(string method, string message) =>
        Assert.Equal($"Wrong.{method}: {message}", GridReader.MessageOf(typeof(Wrong), method));

    [Fact]
    public void A_method_that_throws() =>
        Assert.StartsWith(
            "Wrong.Throws: Wrong.Divides, which Where of [SweepTheory] names, must return a bool for all values, but it threw an exception for (a: 0, b: 3). Correct the method. The exception was System.DivideByZeroException",
            GridReader.MessageOf(typeof(Wrong), nameof(Wrong.Throws)),
            StringComparison.Ordinal);

    [Fact]
    public void A_condition_on_parameters_that_are_walked_in_step()
    {
        var method = typeof(Wrong).GetMethod(nameof(Wrong.In_step))!;
        List<Axis> axes = [.. new[] { "a", "b", "c" }.Select(name => new Axis(new Parameter(name, typeof(int)), [1, 2]))];

        var error = Assert.Throws<GridException>(() => SweepRules.Of(
            "S", null, method, axes, [Dimension.InStep([0, 2], [[1, 1], [2, 2]]), Dimension.Of(1, [1, 2])]));

        Assert.Equal(
            "S: parameters that are walked in step always matter, but one of them has [When(\"b\", 1)] on c. Remove [When], or take the parameter out of its [Zip].",
            error.Message);
    }

    [Fact]
    public void A_condition_on_a_parameter_without_first_value()
    {
        var method = typeof(Wrong).GetMethod(nameof(Wrong.In_step))!;
        List<Axis> axes =
        [
            new(new Parameter("a", typeof(int)), [1, 2]),
            new(new Parameter("b", typeof(int)), [1, 2]),
            new(new Parameter("c", typeof(int)), [], new Unit()),
        ];

        var error = Assert.Throws<GridException>(() => SweepRules.Of("S", null, method, axes, []));

        Assert.Equal(
            "S: a parameter with [When] has one value where it does not matter, but 'c' (Uniform(0, 1)) has no first value. Write the value as Otherwise in [When].",
            error.Message);
    }

    [Fact]
    public void Rules_on_a_method_with_rows()
    {
        var method = typeof(Wrong).GetMethod(nameof(Wrong.Rows))!;
        var attribute = new SweepTheoryAttribute { Where = "Never", Sampling = Sampling.Random, Samples = 3, Seed = 0 };

        Assert.Equal(
            "S: Where of [SweepTheory], Sampling of [SweepTheory], Samples of [SweepTheory], Seed of [SweepTheory], [Exclude(\"a\", 1)], [When(\"a\", 1)] on b choose among the combinations of axes, but the method has rows, by [InlineDataAttribute]. Filter the rows in their source, such as by a LINQ query with where, or replace them by axes.",
            Assert.Throws<GridException>(() => RulesOnRows.Check("S", attribute, method, new InlineDataAttribute(1, 2))).Message);
    }

    [Fact]
    public void Rows_without_rules_are_right() =>
        RulesOnRows.Check("S", new SweepTheoryAttribute(), typeof(Wrong).GetMethod(nameof(Wrong.Throws))!, new InlineDataAttribute(1, 2));

    private sealed class Unit : IDistribution
    {
        public string Text => "Uniform(0, 1)";

        public object At(double coordinate) => coordinate;
    }

#pragma warning disable xUnit1000 // Private, so that the runner of these tests does not take them for its own.
    private sealed class Wrong
    {
        [SweepTheory(Where = "Fitz")]
        public void No_such_method([Values(1, 2)] int a) => _ = a;

        [SweepTheory(Where = nameof(Always))]
        public void Method_without_parameters([Values(1, 2)] int a) => _ = a;

        [SweepTheory(Where = nameof(Never))]
        public void Allows_nothing([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory(Where = nameof(Divides))]
        public void Throws([Values(2, 0)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude("a")]
        [Exclude]
        public void Odd([Values(1, 2)] int a) => _ = a;

        [SweepTheory]
        [Exclude("A", 1)]
        [Exclude(1, "a", "c", 2)]
        public void Unknown_names([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude("a", 1, "a", 2)]
        public void Named_twice([Values(1, 2)] int a) => _ = a;

        [SweepTheory]
        [Exclude("a", 1, "b", new int[0])]
        public void Empty_array([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude("a", 1.5)]
        [Exclude("b", new object[] { 3, "x" })]
        public void Does_not_convert([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude("a", 5, "b", new[] { 3, 9 })]
        public void On_no_axis([Values(1, 2)] int a, [Range(3, 8)] int b) => _ = a + b;

        [SweepTheory]
        public void Limit_never_met(
            [Values(1, 2)] int a,
            [Values(3, 4), When("a", Above = 2)] int b,
            [Values(3, 4), When("a", AtLeast = 2, Below = 2)] int c,
            [Values(3, 4), When("a", AtLeast = 2)] int d) => _ = a + b + c + d;

        [SweepTheory]
        [Exclude("b", 9)]
        [Exclude("c", 3)]
        public void On_no_axis_and_not_otherwise(
            [Values(1, 2)] int a,
            [Values(3, 4), When("a", 1, Otherwise = 5)] int b,
            [Values(3, 4), When("a", 1, Otherwise = 3)] int c) => _ = a + b + c;

        [SweepTheory]
        public void When_of_unknown(
            [Values(1, 2)] int a,
            [Values(3, 4), When("layrs", 1)] int b,
            [Values(3, 4), When(nameof(Never), 1)] int c,
            [Values(3, 4), When("Fitz")] int d) => _ = a + b + c + d;

        [SweepTheory]
        public void When_of_itself([Values(1, 2), When("a", 1)] int a, [Values(3, 4), When(nameof(Never))] int b) => _ = a + b;

        [SweepTheory]
        public void When_in_a_circle([Values(1, 2), When("b", 3)] int a, [Values(3, 4), When("a", 1)] int b) => _ = a + b;

        [SweepTheory]
        public void When_does_not_convert([Values(1, 2)] int a, [Values(3, 4), When("a", 1.5)] int b) => _ = a + b;

        [SweepTheory]
        public void Limit_does_not_convert([Values(1, 2)] int a, [Values(3, 4), When("a", Above = 1.5, Below = 7)] int b) => _ = a + b;

        [SweepTheory]
        public void When_on_no_axis([Values(1, 2)] int a, [Values(3, 4), When("a", 1, 7)] int b) => _ = a + b;

        [SweepTheory]
        public void When_without_question([Values(1, 2)] int a, [Values(3, 4), When("a")] int b) => _ = a + b;

        [SweepTheory]
        public void Limit_without_order(
            [Values(1, 2)] int a,
            [Values("https://a.example/")] Uri site,
            [Values(3, 4), When("site", Above = "b")] int b,
            [Values(3, 4), When("a", AtMost = null)] int c) => _ = (a, site, b, c);

        [SweepTheory]
        public void Otherwise_does_not_convert([Values(1, 2)] int a, [Values(3, 4), When("a", 1, Otherwise = 0.5)] int b) => _ = a + b;

        [SweepTheory]
        public void Otherwise_differs(
            [Values(1, 2)] int a, [Values(3, 4)][When("a", 1, Otherwise = 3)][When("a", 1, Otherwise = 4)] int b) => _ = a + b;

        [SweepTheory]
        public void When_on_a_token([Values(1, 2)] int a, [When("a", 1)] CancellationToken token) => _ = (a, token);

        [SweepTheory]
        public void In_step(int a, int b, [When("b", 1)] int c) => _ = a + b + c;

        [Exclude("a", 1)]
        public static void Rows(int a, [When("a", 1)] int b) => _ = a + b;

        private static bool Always() => true;

        private static bool Never(int a, int b) => a > b;

        private static bool Divides(int a, int b) => b / a >= 0;
    }
}
