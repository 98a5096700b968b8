using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Storage;

/// <summary>Files of this host that all its users share, and that one process at a time has open for itself.</summary>
internal interface IHostFiles
{
    /// <summary>The files of the system on which this process runs.</summary>
    static IHostFiles OfThisSystem { get; } = OperatingSystem.IsWindows() ? new WindowsHostFiles() : new PosixHostFiles();

    /// <summary>The path of a directory of this host, the same for all its users.</summary>
    string PathOf(string name);

    /// <summary>
    /// Makes a directory in which all users may make files, if nobody has, and checks that no other user can decide alone what lies in it.
    /// </summary>
    /// <exception cref="IOException">The directory cannot be made, or it is another user's.</exception>
    void MakeDirectory(string path);

    /// <summary>
    /// Keeps the system from tidying up a directory for as long as the handle is open; null where the system does not do that, or where it
    /// cannot be kept from it.
    /// </summary>
    SafeFileHandle? TryKeep(string directory);

    /// <summary>Makes a file that all users may open, if nobody has.</summary>
    void MakeFile(string path);

    /// <summary>Opens a file for this process alone. It returns null when another process has it open.</summary>
    /// <exception cref="IOException">It cannot be opened, or it is no file.</exception>
    SafeFileHandle? TryTake(string path);
}
