using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>The default value that the code gives a parameter, as in <c>int depth = 3</c>.</summary>
internal static class DefaultValue
{
    /// <summary>That of the parameter, or of the nearest that it overrides. False if there is none.</summary>
    public static bool TryGet(ParameterInfo parameter, out object? value)
    {
        value = null;
        if (Declarations.Of(parameter).FirstOrDefault(declared => declared.HasDefaultValue) is not { } given)
            return false;
        value = Of(parameter, given.DefaultValue);

        // The default of an open type is a value only once the type is known, which here follows from the value.
        return value is not null || !parameter.ParameterType.ContainsGenericParameters;
    }

    /// <summary>The value for what reflection says, which is null where the code says <c>Guid id = default</c>.</summary>
    public static object? Of(ParameterInfo parameter, object? value) =>
        value is null && parameter.ParameterType is { IsValueType: true, ContainsGenericParameters: false } type
            ? Activator.CreateInstance(type)
            : value;
}
