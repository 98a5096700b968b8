namespace Documentation;

/// <param name="Accuracy">The share of right answers.</param>
/// <param name="LogLoss">The mean of -ln p.</param>
public record Scores(double Accuracy, double LogLoss);
