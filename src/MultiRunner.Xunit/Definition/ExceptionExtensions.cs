using System.Reflection;
using MultiRunner.Format;

namespace MultiRunner.Definition;

/// <summary>Exceptions of methods that are called by reflection.</summary>
internal static class ExceptionExtensions
{
    /// <summary>What the method itself threw.</summary>
    public static Exception Innermost(this Exception exception) =>
        exception is TargetInvocationException { InnerException: { } inner } ? inner.Innermost() : exception;

    /// <summary>The text of an exception of the user's, which is the user's code and may itself throw.</summary>
    public static string Describe(this Exception exception)
    {
        try
        {
            return exception.ToString();
        }
        catch (Exception)
        {
            var (type, message, _) = AttemptError.Of(exception);
            return $"{type}: {message}";
        }
    }
}
