namespace MultiRunner.Core.Tests.Simulation;

/// <summary>The operations of the shared directory.</summary>
internal enum Verb
{
    Rename,
    RenameDirectory,
    Read,
    Write,
    WriteDurable,
    List,
    Delete,
    CreateDirectory,
    DeleteDirectory,
}
