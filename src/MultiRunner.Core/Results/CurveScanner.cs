using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace MultiRunner.Results;

/// <summary>
/// Goes through the bytes of curves. A report reads a hundred million of their values, and most of the time that a reader of any JSON
/// needs for them is for what a curve does not have. What does not look as curves do is left to such a reader, which knows why it is
/// wrong.
/// </summary>
/// <param name="json">The JSON.</param>
/// <param name="start">Where to begin in it.</param>
internal ref struct CurveScanner(ReadOnlySpan<byte> json, int start)
{
    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create("\"\\"u8);

    private readonly ReadOnlySpan<byte> json = json;

    /// <summary>Where the scanner is.</summary>
    public int Position { get; private set; } = start;

    /// <summary>Passes over white space, and then over a byte if it is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPass(byte expected)
    {
        PassSpace();
        if (Position >= json.Length || json[Position] != expected)
            return false;
        Position++;
        return true;
    }

    /// <summary>Passes over a text in quotes; an escape in it is beyond this scanner.</summary>
    public bool TryPassText()
    {
        if (!TryPass((byte)'"'))
            return false;
        var length = json[Position..].IndexOfAny(EndsPlainText);
        if (length < 0 || json[Position + length] != '"')
            return false;
        Position += length + 1;
        return true;
    }

    /// <summary>Reads an array of pairs into a range.</summary>
    /// <remarks>Most of the work is done by the first calls, before a compiler would see that it is worth the time.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryReadCurve(CurveRange range)
    {
        if (!TryPass((byte)'['))
            return false;
        if (TryPass((byte)']'))
            return true;
        do
        {
            if (!TryPass((byte)'[') || !TryReadStep(out var step) || !TryPass((byte)',') || !TryReadValue(out var value))
                return false;
            if (!TryPass((byte)']'))
                return false;
            range.Add(new CurvePoint(step, value));
        }
        while (TryPass((byte)','));
        return TryPass((byte)']');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadStep(out long step)
    {
        PassSpace();
        var digits = json[Position..];
        return Utf8Parser.TryParse(digits, out step, out var length) && IsNumber(digits[..length]) && EndsHere(length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadValue(out double value)
    {
        PassSpace();
        var digits = json[Position..];
        return Utf8Parser.TryParse(digits, out value, out var length) && IsNumber(digits[..length]) && EndsHere(length);
    }

    /// <summary>Whether JSON writes numbers so: neither +1 nor 01, .5, 1. or Infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var digits = text[0] == '-' ? text[1..] : text;
        return digits.Length > 0
            && char.IsAsciiDigit((char)digits[0])
            && (digits[0] != '0' || digits.Length == 1 || !char.IsAsciiDigit((char)digits[1]))
            && HasDigitAfterPoint(digits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasDigitAfterPoint(ReadOnlySpan<byte> digits)
    {
        var next = digits.IndexOf((byte)'.') + 1;
        return next == 0 || (next < digits.Length && char.IsAsciiDigit((char)digits[next]));
    }

    /// <summary>Passes over a number, if what follows can follow a number in a curve.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool EndsHere(int length)
    {
        Position += length;
        return Position < json.Length && (json[Position] is (byte)',' or (byte)']' || IsSpace(json[Position]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PassSpace()
    {
        while (Position < json.Length && IsSpace(json[Position]))
            Position++;
    }
}
