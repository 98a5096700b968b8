using System.Collections;
using Microsoft.Build.Framework;

namespace MultiRunner.Tests.Building;

/// <summary>What MSBuild is for the tasks of one build. While a task has yielded, it may only log.</summary>
/// <param name="onYield">What happens while the task has yielded.</param>
internal sealed class BuildEngine(Action? onYield = null) : IBuildEngine4
{
    private readonly Dictionary<object, object> registered = [];
    private bool hasYielded;

    /// <summary>How often a task has yielded its node and got it back.</summary>
    public int Yields { get; private set; }

    /// <summary>What tasks have said.</summary>
    public List<string> Log { get; } = [];

    /// <summary>What tasks have left for later tasks of the build.</summary>
    public IReadOnlyCollection<object> Registered => registered.Values;

    public bool IsRunningMultipleNodes => true;

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "Experiments.csproj";

    public void Yield()
    {
        Assert.False(hasYielded);
        hasYielded = true;
        Yields++;
        onYield?.Invoke();
    }

    public void Reacquire()
    {
        Assert.True(hasYielded);
        hasYielded = false;
    }

    public object? GetRegisteredTaskObject(object key, RegisteredTaskObjectLifetime lifetime)
    {
        Assert.False(hasYielded);
        return registered.GetValueOrDefault(key);
    }

    public void RegisterTaskObject(object key, object obj, RegisteredTaskObjectLifetime lifetime, bool allowEarlyCollection)
    {
        Assert.False(hasYielded);
        registered.Add(key, obj);
    }

    public object? UnregisterTaskObject(object key, RegisteredTaskObjectLifetime lifetime)
    {
        Assert.False(hasYielded);
        return registered.Remove(key, out var removed) ? removed : null;
    }

    /// <summary>Another task of this node leaves something while one has yielded.</summary>
    public void Hand(object key, object obj) => registered.Add(key, obj);

    public void LogMessageEvent(BuildMessageEventArgs e) => Log.Add(e.Message ?? "");

    public void LogErrorEvent(BuildErrorEventArgs e) => Log.Add(e.Message ?? "");

    public void LogWarningEvent(BuildWarningEventArgs e) => Log.Add(e.Message ?? "");

    public void LogCustomEvent(CustomBuildEventArgs e) => Log.Add(e.Message ?? "");

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs, string toolsVersion) =>
        throw new NotSupportedException();

    public bool BuildProjectFilesInParallel(string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IDictionary[] targetOutputsPerProject, string[] toolsVersion, bool useResultsCache, bool unloadProjectsOnCompletion) =>
        throw new NotSupportedException();

    public BuildEngineResult BuildProjectFilesInParallel(string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IList<string>[] removeGlobalProperties, string[] toolsVersion, bool returnTargetOutputs) =>
        throw new NotSupportedException();
}
