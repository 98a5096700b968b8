using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>How error messages name an axis.</summary>
internal static class AxisName
{
    /// <summary>"Axis 'learningRate' of Training.Train".</summary>
    public static string Of(ParameterInfo parameter) => $"Axis '{parameter.Name}' of {MethodName.Of(parameter.Member)}";

    /// <summary>"Values", as an attribute is written in the code.</summary>
    public static string OfAttribute(object attribute)
    {
        const string Suffix = nameof(Attribute);
        var name = attribute.GetType().Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
