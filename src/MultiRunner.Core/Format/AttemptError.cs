using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>An exception as a record keeps it.</summary>
/// <param name="Type">Full name of its type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Stack">Its stack trace, or null.</param>
internal sealed record AttemptError([property: JsonRequired] string Type, [property: JsonRequired] string Message, string? Stack)
{
    /// <summary>Reads an exception. Its message is code of the experiment and may itself throw.</summary>
    public static AttemptError Of(Exception exception)
    {
        var type = exception.GetType().ToString();
        try
        {
            return new AttemptError(type, exception.Message, exception.StackTrace);
        }
        catch (Exception e)
        {
            return new AttemptError(type, $"Its message cannot be shown, because reading it throws {e.GetType()}.", Stack: null);
        }
    }
}
