namespace MultiRunner;

/// <summary>When an idle worker runs a point that another worker is running already.</summary>
public enum Speculation
{
    /// <summary>
    /// When the other has been running it for longer than one and a half times the median here, than any point took here, and
    /// than a second; the longest running first.
    /// </summary>
    Auto,

    /// <summary>At once.</summary>
    Always,

    /// <summary>Never: it waits, and takes points back from workers that died only.</summary>
    Never,
}
