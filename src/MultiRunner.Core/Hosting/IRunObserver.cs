namespace MultiRunner.Hosting;

/// <summary>A host of tests that shows in its own way what becomes of the sweeps of this process. It is called from any thread.</summary>
internal interface IRunObserver
{
    /// <summary>Whether it can show lines while tests run.</summary>
    bool ShowsProgress { get; }

    /// <summary>Shows how far a sweep has come.</summary>
    void Progress(string line);

    /// <summary>A sweep was left, and its report is written.</summary>
    void Ended(EndedSweep sweep);
}
