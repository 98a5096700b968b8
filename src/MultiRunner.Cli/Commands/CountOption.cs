using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MultiRunner.Cli.Commands;

/// <summary>An option that takes a whole number within a range. A wrong value becomes an error that names the range.</summary>
internal sealed class CountOption : Option<int?>
{
    private readonly int otherwise;
    private readonly int least;
    private readonly int most;

    public CountOption(string name, string description, int otherwise, int least, int most)
        : base(name)
    {
        (this.otherwise, this.least, this.most) = (otherwise, least, most);

        // Help would show the value of a DefaultValueFactory in a form of its own, unlike the defaults of other options.
        Description = string.Create(CultureInfo.InvariantCulture, $"{description} From {least} to {most:N0}. Default: {otherwise}.");
        HelpName = "COUNT";
        CustomParser = Parse;
    }

    /// <summary>The number that is given, or the default.</summary>
    public int Of(ParseResult parsed) => parsed.GetValue(this) ?? otherwise;

    private int? Parse(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        result.AddError(string.Create(
            CultureInfo.InvariantCulture,
            $"{Name} takes a whole number from {least} to {most}, but it is '{text}'. Correct it, or leave it out for {otherwise}."));
        return null;
    }
}
