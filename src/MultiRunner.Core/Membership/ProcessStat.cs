using System.Globalization;

namespace MultiRunner.Membership;

/// <summary>What Linux says of a process in /proc/PID/stat.</summary>
/// <param name="HasEnded">Whether the process has ended and only its parent has not yet taken note of it.</param>
/// <param name="Group">The process group.</param>
/// <param name="Start">When the process started, in ticks since the system did.</param>
internal sealed record ProcessStat(bool HasEnded, string Group, string Start)
{
    private const int StateField = 0;
    private const int GroupField = 2;
    private const int StartField = 19;

    /// <summary>
    /// Reads what is said of a process; null when there is no such process, when the file may not be read (/proc mounted with
    /// hidepid does not show the processes of other users), and where there is no /proc.
    /// </summary>
    public static ProcessStat? Read(int processId)
    {
        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));

            // The second field is the name in brackets, which may itself contain spaces and brackets.
            var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length > StartField
                ? new ProcessStat(fields[StateField] is "Z" or "X", fields[GroupField], fields[StartField])
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
