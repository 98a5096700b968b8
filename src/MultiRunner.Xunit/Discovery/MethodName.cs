using System.Reflection;

namespace MultiRunner.Discovery;

/// <summary>How error messages and directories name a sweep method.</summary>
internal static class MethodName
{
    /// <summary>"Training.Train", for messages.</summary>
    public static string Of(MemberInfo method) => $"{method.ReflectedType?.Name}.{method.Name}";

    /// <summary>"Namespace.Training.Train", for the sweep's directory: no character that a file system could refuse.</summary>
    public static string OfDirectory(MemberInfo method)
    {
        var name = $"{method.ReflectedType?.FullName}.{method.Name}";
        return string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' ? c : '-'));
    }
}
