using System.Globalization;
using MultiRunner;
using Xunit;

namespace Documentation;

/// <summary>The examples with Sweep.Current.</summary>
public class Current
{
    [SweepTheory]
    public void Everything([Values(1, 2)] int epoch)
    {
        var loss = 1.0 / epoch;

        #region current
        Sweep.Current.Record("gradient", 0.5);                  // a number beside what the method returns
        Sweep.Current.Record("loss", loss, step: epoch);        // a value of a curve
        string files = Sweep.Current.ArtifactsDirectory;        // files of this attempt: artifacts/N when its result counts
        string saved = Sweep.Current.CheckpointDirectory;       // files of the point: the next attempt finds them
        IReadOnlyList<Gpu> gpus = Sweep.Current.Gpus;           // the GPUs of this attempt, with Gpus = 1
        CancellationToken stop = Sweep.Current.CancellationToken; // cancelled when the result is no longer needed
        #endregion

        Assert.True(Directory.Exists(files) && Directory.Exists(saved));
        Assert.Empty(gpus);
        Assert.False(stop.IsCancellationRequested);
    }

    #region curve
    [SweepTheory(Minimize = "loss")]
    public void Descend([Values(0.1, 0.5)] double learningRate)
    {
        var x = 4.0;
        for (var epoch = 1; epoch <= 10; epoch++)
        {
            x -= learningRate * x;
            Sweep.Current.Record("loss", x * x, step: epoch);
        }

        Sweep.Current.Record("distance", Math.Abs(x));
    }
    #endregion

    #region artifacts
    [SweepTheory(Minimize = "result")]
    public double Fit([Values(1, 2, 3)] int degree)
    {
        var error = 1.0 / degree;
        var file = Path.Combine(Sweep.Current.ArtifactsDirectory, "model.txt");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"degree {degree}, error {error}"));
        return error;
    }
    #endregion

    #region checkpoint
    [SweepTheory(Minimize = "loss")]
    public void Resume([Values(0.1, 0.5)] double learningRate)
    {
        var checkpoint = Path.Combine(Sweep.Current.CheckpointDirectory, "losses.txt");
        List<string> losses = File.Exists(checkpoint) ? [.. File.ReadAllLines(checkpoint)] : [];

        // What an earlier attempt had recorded is lost with it, so it is recorded again.
        for (var epoch = 0; epoch < losses.Count; epoch++)
            Sweep.Current.Record("loss", double.Parse(losses[epoch], CultureInfo.InvariantCulture), step: epoch);

        for (var epoch = losses.Count; epoch < 20; epoch++)
        {
            Sweep.Current.CancellationToken.ThrowIfCancellationRequested();
            var loss = Math.Exp(-learningRate * epoch);
            Sweep.Current.Record("loss", loss, step: epoch);
            losses.Add(loss.ToString("R", CultureInfo.InvariantCulture));

            // Written under another name and then renamed: an attempt that dies meanwhile leaves no half of a checkpoint.
            var fresh = $"{checkpoint}.{Sweep.Current.Worker}";
            File.WriteAllLines(fresh, losses);
            File.Move(fresh, checkpoint, overwrite: true);
        }
    }
    #endregion

    #region token
    [SweepTheory(Minimize = "loss")]
    public async Task<(double Loss, int Epochs)> Train([Values(0.1, 0.5)] double learningRate, CancellationToken stop)
    {
        var (x, epochs) = (4.0, 0);
        while (x > 0.5)
        {
            stop.ThrowIfCancellationRequested();   // in the loop
            await Task.Delay(1, stop);             // passed on
            x -= learningRate * x;
            epochs++;
        }

        return (x * x, epochs);
    }
    #endregion
}
