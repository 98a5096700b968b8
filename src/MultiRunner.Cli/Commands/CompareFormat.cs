namespace MultiRunner.Cli.Commands;

/// <summary>How a comparison is printed.</summary>
internal enum CompareFormat
{
    /// <summary>For a terminal.</summary>
    Text,

    /// <summary>For a pull request.</summary>
    Markdown,

    /// <summary>For a program.</summary>
    Json,
}
