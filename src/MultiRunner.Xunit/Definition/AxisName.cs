using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>How error messages name an axis.</summary>
internal static class AxisName
{
    /// <summary>"Axis 'learningRate' of Training.Train".</summary>
    public static string Of(ParameterInfo parameter) => $"Axis '{parameter.Name}' of {MethodName.Of(parameter.Member)}";
}
