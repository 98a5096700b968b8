using MultiRunner;

namespace SweepPoints;

/// <summary>20 points of one second.</summary>
public class Seconds
{
    [SweepTheory]
    public void Sleep([Range(1, 20, 1)] int n) => Thread.Sleep(1000);
}
