namespace Subjects;

/// <summary>The constraint of sweeps that an edit reshapes, and what their points do.</summary>
public abstract class Reshaping
{
    // The edit keeps half of the numbers, drops the other half, and adds twice as many as it drops.
#if EDITED
    private protected static bool Fits(int n) => n % 4 != 0;
#else
    private protected static bool Fits(int n) => n % 2 == 0;
#endif

    private protected static int Result(int result)
    {
        Executions.Note();
        Executions.AwaitGate();
        return result;
    }
}
