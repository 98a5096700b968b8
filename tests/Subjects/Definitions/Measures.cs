namespace Subjects;

/// <param name="Accuracy">The larger the better.</param>
/// <param name="Loss">The smaller the better.</param>
public record Measures(double Accuracy, double Loss);
