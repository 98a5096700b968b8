using System.Globalization;
using Xunit;

namespace MultiRunner.Core.Tests;

/// <summary>Another culture until it is disposed.</summary>
internal sealed class CultureScope : IDisposable
{
    /// <summary>
    /// A decimal comma; an i without a dot; a calendar, a decimal separator and a minus sign of its own; a minus sign that
    /// is not ASCII; and the culture that results are written in.
    /// </summary>
    public static readonly string[] Names = ["de-DE", "tr-TR", "fa-IR", "sv-SE", ""];

    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public CultureScope(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

    public static TheoryData<string> All => [.. Names];

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
