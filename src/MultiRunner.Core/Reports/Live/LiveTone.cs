namespace MultiRunner.Reports.Live;

/// <summary>How a part of a line stands out where there are colours. No meaning is in the colour alone.</summary>
internal enum LiveTone
{
    /// <summary>It does not.</summary>
    Plain,

    /// <summary>A name or a heading.</summary>
    Strong,

    /// <summary>What has finished.</summary>
    Good,

    /// <summary>What has failed.</summary>
    Bad,

    /// <summary>What somebody should know.</summary>
    Notable,

    /// <summary>What matters less than the rest.</summary>
    Faint,
}
