namespace Subjects;

/// <summary>Has values of its own, so a parameter of this type needs no attribute.</summary>
public enum Model
{
    Ridge,
    Lasso,
}
