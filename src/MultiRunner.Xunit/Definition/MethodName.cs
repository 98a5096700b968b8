using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>How error messages and manifests name a sweep method.</summary>
internal static class MethodName
{
    /// <summary>"Training.Train", for messages.</summary>
    public static string Of(MemberInfo method) => $"{method.ReflectedType?.Name}.{method.Name}";

    /// <summary>"Namespace.Training.Train", as in the code.</summary>
    public static string FullNameOf(MemberInfo method) => $"{method.ReflectedType?.FullName}.{method.Name}";
}
