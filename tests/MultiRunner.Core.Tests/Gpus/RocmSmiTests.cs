using MultiRunner.Gpus;
using Xunit;

namespace MultiRunner.Core.Tests.Gpus;

public sealed class RocmSmiTests
{
    [Fact]
    public void A_line_a_GPU_below_the_names()
    {
        var gpus = RocmSmi.Parse("""
            device,Unique ID,GPU use (%),VRAM Total Memory (B),VRAM Total Used Memory (B)
            card0,0x9246abcdef012345,7,17163091968,692142080
            card1,N/A,0,67108864,26079232

            """);

        Assert.Equal([0, 1], gpus.Select(gpu => gpu.Index));
        Assert.Equal(["GPU-9246abcdef012345", null], gpus.Select(gpu => gpu.Uuid));
        Assert.Equal((692142080, 17163091968, 0.07), (gpus[0].MemoryUsed, gpus[0].MemoryTotal, gpus[0].Utilization));
        Assert.Equal((26079232, 67108864, 0), (gpus[1].MemoryUsed, gpus[1].MemoryTotal, gpus[1].Utilization));
    }

    [Fact]
    public void Columns_are_found_by_name_and_warnings_passed_over()
    {
        var gpu = Assert.Single(RocmSmi.Parse("""
            WARNING: AMD GPU device(s) is/are in a low-power state. Check power control/runtime_status

            device,VRAM Total Memory (B),VRAM Total Used Memory (B),Card Series
            card0,21458059264,27856896,Radeon RX 7900 XT
            """));

        Assert.Equal((27856896, 21458059264, null), (gpu.MemoryUsed, gpu.MemoryTotal, gpu.Utilization));
    }

    [Fact]
    public void What_a_card_does_not_tell_is_null()
    {
        var gpu = Assert.Single(RocmSmi.Parse("""
            device,Unique ID,GPU use (%),VRAM Total Memory (B),VRAM Total Used Memory (B)
            card0,N/A,N/A,N/A,N/A
            """));

        Assert.Equal((null, null, null, null), (gpu.Uuid, gpu.MemoryUsed, gpu.MemoryTotal, gpu.Utilization));
    }

    [Fact]
    public void Nothing_is_no_GPU() => Assert.Empty(RocmSmi.Parse(""));

    [Theory]
    [InlineData("ERROR:root:Driver not initialized (amdgpu not found in modules)")]
    [InlineData("device,GPU use (%)")]
    [InlineData("card0,7,17163091968,692142080")]
    public void Garbage_is_an_error(string output)
    {
        var error = Assert.Throws<GpuException>(() => RocmSmi.Parse(output));

        Assert.Equal("no line of column names that starts with 'device' is followed by one for 'card0'", error.Message);
    }
}
