namespace MultiRunner.Membership;

/// <summary>What is known of another worker.</summary>
internal enum Verdict
{
    /// <summary>It may well be alive.</summary>
    Alive,

    /// <summary>It said that it holds nothing any more.</summary>
    Exited,

    /// <summary>It died without a word.</summary>
    Dead,
}
