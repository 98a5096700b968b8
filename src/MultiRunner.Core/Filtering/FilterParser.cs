using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace MultiRunner.Filtering;

/// <summary>Reads the text of a filter.</summary>
internal static class FilterParser
{
    private static readonly FilterTokenizer Tokenizer = new();

    private static readonly TokenListParser<FilterToken, FilterWord> Word =
        Token.EqualTo(FilterToken.Word).Or(Token.EqualTo(FilterToken.Quoted)).Select(WordOf);

    private static readonly TokenListParser<FilterToken, FilterSyntax> One =
        from name in Word
        from sign in Token.EqualTo(FilterToken.Comparison)
        from value in Word
        select (FilterSyntax)new FilterSyntax.Comparison(name, WordOf(sign), [value]);

    private static readonly TokenListParser<FilterToken, FilterSyntax> OneAlone = One.AtEnd();

    private static readonly TokenListParser<FilterToken, FilterSyntax> Several =
        from name in Word
        from sign in Token.EqualTo(FilterToken.In)
        from open in Token.EqualTo(FilterToken.Open)
        from values in Word.AtLeastOnceDelimitedBy(Token.EqualTo(FilterToken.Comma))
        from close in Token.EqualTo(FilterToken.Close)
        select (FilterSyntax)new FilterSyntax.Comparison(name, WordOf(sign), values);

    private static readonly TokenListParser<FilterToken, FilterSyntax> Inner =
        from open in Token.EqualTo(FilterToken.Open)
        from inner in Parse.Ref(() => Any!)
        from close in Token.EqualTo(FilterToken.Close)
        select inner;

    private static readonly TokenListParser<FilterToken, FilterSyntax> Negated =
        from not in Token.EqualTo(FilterToken.Not)
        from inner in Parse.Ref(() => Factor!)
        select (FilterSyntax)new FilterSyntax.Not(inner);

    private static readonly TokenListParser<FilterToken, FilterSyntax> Factor = Negated.Or(Inner).Or(Several.Try()).Or(One);

    private static readonly TokenListParser<FilterToken, FilterSyntax> All = Parse.Chain(
        Token.EqualTo(FilterToken.And), Factor, (_, left, right) => new FilterSyntax.And(left, right));

    private static readonly TokenListParser<FilterToken, FilterSyntax> Any = Parse.Chain(
        Token.EqualTo(FilterToken.Or), All, (_, left, right) => new FilterSyntax.Or(left, right));

    private static readonly TokenListParser<FilterToken, FilterSyntax> Whole = Any.AtEnd();

    /// <summary>Reads a filter.</summary>
    /// <exception cref="FilterException">It is none.</exception>
    public static FilterSyntax Read(string text, FilterNames names)
    {
        var tokens = Tokenizer.TryTokenize(text);
        if (!tokens.HasValue)
            throw new FilterException(Messages.Wrong(Fact(text, tokens.ErrorPosition, tokens.Expectations), names));
        var syntax = Whole.TryParse(tokens.Value);
        return syntax.HasValue
            ? syntax.Value
            : throw new FilterException(Messages.Wrong(Fact(text, syntax.ErrorPosition, syntax.Expectations), names));
    }

    /// <summary>Reads one comparison of a name with one value; null when the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where it stops being one, from 1; one more than its length when something is missing at its end.</param>
    public static FilterSyntax.Comparison? TryReadComparison(string text, out int position)
    {
        var tokens = Tokenizer.TryTokenize(text);
        position = PositionOf(text, tokens.ErrorPosition);
        if (!tokens.HasValue)
            return null;
        var comparison = OneAlone.TryParse(tokens.Value);
        position = PositionOf(text, comparison.ErrorPosition);
        return comparison.HasValue ? (FilterSyntax.Comparison)comparison.Value : null;
    }

    private static int PositionOf(string text, Position position) => (position.HasValue ? position.Absolute : text.Length) + 1;

    private static FilterWord WordOf(Token<FilterToken> token)
    {
        var text = token.ToStringValue();
        var isQuoted = token.Kind == FilterToken.Quoted;
        return new FilterWord(isQuoted ? text[1..^1] : text, token.Position.Absolute + 1, isQuoted);
    }

    private static string Fact(string text, Position position, string[]? expectations)
    {
        var at = position.HasValue ? position.Absolute : text.Length;
        var expected = expectations is { Length: > 0 } ? string.Join(" or ", expectations.Distinct()) : "something else";
        return at >= text.TrimEnd().Length
            ? $"it ends where {expected} is expected, at position {text.TrimEnd().Length + 1}"
            : $"'{text[at..].TrimEnd()}' at position {at + 1} stands where {expected} is expected";
    }
}
