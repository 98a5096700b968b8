using MultiRunner;

namespace Company.SweepProject1;

/// <summary>What is recorded of each point: the loss, and the line that was found.</summary>
public record Line(double Loss, double Slope, double Intercept);

/// <summary>An experiment: stochastic gradient descent finds a line through noisy points. Which step, and which batch?</summary>
public class LineFit
{
    // Each combination of the values is a point of the sweep, and a test case: 3 x 2 x 3 = 18. [Repeats] says that the seeds are
    // repeats of one configuration. Run `dotnet test`. The report says which configuration has the smallest loss, and how sure that is.
    //#if (runner == "mtp")
    // Microsoft.Testing.Platform does not show it. It is in sweeps/Company.SweepProject1.LineFit.Fit/report/report.txt, and `dotnet run`
    // shows it, too.
    //#endif
    // Run it again: no point that is finished runs again. Then replace this experiment by your own.
    [SweepTheory(Minimize = "loss")]
    public Line Fit([Values(0.01, 0.1, 1)] double learningRate, [Values(1, 16)] int batchSize, [Repeats(3)] int seed)
    {
        var random = new Random(seed);
        double slope = 0, intercept = 0;
        for (var step = 0; step < 200; step++)
        {
            double slopeGradient = 0, interceptGradient = 0;
            for (var i = 0; i < batchSize; i++)
            {
                var x = 2 * random.NextDouble() - 1;
                var y = 2 * x + 1 + (random.NextDouble() - 0.5);
                var error = slope * x + intercept - y;
                slopeGradient += error * x / batchSize;
                interceptGradient += error / batchSize;
            }

            slope -= learningRate * slopeGradient;
            intercept -= learningRate * interceptGradient;
        }

        // The mean square distance to y = 2 x + 1, for x from -1 to 1.
        return new(Math.Pow(slope - 2, 2) / 3 + Math.Pow(intercept - 1, 2), slope, intercept);
    }
}
