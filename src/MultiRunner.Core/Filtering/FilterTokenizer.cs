using Superpower;
using Superpower.Model;

namespace MultiRunner.Filtering;

/// <summary>Takes the text of a filter apart.</summary>
internal sealed class FilterTokenizer : Tokenizer<FilterToken>
{
    private const string Signs = "=!<>";
    private const string Breaks = Signs + "(),'\"";

    // The longer ones come first.
    private static readonly string[] AllSigns = ["==", "!=", "<=", ">=", "=", "<", ">"];

    private static readonly Dictionary<string, FilterToken> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = FilterToken.And,
        ["or"] = FilterToken.Or,
        ["not"] = FilterToken.Not,
        ["in"] = FilterToken.In,
    };

    /// <summary>A name or a value as it can stand in a filter: in quotes if it would be taken apart without them.</summary>
    public static string Quoted(string text)
    {
        var isPlain = text.Length > 0 && text.All(IsOfWord) && !Keywords.ContainsKey(text) && text != FilterValue.Null;
        return isPlain ? text : text.Contains('\'', StringComparison.Ordinal) ? $"\"{text}\"" : $"'{text}'";
    }

    protected override IEnumerable<Result<FilterToken>> Tokenize(TextSpan span)
    {
        for (var next = SkipWhiteSpace(span); next.HasValue; next = SkipWhiteSpace(next.Location))
        {
            var start = next.Location;
            var token = Next(start);
            yield return token;
            next = token.Remainder.ConsumeChar() is { HasValue: true } more ? more : Result.Empty<char>(token.Remainder);
        }
    }

    private static Result<FilterToken> Next(TextSpan start)
    {
        var text = start.ToStringValue();
        var first = text[0];
        return first switch
        {
            '(' => Token(FilterToken.Open, start, 1),
            ')' => Token(FilterToken.Close, start, 1),
            ',' => Token(FilterToken.Comma, start, 1),
            '\'' or '"' => text.IndexOf(first, 1) is > 0 and var end
                ? Token(FilterToken.Quoted, start, end + 1) : Result.Empty<FilterToken>(start, ["a closing quote"]),
            _ when Signs.Contains(first, StringComparison.Ordinal) =>
                SignOf(text) is { } sign ? Token(FilterToken.Comparison, start, sign.Length)
                    : Result.Empty<FilterToken>(start, ["a comparison (= != < <= > >= in)"]),
            _ => Word(text, start),
        };
    }

    private static string? SignOf(string text) =>
        AllSigns.FirstOrDefault(sign => text.StartsWith(sign, StringComparison.Ordinal));

    private static Result<FilterToken> Word(string text, TextSpan start)
    {
        var length = text.TakeWhile(IsOfWord).Count();
        return Token(Keywords.GetValueOrDefault(text[..length], FilterToken.Word), start, length);
    }

    private static bool IsOfWord(char c) => !char.IsWhiteSpace(c) && !Breaks.Contains(c, StringComparison.Ordinal);

    private static Result<FilterToken> Token(FilterToken token, TextSpan start, int length) =>
        Result.Value(token, start, start.Skip(length));
}
