namespace MultiRunner.Filtering;

/// <summary>What the values of a name are, which decides what they may be compared with.</summary>
internal enum FilterKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Texts and names of enum values, which have no order.</summary>
    Text,

    /// <summary>True and false.</summary>
    Truth,

    /// <summary>Dates, with or without a time; one without an offset is in UTC.</summary>
    Date,

    /// <summary>Times of day.</summary>
    TimeOfDay,

    /// <summary>Lengths of time.</summary>
    Duration,
}
