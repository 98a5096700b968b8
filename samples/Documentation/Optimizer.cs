namespace Documentation;

/// <summary>An enum, all values of which are an axis.</summary>
public enum Optimizer
{
    Sgd,
    Adam,
}
