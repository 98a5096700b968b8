namespace Subjects;

/// <summary>An argument of a type of the user's.</summary>
public record Shape(int Layers, double Rate, string? Name);
