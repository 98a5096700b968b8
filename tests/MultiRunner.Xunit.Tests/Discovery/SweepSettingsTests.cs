using System.Reflection;
using MultiRunner.Definition;
using MultiRunner.Membership;

namespace MultiRunner.Tests.Discovery;

public sealed class SweepSettingsTests
{
    private static readonly Assembly Plain = BuiltAssembly.With();

    private static readonly Assembly Configured = BuiltAssembly.With(
        ("MultiRunnerMaxAttempts", "7"), ("MultiRunnerMaxErrors", "70"), ("MultiRunnerLease", "700"), ("MultiRunnerPatience", "170"), ("MultiRunnerSpeculation", "Never"), ("MultiRunnerOrder", "AsWritten"), ("MultiRunnerSummaryAbove", "77"), ("MultiRunnerGpusPerPoint", "2"));

    [Fact]
    public void Nothing_said_is_the_default() =>
        Assert.Equal(new SweepOptions { MaxAttempts = 3, MaxErrors = 5, Lease = TimeSpan.FromSeconds(60), Patience = TimeSpan.FromSeconds(30), Speculation = Speculation.Auto, Order = Order.Shuffled, SummaryAbove = 5_000, GpusPerPoint = 0 }, Read(new SweepTheoryAttribute(), Plain));

    [Fact]
    public void The_build_is_stronger_than_the_default() =>
        Assert.Equal(new SweepOptions { MaxAttempts = 7, MaxErrors = 70, Lease = TimeSpan.FromSeconds(700), Patience = TimeSpan.FromSeconds(170), Speculation = Speculation.Never, Order = Order.AsWritten, SummaryAbove = 77, GpusPerPoint = 2 }, Read(new SweepTheoryAttribute(), Configured));

    [Fact]
    public void The_attribute_is_stronger_than_the_build() => Assert.Equal(
        new SweepOptions { MaxAttempts = 3, MaxErrors = 5, Lease = TimeSpan.FromSeconds(60), Patience = TimeSpan.FromSeconds(170), Speculation = Speculation.Auto, Order = Order.Shuffled },
        Read(new SweepTheoryAttribute { MaxAttempts = 3, MaxErrors = 5, Lease = 60, Speculation = Speculation.Auto, Order = Order.Shuffled, SummaryAbove = 5_000, Gpus = 0 }, Configured));

    [Fact]
    public void The_environment_is_stronger_than_the_attribute() => Assert.Equal(
        new SweepOptions { MaxAttempts = 1, MaxErrors = 10, Lease = TimeSpan.FromSeconds(90.5), Patience = TimeSpan.FromSeconds(300), Speculation = Speculation.Always, Order = Order.LongestFirst, SummaryAbove = 0, GpusPerPoint = 4 },
        Read(
            new SweepTheoryAttribute { MaxAttempts = 4, MaxErrors = 6, Lease = 61, Speculation = Speculation.Never, SummaryAbove = 9, Gpus = 1 },
            Configured,
            ("MULTIRUNNER_MAX_ATTEMPTS", "1"),
            ("MULTIRUNNER_MAX_ERRORS", "10"),
            ("MULTIRUNNER_LEASE", "90.5"),
            ("MULTIRUNNER_PATIENCE", "300"),
            ("MULTIRUNNER_SPECULATION", "always"),
            ("MULTIRUNNER_ORDER", "longestFirst"),
            ("MULTIRUNNER_SUMMARY_ABOVE", "0"),
            ("MULTIRUNNER_GPUS_PER_POINT", "4")));

    [Fact]
    public void A_cost_asks_for_the_longest_first_as_the_attribute_would()
    {
        var attribute = new SweepTheoryAttribute { Cost = "Estimate" };

        Assert.Equal(Order.LongestFirst, attribute.Order);
        Assert.Equal(Order.LongestFirst, Read(attribute, Plain).Order);
        Assert.Equal(Order.LongestFirst, Read(attribute, Configured).Order);
        Assert.Equal(Order.Shuffled, Read(attribute, Plain, ("MULTIRUNNER_ORDER", "Shuffled")).Order);
    }

    [Theory]
    [InlineData("MULTIRUNNER_MAX_ATTEMPTS", "0", "a whole number of at least 1")]
    [InlineData("MULTIRUNNER_MAX_ERRORS", "many", "a whole number of at least 1")]
    [InlineData("MULTIRUNNER_SUMMARY_ABOVE", "-1", "a whole number of at least 0")]
    [InlineData("MULTIRUNNER_LEASE", "0,5", "a number of seconds from 1 to 86400")]
    [InlineData("MULTIRUNNER_PATIENCE", "0", "a number of seconds from 1 to 86400")]
    [InlineData("MULTIRUNNER_SPECULATION", "3", "Auto, Always or Never")]
    [InlineData("MULTIRUNNER_SPECULATION", "1", "Auto, Always or Never")]
    [InlineData("MULTIRUNNER_SPECULATION", " Auto", "Auto, Always or Never")]
    [InlineData("MULTIRUNNER_SPECULATION", "Never ", "Auto, Always or Never")]
    [InlineData("MULTIRUNNER_SPECULATION", "Auto,Never", "Auto, Always or Never")]
    [InlineData("MULTIRUNNER_SPECULATION", " ", "Auto, Always or Never")]
    [InlineData("MULTIRUNNER_SPECULATION", ",", "Auto, Always or Never")]
    [InlineData("MULTIRUNNER_ORDER", "random", "Shuffled, AsWritten or LongestFirst")]
    [InlineData("MULTIRUNNER_ORDER", "1", "Shuffled, AsWritten or LongestFirst")]
    [InlineData("MULTIRUNNER_GPUS_PER_POINT", "all", "a whole number of at least 0")]
    public void A_value_that_cannot_be_is_an_error_that_says_where_it_comes_from(string variable, string text, string rule)
    {
        var error = Assert.Throws<GridException>(() => Read(new SweepTheoryAttribute(), Plain, (variable, text)));

        Assert.Equal($"Training.Train: the environment variable {variable} must be {rule}, but it is '{text}'. Correct it, or remove it for the default.", error.Message);
    }

    [Fact]
    public void The_error_names_the_attribute_or_the_build_as_well()
    {
        var attribute = Assert.Throws<GridException>(() => Read(new SweepTheoryAttribute { Lease = 0 }, Plain));
        var gpus = Assert.Throws<GridException>(() => Read(new SweepTheoryAttribute { Gpus = -1 }, Plain));
        var order = Assert.Throws<GridException>(() => Read(new SweepTheoryAttribute { Order = (Order)7 }, Plain));
        var build = Assert.Throws<GridException>(() => Read(new SweepTheoryAttribute(), BuiltAssembly.With(("MultiRunnerMaxErrors", "-1"))));

        Assert.Equal("Training.Train: Lease of [SweepTheory] must be a number of seconds from 1 to 86400, but it is '0'. Correct it, or remove it for the default.", attribute.Message);
        Assert.Equal("Training.Train: Gpus of [SweepTheory] must be a whole number of at least 0, but it is '-1'. Correct it, or remove it for the default.", gpus.Message);
        Assert.Equal("Training.Train: Order of [SweepTheory] must be Shuffled, AsWritten or LongestFirst, but it is '7'. Correct it, or remove it for the default.", order.Message);
        Assert.Equal("Training.Train: the MSBuild property MultiRunnerMaxErrors must be a whole number of at least 1, but it is '-1'. Correct it, or remove it for the default.", build.Message);
    }

    [Theory]
    [InlineData("1")]
    [InlineData(" auto,Never")]
    public void A_build_takes_the_names_of_an_enum_alone(string text)
    {
        var error = Assert.Throws<GridException>(() => Read(new SweepTheoryAttribute(), BuiltAssembly.With(("MultiRunnerSpeculation", text))));

        Assert.Equal($"Training.Train: the MSBuild property MultiRunnerSpeculation must be Auto, Always or Never, but it is '{text}'. Correct it, or remove it for the default.", error.Message);
    }

    [Theory]
    [InlineData("AUTO", Speculation.Auto)]
    [InlineData("always", Speculation.Always)]
    [InlineData("nEVER", Speculation.Never)]
    public void The_letter_case_of_a_name_does_not_count(string text, Speculation value) =>
        Assert.Equal(value, Read(new SweepTheoryAttribute(), Plain, ("MULTIRUNNER_SPECULATION", text)).Speculation);

    private static SweepOptions Read(SweepTheoryAttribute attribute, Assembly assembly, params (string Name, string Value)[] environment) =>
        SweepSettings.Read("Training.Train", attribute, assembly, name => environment.FirstOrDefault(e => e.Name == name).Value);
}
