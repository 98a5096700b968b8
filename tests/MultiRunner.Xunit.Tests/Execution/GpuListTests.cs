using MultiRunner.Gpus;

namespace MultiRunner.Tests.Execution;

/// <summary>Which tool is asked, and what is said when none answers.</summary>
public sealed class GpuListTests
{
    private const string Rocm = "device,Unique ID,GPU use (%),VRAM Total Memory (B),VRAM Total Used Memory (B)\ncard0,0x9246,7,1000,10\n";

    [Fact]
    public void The_first_that_is_there_is_asked()
    {
        using var host = new FakeGpus(2);
        host.Add("rocm-smi", Rocm);

        Assert.Equal([0, 1], GpuList.Read(host.Variable).Visible.Select(gpu => gpu.Index));
        Assert.Equal("nvidia-smi --query-gpu=index,uuid,memory.used,memory.total,utilization.gpu --format=csv,noheader,nounits\n", host.Calls("nvidia-smi"));
    }

    /// <summary>A framework in this process counts the GPUs that the variable leaves, in its order.</summary>
    [Fact]
    public void The_ordinal_is_the_place_in_the_variable()
    {
        using var host = new FakeGpus(4);

        var gpus = GpuList.Read(name => name == "CUDA_VISIBLE_DEVICES" ? "3,1" : host.Variable(name)).Visible;

        Assert.Equal([(0, 3), (1, 1)], gpus.Select(gpu => (gpu.Ordinal, gpu.Index)));
    }

    [Theory]
    [InlineData("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.", 9)]
    [InlineData("", 0)]
    public void The_second_is_asked_when_the_first_finds_nothing(string output, int exitCode)
    {
        using var host = new FakeGpus();
        host.Add("nvidia-smi", output, exitCode);
        host.Add("rocm-smi", Rocm);

        Assert.Equal("GPU-9246", Assert.Single(GpuList.Read(host.Variable).Visible).Uuid);
        Assert.Equal("rocm-smi --showuniqueid --showuse --showmeminfo vram --csv\n", host.Calls("rocm-smi"));
    }

    [Theory]
    [InlineData("No devices were found\n", 6, "failed with exit code 6 and wrote \"No devices were found\"")]
    [InlineData("What?\nI am something else.\n", 0, "wrote \"What? I am something else.\", in which no line is an index, a UUID, used and total memory and the utilisation")]
    [InlineData("", 0, "lists no GPU")]
    public void An_answer_without_GPUs_is_an_error_that_quotes_it(string output, int exitCode, string fact)
    {
        using var host = new FakeGpus();
        host.Add("nvidia-smi", output, exitCode);

        var error = Assert.Throws<GpuException>(() => GpuList.Read(host.Variable));

        Assert.Equal($"GPUs are listed by nvidia-smi or rocm-smi, but '{host.Variable("PATH")}/nvidia-smi' {fact}. Run the tool by hand and fix what it reports.", error.Message);
    }

    [Fact]
    public void No_tool_is_an_error()
    {
        using var host = new FakeGpus();

        var error = Assert.Throws<GpuException>(() => GpuList.Read(host.Variable));

        Assert.Equal("GPUs are listed by nvidia-smi or rocm-smi, but neither of them is on the PATH. Install the tools of the GPU's driver, or add their directory to PATH.", error.Message);
    }
}
