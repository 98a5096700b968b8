using System.Reflection;

namespace MultiRunner.Execution;

/// <summary>Exceptions of methods that are called by reflection.</summary>
internal static class ExceptionExtensions
{
    /// <summary>What the method itself threw.</summary>
    public static Exception Innermost(this Exception exception) =>
        exception is TargetInvocationException { InnerException: { } inner } ? inner.Innermost() : exception;
}
