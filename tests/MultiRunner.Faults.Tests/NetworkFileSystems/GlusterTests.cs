namespace MultiRunner.Tests.NetworkFileSystems;

public sealed class GlusterTests(Gluster files) : TwoClientsContract(files);
