using System.ComponentModel;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Services;

namespace MultiRunner.TestingPlatform;

/// <summary>Called by code that Microsoft.Testing.Platform generates into the test project, and by nothing else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BuilderHook
{
    /// <summary>Adds what shows the sweeps.</summary>
    /// <param name="builder">The test application.</param>
    /// <param name="args">Its command line.</param>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] args)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var front = Fronts.Of(args);
        builder.TestHost.AddTestSessionLifetimeHandler(
            services => new SweepReports(front, services.GetMessageBus(), services.GetOutputDevice()));
    }
}
