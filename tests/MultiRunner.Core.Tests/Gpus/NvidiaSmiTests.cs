using MultiRunner.Gpus;
using Xunit;

namespace MultiRunner.Core.Tests.Gpus;

public sealed class NvidiaSmiTests
{
    [Fact]
    public void A_line_a_GPU()
    {
        var gpus = NvidiaSmi.Parse("""
            0, GPU-8932f937-d72c-4106-c12f-20bd9faed9f6, 1404, 81559, 37
            1, GPU-1f2e3d4c-0000-4106-c12f-20bd9faed9f6, 4, 81559, 0

            """);

        Assert.Equal([0, 1], gpus.Select(gpu => gpu.Index));
        Assert.Equal("GPU-8932f937-d72c-4106-c12f-20bd9faed9f6", gpus[0].Uuid);
        Assert.Equal((1404L << 20, 81559L << 20, 0.37), (gpus[0].MemoryUsed, gpus[0].MemoryTotal, gpus[0].Utilization));
        Assert.Equal((4L << 20, 81559L << 20, 0), (gpus[1].MemoryUsed, gpus[1].MemoryTotal, gpus[1].Utilization));
    }

    [Theory]
    [InlineData("[N/A]")]
    [InlineData("[Not Supported]")]
    [InlineData("[Unknown Error]")]
    public void What_a_card_does_not_tell_is_null(string unknown)
    {
        var gpu = Assert.Single(NvidiaSmi.Parse($"0, {unknown}, {unknown}, {unknown}, {unknown}\n"));

        Assert.Equal(0, gpu.Index);
        Assert.Null(gpu.Uuid);
        Assert.Null(gpu.MemoryUsed);
        Assert.Null(gpu.MemoryTotal);
        Assert.Null(gpu.Utilization);
    }

    [Fact]
    public void A_card_that_has_fallen_off_the_bus_does_not_hide_the_others() => Assert.Equal([0, 2], NvidiaSmi.Parse("""
        0, GPU-a0000000-d72c-4106-c12f-20bd9faed9f6, 4, 81559, 0
        Unable to determine the device handle for GPU 0000:41:00.0: Unknown Error
        2, GPU-a2000000-d72c-4106-c12f-20bd9faed9f6, 4, 81559, 0
        """).Select(gpu => gpu.Index));

    [Fact]
    public void Carriage_returns_do_no_harm() => Assert.Equal(1, Assert.Single(NvidiaSmi.Parse("0, GPU-a0, 4, 100, 100\r\n")).Utilization);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void Nothing_is_no_GPU(string output) => Assert.Empty(NvidiaSmi.Parse(output));

    [Theory]
    [InlineData("No devices were found")]
    [InlineData("index, uuid, memory.used [MiB], memory.total [MiB], utilization.gpu [%]")]
    [InlineData("0, 4, 81559")]
    public void Garbage_is_an_error(string output)
    {
        var error = Assert.Throws<GpuException>(() => NvidiaSmi.Parse(output));

        Assert.Equal("no line is an index, a UUID, used and total memory and the utilisation", error.Message);
    }
}
