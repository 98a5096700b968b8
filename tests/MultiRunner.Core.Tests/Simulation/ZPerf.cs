using Xunit;
namespace MultiRunner.Core.Tests.Simulation;
public class ZPerf
{
    [Fact]
    public void Measure()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        foreach (var p in Enum.GetValues<Profile>())
        {
            long steps = 0; var t = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime; var a0 = GC.GetAllocatedBytesForCurrentThread();
            for (var s = 0; s < 2000; s++) { using var w = new World(s, p); w.Run(); steps += w.Steps; }
            var d = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - t;
            TestContext.Current.SendDiagnosticMessage($"{p}: {steps / 2000} steps/seed, {d.TotalMicroseconds / steps:F2} us/step, {2000 / d.TotalSeconds:F0} seeds/s, {(GC.GetAllocatedBytesForCurrentThread() - a0) / 2000 / 1024} KiB/seed");
        }
    }
}
