namespace MultiRunner.Reports.Live;

/// <summary>A part of a line.</summary>
/// <param name="Text">Its text, without line ends and control characters.</param>
/// <param name="Tone">How it stands out.</param>
internal sealed record LiveSpan(string Text, LiveTone Tone = LiveTone.Plain);
