using Superpower.Display;

namespace MultiRunner.Filtering;

/// <summary>The parts of the text of a filter.</summary>
internal enum FilterToken
{
    /// <summary>A name or a value.</summary>
    [Token(Description = "a name or a value")]
    Word,

    /// <summary>A name or a value in quotes.</summary>
    [Token(Description = "a name or a value")]
    Quoted,

    /// <summary>A comparison sign.</summary>
    [Token(Description = "a comparison (= != < <= > >= in)")]
    Comparison,

    /// <summary>The word <c>in</c>.</summary>
    [Token(Description = "a comparison (= != < <= > >= in)")]
    In,

    /// <summary>The word <c>and</c>.</summary>
    [Token(Example = "and")]
    And,

    /// <summary>The word <c>or</c>.</summary>
    [Token(Example = "or")]
    Or,

    /// <summary>The word <c>not</c>.</summary>
    [Token(Example = "not")]
    Not,

    /// <summary>An opening parenthesis.</summary>
    [Token(Example = "(")]
    Open,

    /// <summary>A closing parenthesis.</summary>
    [Token(Example = ")")]
    Close,

    /// <summary>A comma.</summary>
    [Token(Example = ",")]
    Comma,
}
