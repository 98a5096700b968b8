using System.Reflection;
using MultiRunner.Definition;

namespace MultiRunner.Tests.Discovery;

public class ContinuousAxesTests
{
    [Theory]
    [InlineData("dropout", "Uniform(0, 0.5)", 0.125)]
    [InlineData("learningRate", "LogUniform(1E-05, 0.1)", 0.0001)]
    [InlineData("trees", "UniformInt(1, 64)", 17L)]
    public void An_attribute_gives_its_parameter_a_distribution(string parameter, string text, object quarter)
    {
        var distribution = AxisOf(parameter).Distribution("axis");

        Assert.Equal((text, quarter), (distribution.Text, distribution.At(0.25)));
    }

    [Theory]
    [InlineData("swapped", "[Uniform(1, 0)]")]
    [InlineData("fromZero", "[LogUniform(0, 1)]")]
    [InlineData("single", "[UniformInt(2, 2)]")]
    public void A_wrong_attribute_is_refused_with_the_name_of_the_axis(string parameter, string written)
    {
        var message = Assert.Throws<GridException>(() => AxisOf(parameter).Distribution($"Axis '{parameter}' of Training.Train")).Message;

        Assert.StartsWith($"Axis '{parameter}' of Training.Train: ", message, StringComparison.Ordinal);
        Assert.Contains($"but got {written}.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(UniformAttribute))]
    [InlineData(typeof(LogUniformAttribute))]
    [InlineData(typeof(UniformIntAttribute))]
    public void A_parameter_has_one_such_attribute(Type attribute)
    {
        var usage = attribute.GetCustomAttribute<AttributeUsageAttribute>()!;

        Assert.Equal((AttributeTargets.Parameter, false), (usage.ValidOn, usage.AllowMultiple));
    }

    private static IContinuousAxis AxisOf(string parameter) =>
        typeof(ContinuousAxesTests).GetMethod(nameof(Axes), BindingFlags.NonPublic | BindingFlags.Static)!.GetParameters()
            .Single(p => p.Name == parameter).GetCustomAttributes().OfType<IContinuousAxis>().Single();

    private static void Axes(
        [Uniform(0.0, 0.5)] double dropout,
        [LogUniform(1e-5, 1e-1)] double learningRate,
        [UniformInt(1, 64)] int trees,
        [Uniform(1, 0)] double swapped,
        [LogUniform(0, 1)] double fromZero,
        [UniformInt(2, 2)] int single) => _ = (dropout, learningRate, trees, swapped, fromZero, single);
}
