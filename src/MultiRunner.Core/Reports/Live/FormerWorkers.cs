namespace MultiRunner.Reports.Live;

/// <summary>What workers did that take no part any more.</summary>
/// <param name="Exited">How many have left in good order.</param>
/// <param name="Lost">How many died.</param>
/// <param name="Finished">How many points they finished, by the results.</param>
/// <param name="Errors">How many of their attempts failed, by the records.</param>
internal sealed record FormerWorkers(int Exited, int Lost, int Finished, int Errors);
