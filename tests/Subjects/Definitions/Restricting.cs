namespace Subjects;

/// <summary>Has the constraint of its subclasses, which cannot see it.</summary>
public abstract class Restricting
{
    protected const string FitsIntoMemory = nameof(Fits);

    private static bool Fits(int layers, int width) => layers * width <= 64;
}
