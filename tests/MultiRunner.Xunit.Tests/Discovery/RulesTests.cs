namespace MultiRunner.Tests.Discovery;

/// <summary>Which points Where, [Exclude] and [When] leave, and how reports name these rules.</summary>
public sealed class RulesTests
{
    [Theory]
    [InlineData(nameof(Sweeps.Small), "1 1, 1 2, 1 4, 2 1, 2 2, 4 1", "Where = Fits")]
    [InlineData(nameof(Sweeps.One_excluded), "1 4, 2 3, 2 4", "[Exclude(\"a\", 1, \"b\", 3)]")]
    [InlineData(nameof(Sweeps.Wildcard), "1 3, 1 4", "[Exclude(\"a\", 2)]")]
    [InlineData(nameof(Sweeps.Several_values), "1 5, 2 3, 2 4, 2 5", "[Exclude(\"a\", 1, \"b\", [3, 4])]")]
    [InlineData(nameof(Sweeps.Several_excludes), "1 4", "[Exclude(\"a\", 2)]; [Exclude(\"b\", 3)]")]
    [InlineData(nameof(Sweeps.Converted), "0.2 \"Adam\", 0.5 \"Sgd\", 0.5 \"Adam\"", "[Exclude(\"price\", 0.2, \"optimizer\", Optimizer.Sgd)]")]
    [InlineData(nameof(Sweeps.Array_as_value), "[3]", "[Exclude(\"sizes\", [1, 2])]")]
    [InlineData(nameof(Sweeps.Null), "1", "[Exclude(\"limit\", null)]")]
    [InlineData(nameof(Sweeps.Above), "0 16, 1 16, 1 32, 2 16, 2 32", "[When(\"layers\", Above = 0)] on width")]
    [InlineData(nameof(Sweeps.Values), "0 16, 1 16, 1 32, 2 16", "[When(\"layers\", 1)] on width")]
    [InlineData(nameof(Sweeps.Between), "1 7, 2 5, 2 6, 3 5, 3 6, 4 7", "[When(\"a\", AtLeast = 2, Below = 4, Otherwise = 7)] on b")]
    [InlineData(nameof(Sweeps.Both), "1 1 5, 1 2 5, 2 1 5, 2 2 5, 2 2 6", "[When(\"a\", 2), When(\"b\", AtLeast = 2)] on c")]
    [InlineData(nameof(Sweeps.True), "false 1, true 1, true 2", "[When(\"fast\")] on n")]
    [InlineData(nameof(Sweeps.By_method), "1 1 5, 1 2 5, 2 1 5, 2 2 5, 2 2 6", "[When(\"IsLarge\")] on c")]
    [InlineData(nameof(Sweeps.Default_value), "0 32, 1 16, 1 32", "[When(\"layers\", Above = 0)] on width")]
    [InlineData(nameof(Sweeps.Default_of_struct), "0 \"00:00:00\", 1 \"00:00:01\"", "[When(\"layers\", Above = 0)] on pause")]
    [InlineData(nameof(Sweeps.Otherwise_null), "0 null, 1 16, 1 32", "[When(\"layers\", Above = 0, Otherwise = null)] on width")]
    [InlineData(nameof(Sweeps.Chain), "1 1 5, 1 2 5, 1 2 6", "[When(\"a\", 1, Otherwise = 0)] on b; [When(\"b\", 2)] on c; [Exclude(\"c\", 5, \"b\", 0)]")]
    [InlineData(nameof(Sweeps.Texts_by_code), "\"B\" 1, \"a\" 1, \"a\" 2", "[When(\"name\", Above = \"Z\")] on n")]
    [InlineData(nameof(Sweeps.Not_a_number), "\"NaN\" 1, 1 1, 1 2", "[When(\"x\", Below = 2)] on n")]
    [InlineData(nameof(Sweeps.Generic), "1 3, \"x\" 4", "[Exclude(\"value\", 1, \"n\", 4)]; Where = IsPair")]
    [InlineData(nameof(Sweeps.All_of_them), "0 16 1, 1 16 1, 1 16 2, 1 32 1", "[Exclude(\"width\", 32, \"seed\", 2)]; Where = IsSmall; [When(\"layers\", Above = 0)] on width; [When(\"layers\", Above = 0)] on seed")]
    public void The_points_in_the_order_of_the_code_and_the_names_of_the_rules(string method, string points, string rules)
    {
        var inOrder = rules.Split("; ").OrderBy(rule => rule.StartsWith("[When", StringComparison.Ordinal));

        Assert.Equal(points.Split(", "), GridReader.PointsOf(typeof(Sweeps), method));
        Assert.Equal(inOrder, GridReader.GridOf(typeof(Sweeps), method).Origin is { } origin ? [.. origin.Rules, .. origin.Conditions] : null);
    }

    [Theory]
    [InlineData(typeof(Inheriting), nameof(Base.Run), "1 4, 2 3, 2 4")]
    [InlineData(typeof(Narrowed), nameof(Base.Run), "2 4, 2 3")]
    [InlineData(typeof(Replacing), nameof(Base.Run), "1 3, 2 3, 1 4, 2 4")]
    public void An_override_inherits_them_as_it_inherits_axes(Type type, string method, string points) =>
        Assert.Equal(points.Split(", ").Order(), GridReader.PointsOf(type, method).Order());

    [Theory]
    [InlineData(typeof(Inheriting), "1 3, 2 3, 2 4")]
    [InlineData(typeof(Replacing), "1 3, 1 4, 2 3, 2 4")]
    public void A_private_method_of_a_base_class_is_found_and_a_nearer_one_hides_it(Type type, string points) =>
        Assert.Equal(points.Split(", "), GridReader.PointsOf(type, nameof(Base.ByMethod)));

    [Theory]
    [InlineData(typeof(Inheriting), "0 16, 1 16, 1 32")]
    [InlineData(typeof(Narrowed), "0 16, 1 16")]
    [InlineData(typeof(Replacing), "0 32, 1 16, 1 32")]
    public void An_override_inherits_the_conditions_of_each_parameter_for_which_it_has_none(Type type, string points) =>
        Assert.Equal(points.Split(", "), GridReader.PointsOf(type, nameof(Base.Conditional)));

    private enum Optimizer
    {
        Sgd,
        Adam,
    }

#pragma warning disable xUnit1000, IDE0051, CA1823 // Private, so that the runner of these tests does not take them for its own.
    private sealed class Sweeps
    {
        [SweepTheory(Where = nameof(Fits))]
        public void Small([Values(1, 2, 4)] int a, [Values(1, 2, 4)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude("a", 1, "b", 3)]
        public void One_excluded([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude(nameof(a), 2)]
        public void Wildcard([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude("a", 1, "b", new[] { 3, 4 })]
        public void Several_values([Values(1, 2)] int a, [Values(3, 4, 5)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude("a", 2)]
        [Exclude("b", 3)]
        public void Several_excludes([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory]
        [Exclude("price", 0.2, "optimizer", Optimizer.Sgd)]
        public void Converted([Values("0.20", "0.5")] decimal price, Optimizer optimizer) => _ = (price, optimizer);

        [SweepTheory]
        [Exclude("sizes", new[] { 1, 2 })]
        public void Array_as_value([Values(new[] { 1, 2 }, new[] { 3 })] int[] sizes) => _ = sizes;

        [SweepTheory]
        [Exclude("limit", null)]
        public void Null([Values(1, null)] int? limit) => _ = limit;

        [SweepTheory]
        public void Above([Values(0, 1, 2)] int layers, [Values(16, 32), When(nameof(layers), Above = 0)] int width) => _ = layers + width;

        [SweepTheory]
        public void Values([Values(0, 1, 2)] int layers, [Values(16, 32), When("layers", 1)] int width) => _ = layers + width;

        [SweepTheory]
        public void Between([Range(1, 4)] int a, [Values(5, 6)][When("a", AtLeast = 2, Below = 4, Otherwise = 7)] int b) => _ = a + b;

        [SweepTheory]
        public void Both(
            [Values(1, 2)] int a, [Values(1, 2)] double b, [Values(5, 6)][When("a", 2)][When("b", AtLeast = 2)] int c) => _ = a + b + c;

        [SweepTheory]
        public void True(bool fast, [Values(1, 2), When("fast")] int n) => _ = (fast, n);

        [SweepTheory]
        public void By_method([Values(1, 2)] int a, [Values(1, 2)] int b, [Values(5, 6), When(nameof(IsLarge))] int c) => _ = a + b + c;

        [SweepTheory]
        public void Default_value([Values(0, 1)] int layers, [Values(16, 32), When("layers", Above = 0)] int width = 32) =>
            _ = layers + width;

        [SweepTheory]
        public void Default_of_struct([Values(0, 1)] int layers, [Values("00:00:01"), When("layers", Above = 0)] TimeSpan pause = default) =>
            _ = (layers, pause);

        [SweepTheory]
        public void Otherwise_null([Values(0, 1)] int layers, [Values(16, 32), When("layers", Above = 0, Otherwise = null)] int? width) =>
            _ = (layers, width);

        [SweepTheory]
        [Exclude("c", 5, "b", 0)]
        public void Chain(
            [Values(0, 1)] int a, [Values(1, 2), When("a", 1, Otherwise = 0)] int b, [Values(5, 6), When("b", 2)] int c = 5) =>
            _ = a + b + c;

        [SweepTheory]
        public void Texts_by_code([Values("B", "a")] string name, [Values(1, 2), When("name", Above = "Z")] int n) => _ = (name, n);

        [SweepTheory]
        public void Not_a_number([Values(double.NaN, 1)] double x, [Values(1, 2), When("x", Below = 2)] int n) => _ = x + n;

        [SweepTheory(Where = nameof(IsPair))]
        [Exclude("value", 1, "n", 4)]
        public void Generic<T>([Values(1, "x")] T value, [Values(3, 4)] int n) => _ = (value, n);

        [SweepTheory(Where = nameof(IsSmall))]
        [Exclude("width", 32, "seed", 2)]
        public void All_of_them(
            [Values(0, 1)] int layers,
            [Values(16, 32, 64), When("layers", Above = 0)] int width,
            [Values(1, 2), When("layers", Above = 0)] int seed) => _ = layers + width + seed;

        private static bool Fits(int b, int a) => a * b <= 4;

        private static bool IsLarge(int a, int b) => a + b == 4;

        private static bool IsPair(object value, int n) => value is string == (n == 4) || n == 4;

        private static bool IsSmall(int width) => width < 64;
    }

    private class Base
    {
        [SweepTheory]
        [Exclude("a", 1, "b", 3)]
        public virtual void Run([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory(Where = nameof(Fits))]
        public void ByMethod([Values(1, 2)] int a, [Values(3, 4)] int b) => _ = a + b;

        [SweepTheory]
        public virtual void Conditional([Values(0, 1)] int layers, [Values(16, 32), When("layers", 1)] int width) => _ = layers + width;

        private static bool Fits(int a, int b) => a != 1 || b != 4;
    }

    private sealed class Inheriting : Base
    {
        public override void Run(int a, int b) => _ = a - b;

        public override void Conditional(int layers, int width) => _ = layers - width;
    }

    /// <summary>Has fewer values than the base class, whose attributes name the others, too.</summary>
    private sealed class Narrowed : Base
    {
        public override void Run([Values(2)] int a, int b) => _ = a - b;

        public override void Conditional(int layers, [Values(16)] int width) => _ = layers - width;
    }

    private sealed class Replacing : Base
    {
        [Exclude("a", 3)]
        public override void Run([Values(1, 2, 3)] int a, int b) => _ = a - b;

        public override void Conditional(int layers, [When("layers", 1, Otherwise = 32)] int width) => _ = layers - width;

        private static bool Fits(int b) => b > 0;
    }
}
