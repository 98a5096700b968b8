namespace MultiRunner.Tests.NetworkFileSystems;

public sealed class SshfsTests(Sshfs files) : TwoClientsContract(files);
