using System.Globalization;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

/// <summary>What the manifest says of how the points were chosen.</summary>
public class ManifestGridTests
{
    private static readonly Parameter Layers = new("layers", typeof(int));
    private static readonly Parameter Width = new("width", typeof(int));

    [Fact]
    public void All_of_it_is_written_and_read()
    {
        var manifest = Of(new ManifestGrid("Random", 200, 7, 1_000_000_000_000, ["Where = Fits"], ["[When(\"layers\", Above = 0)] on width"], 1)) with
        {
            Axes = [new ManifestAxis("dropout", Values: null, "Uniform(0, 0.5)"), new ManifestAxis("layers", [new("1")])],
        };
        var json = Json(manifest);

        Assert.Contains(
            """
              "axes": [
                {
                  "name": "dropout",
                  "distribution": "Uniform(0, 0.5)"
                },
                {
                  "name": "layers",
                  "values": [1]
                }
              ],
              "grid": {
                "sampling": "Random",
                "samples": 200,
                "seed": 7,
                "combinations": 1000000000000,
                "rules": [
                  "Where = Fits"
                ],
                "conditions": [
                  "[When(\"layers\", Above = 0)] on width"
                ],
                "extraRows": 1
              },
              "current":
            """,
            json,
            StringComparison.Ordinal);
        var read = Read(json);
        Assert.Equal(manifest.Grid, read.Grid);
        Assert.True(manifest.SaysTheSameAs(read));
    }

    [Fact]
    public void What_is_not_there_is_absent()
    {
        Assert.DoesNotContain("grid", Json(Of(null)), StringComparison.Ordinal);
        Assert.Contains(
            "\"grid\": {\n    \"sampling\": \"Pairwise\"\n  }", Json(Of(new ManifestGrid("Pairwise"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("18446744073709551616")]
    [InlineData("340282366920938463463374607431768211455")]
    public void Counts_of_any_size_are_exact(string count)
    {
        var manifest = Of(new ManifestGrid("Grid", Combinations: UInt128.Parse(count, CultureInfo.InvariantCulture)));
        Assert.Contains($"\"combinations\": {count}", Json(manifest), StringComparison.Ordinal);
        Assert.Equal(manifest.Grid, Read(Json(manifest)).Grid);
    }

    [Theory]
    [InlineData("1e20")]
    [InlineData("1.0")]
    [InlineData("-1")]
    [InlineData("340282366920938463463374607431768211456")]
    [InlineData("\"12\"")]
    [InlineData("{ \"about\": [12] }")]
    [InlineData("null")]
    public void A_count_that_another_tool_has_rewritten_is_not_known(string count)
    {
        var json = Json(Of(new ManifestGrid("Random", 200, 7, 12345, ["Where = Fits"])))
            .Replace("12345", count, StringComparison.Ordinal);
        Assert.Equal(new ManifestGrid("Random", 200, 7, Combinations: null, ["Where = Fits"]), Read(json).Grid);
    }

    [Fact]
    public void What_a_later_version_adds_is_passed_over()
    {
        var json = Json(Of(new ManifestGrid("Grid", Seed: 1))).Replace("\"Grid\",", "\"Spiral\",\n    \"turns\": [3],", StringComparison.Ordinal);
        Assert.Equal(new ManifestGrid("Spiral", Seed: 1), Read(json).Grid);
    }

    [Fact]
    public void A_grid_with_constraints_conditions_and_extra_rows_says_so()
    {
        var space = new GridSpace([Layers, Width], [Dimension.Of(0, [0, 1, 2]), Dimension.Of(1, [16, 32])])
        {
            Constraints = [new Predicate("Where = Fits", [0, 1], a => (int)a[0]! * (int)a[1]! < 64)],
            Conditions = [new Condition(1, new Predicate("[When(\"layers\", Above = 0)] on width", [0], a => (int)a[0]! > 0), 0)],
            ExtraRows = [[9, 9]],
        };
        Axis[] axes = [new(Layers, [0, 1, 2]), new(Width, [16, 32])];
        var grid = Grid.FromSpace("S", space, axes, SampleChoice.All);

        Assert.Equal(
            new ManifestGrid("Grid", Combinations: 6, Rules: ["Where = Fits"], Conditions: ["[When(\"layers\", Above = 0)] on width"], ExtraRows: 1),
            ManifestGrid.Of(grid.Origin));
        Assert.Null(ManifestGrid.Of(Grid.FromAxes("S", axes).Origin));
    }

    [Fact]
    public void An_axis_whose_values_are_drawn_has_a_distribution_and_no_values()
    {
        Assert.Equal(new ManifestAxis("width", Values: null, "Half"), ManifestAxis.Of(new Axis(Width, [], new Half())));
        Assert.Equal(new ManifestAxis("width", [new("16"), new("32")]), ManifestAxis.Of(new Axis(Width, [16, 32])));
    }

    private static Manifest Of(ManifestGrid? grid) => new()
    {
        Sweep = "S",
        Maker = "w",
        Created = default,
        Assembly = new AssemblyStamp("A", "1.0.0.0", "m"),
        Parameters = [],
        Grid = grid,
        Current = [],
        Points = [],
    };

    private static string Json(Manifest manifest) => JsonSerializer.Serialize(manifest, SweepJson.Readable.Manifest);

    private static Manifest Read(string json) => JsonSerializer.Deserialize(json, SweepJson.Readable.Manifest)!;

    private sealed class Half : IDistribution
    {
        public string Text => "Half";

        public object At(double coordinate) => coordinate / 2;
    }
}
