namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>sshfs with its own settings, by which a listing may be 20 s old.</summary>
public sealed class Sshfs() : TwoClients("sshfs.sh", "data", "sshfs", "sshd", "ip");
