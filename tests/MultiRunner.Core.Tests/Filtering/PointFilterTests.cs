using MultiRunner.Filtering;
using MultiRunner.Format;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Filtering;

public class PointFilterTests
{
    private static readonly ManifestParameter[] Parameters =
    [
        new("activation", "Samples.Activation"), new("layers", "System.Int32"), new("rate", "System.Nullable`1[System.Double]"),
        new("bias", "System.Boolean"), new("day", "System.DateOnly"), new("seed", "System.Int64"), new("data set", "System.String"), new("any", "object"),
        new("pause", "System.TimeSpan"),
    ];

    private static readonly CanonicalJson Arguments = new(
        """{"activation":"Relu","any":2,"bias":true,"data set":"a b","day":"2024-02-29","layers":10,"pause":"00:01:30","rate":null,"seed":9007199254740993}""");

    private static readonly CanonicalJson Other = new("""{"activation":"Tanh","layers":1}""");

    [Theory]
    [InlineData("activation = Relu")]
    [InlineData("activation=='Relu' and layers>9")]
    [InlineData("layers = 1e1")]
    [InlineData("layers in (1, 10)")]
    [InlineData("not layers in (1, 2)")]
    [InlineData("layers < 5 or layers > 5 and bias = TRUE")]
    [InlineData("(layers < 5 or layers > 5) and bias = true")]
    [InlineData("LAYERS >= 10 AND Activation != Tanh")]
    [InlineData("rate = null")]
    [InlineData("rate != 0.5")]
    [InlineData("layers != null")]
    [InlineData("\"data set\" = \"a b\"")]
    [InlineData("day > 2024-02-28 and day <= 2024-02-29")]
    [InlineData("pause > 00:01:00")]
    [InlineData("seed = 9007199254740993")]
    [InlineData("seed > 9007199254740992")]
    [InlineData("any < 3")]
    [InlineData("accuracy > -1e-3")]
    [InlineData("loss = NaN")]
    [InlineData("loss != 1")]
    [InlineData("state = finished and point = 7 and seconds < 3 and attempt = 1 and worker = 'w'")]
    [InlineData("build = 98ed28a0")]
    [InlineData("build = '1.0.0.0 (98ED28A0)'")]
    [InlineData("build in (12345678, 98ed28a0-22be-4445-a67d-4b67fa65e862)")]
    [InlineData("build != 98ed28a1")]
    public void A_point_is_meant(string filter) => Assert.True(Matches(filter));

    [Theory]
    [InlineData("activation = Tanh or layers = 11")]
    [InlineData("layers < 5 and layers > 5 or bias = false")]
    [InlineData("(layers < 5 or layers > 5) and bias = false")]
    [InlineData("rate > 0")]
    [InlineData("rate = 0")]
    [InlineData("seed = 9007199254740992")]
    [InlineData("loss < 1")]
    [InlineData("loss >= 1")]
    [InlineData("other = 1")]
    [InlineData("other != 1")]
    [InlineData("host = a")]
    [InlineData("host != a")]
    [InlineData("build != 98ed28a0")]
    [InlineData("build != '1.0.0.0 (98ed28a0)'")]
    public void A_point_is_not_meant(string filter) => Assert.False(Matches(filter));

    [Theory]
    [InlineData("layer > 1", "there is no 'layer', which stands at position 1.")]
    [InlineData("layers > 1 and no = 2", "there is no 'no', which stands at position 16.")]
    [InlineData("ACCURACY > 1", "'ACCURACY' at position 1 may be 'Accuracy' or 'accuracy'.")]
    [InlineData("layers > deep", "'layers' takes a number (System.Int32), and 'deep' at position 10 is something else.")]
    [InlineData("layers in (1, deep)", "'deep' at position 15 is something else.")]
    [InlineData("rate = 1e999", "'rate' takes a number (System.Nullable`1[System.Double]), and '1e999' at position 8 is something else.")]
    [InlineData("accuracy > high", "'accuracy' takes a number (metric), and 'high' at position 12 is something else.")]
    [InlineData("bias = yes", "'bias' takes true or false (System.Boolean), and 'yes' at position 8 is something else.")]
    [InlineData("activation < Tanh", "'activation' (Samples.Activation) has no order and takes only =, != and in, and '<' stands at position 12.")]
    [InlineData("bias > false", "'bias' (System.Boolean) has no order")]
    [InlineData("activation = RELU", "'RELU' at position 14 is none of them (case counts).")]
    [InlineData("activation = tanh", "'activation' is 'Relu', 'Tanh' at the points of the sweep, and 'tanh' at position 14 is none of them (case counts).")]
    [InlineData("layers > 1 or activation in (Relu, Gelu)", "'Gelu' at position 36 is none of them")]
    [InlineData("day > yesterday", "'day' takes a date such as 2024-02-29")]
    [InlineData("build = 98ed28", "'build' takes a build as reports show it, such as '1.0.0.0 (3f2a9c01)', or at least eight digits of a module id, and '98ed28' at position 9 is neither.")]
    [InlineData("state = done", "'state' is one of to_run, skipped, running, finished, failed, and 'done' at position 9 is none of them.")]
    [InlineData("layers >", "it ends where a name or a value is expected, at position 9.")]
    [InlineData("", "it ends where", "a name or a value", "is expected, at position 1.")]
    [InlineData("(layers > 1", "it ends where", "at position 12.")]
    [InlineData("layers 1", "'1' at position 8 stands where a comparison (= != < <= > >= in) is expected.")]
    [InlineData("layers > 1 2", "'2' at position 12 stands where")]
    [InlineData("layers => 1", "'> 1' at position 9 stands where a name or a value is expected.")]
    [InlineData("layers ! 1", "'! 1' at position 8 stands where a comparison (= != < <= > >= in) is expected.")]
    [InlineData("activation = 'Relu", "''Relu' at position 14 stands where a closing quote is expected.")]
    public void What_is_wrong_is_named_with_its_position_the_names_and_an_example(string filter, params string[] parts)
    {
        var error = Assert.Throws<FilterException>(() => Matches(filter));

        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.EndsWith(
            "Names: parameters activation, layers, rate, bias, day, seed, data set, any, pause; metrics Accuracy, accuracy, loss, other; "
            + "point, state, worker, host, build, seconds, attempt. Example: activation = Relu and state = finished",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("layers > 1 and state = failed", false)]
    [InlineData("point < 3", false)]
    [InlineData("accuracy > 1", true)]
    [InlineData("layers > 1 or seconds > 1", true)]
    public void Results_are_read_only_for_what_they_say(string filter, bool usesResults) => Assert.Equal(usesResults, Parse(filter).UsesResults);

    [Fact]
    public void Without_the_metrics_only_exact_names_are_known()
    {
        PointFilter.Parse("layers > 1", Parameters, [Arguments, Other], metrics: null);

        Assert.True(Assert.Throws<FilterException>(() => PointFilter.Parse("Layers > 1", Parameters, [Arguments, Other], metrics: null)).IsUnknownName);
        Assert.False(Assert.Throws<FilterException>(() => PointFilter.Parse("layers > x", Parameters, [Arguments, Other], metrics: null)).IsUnknownName);
    }

    /// <summary>The method returns metrics that are called like properties and like a parameter.</summary>
    [Theory]
    [InlineData("metric.seconds = 100 and point.seconds = 2.5")]
    [InlineData("METRIC.Seconds = 100")]
    [InlineData("metric.point = 101 and point.point = 7 and point = 7")]
    [InlineData("state = finished and metric.state = 102")]
    [InlineData("layers = 10 and argument.layers = 10 and metric.layers = 103")]
    [InlineData("metric.loss = 104 and metric.metric.loss = 105 and loss = 104")]
    [InlineData("point.attempt = 1 and attempt = 1 and argument.host = here")]
    public void A_name_with_its_source_before_it_is_found(string filter) => Assert.True(ParseShared(filter).Matches(new Shared()));

    [Theory]
    [InlineData("seconds < 5", "'seconds' at position 1 may be 'point.seconds' or 'metric.seconds'.")]
    [InlineData("Seconds < 5", "'Seconds' at position 1 may be 'point.seconds' or 'metric.seconds'.")]
    [InlineData("host = here", "'host' at position 1 may be 'argument.host' or 'point.host'.")]
    [InlineData("metric.attempt = 1", "there is no 'metric.attempt', which stands at position 1.")]
    [InlineData("argument.seconds = 1", "there is no 'argument.seconds', which stands at position 1.")]
    public void A_name_that_several_have_is_refused_with_how_to_write_it(string filter, string fact) =>
        Assert.Contains(fact, Assert.Throws<FilterException>(() => ParseShared(filter)).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_the_metrics_a_name_with_its_source_before_it_is_known_if_no_result_has_it()
    {
        Assert.False(PointFilter.Parse("argument.layers > 1 and point.state = failed", Parameters, [Arguments], metrics: null).UsesResults);
        Assert.True(Assert.Throws<FilterException>(() => PointFilter.Parse("metric.loss > 1", Parameters, [Arguments], metrics: null)).IsUnknownName);
    }

    [Fact]
    public void The_example_can_be_read_whatever_the_names()
    {
        var names = FilterNames.Of([new ManifestParameter("and", "System.String")], [new CanonicalJson("""{"and":"it's null"}""")], []);

        Assert.Equal("'and' = \"it's null\" and state = finished", names.Example);
        Assert.True(PointFilter.Parse(names.Example, [new ManifestParameter("and", "System.String")], [], []).Matches(new Point(new CanonicalJson("""{"and":"it's null"}"""))));
    }

    private static bool Matches(string filter) => Parse(filter).Matches(new Point(Arguments));

    private static PointFilter Parse(string filter) => PointFilter.Parse(filter, Parameters, [Arguments, Other], ["Accuracy", "accuracy", "loss", "other"]);

    private static PointFilter ParseShared(string filter) => PointFilter.Parse(
        filter,
        [new("layers", "System.Int32"), new("host", "System.String")],
        [Shared.Arguments],
        ["seconds", "point", "state", "layers", "loss", "metric.loss"]);

    private sealed class Shared : IPointValues
    {
        public static readonly CanonicalJson Arguments = new("""{"host":"here","layers":10}""");

        private readonly Point other = new(Arguments);

        public CanonicalJson? Argument(string parameter) => other.Argument(parameter);

        public double? Metric(string name) => 100 + Array.IndexOf(["seconds", "point", "state", "layers", "loss", "metric.loss"], name);

        public string? Text(PointProperty property) => other.Text(property);

        public double? Number(PointProperty property) => other.Number(property);
    }

    private sealed class Point(CanonicalJson arguments) : IPointValues
    {
        public CanonicalJson? Argument(string parameter) =>
            FilterKinds.TryGet(arguments, parameter, out var value) ? new CanonicalJson(value.GetRawText()) : null;

        public double? Metric(string name) => name switch { "accuracy" => 0, "loss" => double.NaN, _ => null };

        public string? Text(PointProperty property) => property switch
        {
            PointProperty.State => "finished",
            PointProperty.Build => "98ed28a0-22be-4445-a67d-4b67fa65e862",
            PointProperty.Worker => "w",
            _ => null,
        };

        public double? Number(PointProperty property) => property switch
        {
            PointProperty.Point => 7,
            PointProperty.Seconds => 2.5,
            _ => 1,
        };
    }
}
