using MultiRunner.Gpus;
using Xunit;

namespace MultiRunner.Core.Tests.Gpus;

public sealed class VisibleDevicesTests
{
    private static readonly Gpu[] Four =
    [
        new() { Index = 0, Uuid = "GPU-aaaa0000" },
        new() { Index = 1, Uuid = "GPU-aaaa1111" },
        new() { Index = 2, Uuid = "GPU-bbbb2222" },
        new() { Index = 3 },
    ];

    [Theory]
    [InlineData(null, new[] { 0, 1, 2, 3 })]
    [InlineData("0,2", new[] { 0, 2 })]
    [InlineData(" 3 , 1", new[] { 3, 1 })]
    [InlineData("2,0,2", new[] { 2, 0 })]
    [InlineData("", new int[0])]
    [InlineData("-1", new int[0])]
    [InlineData("NoDevFiles", new int[0])]
    [InlineData("0,2,-1,1", new[] { 0, 2 })]
    [InlineData("1,7,2", new[] { 1 })]
    [InlineData("GPU-bbbb,0", new[] { 2, 0 })]
    [InlineData("GPU-aaaa1111", new[] { 1 })]
    [InlineData("GPU-aaaa", new int[0])]
    [InlineData("GPU-", new int[0])]
    [InlineData("MIG-GPU-aaaa0000/1/0", new int[0])]
    public void As_CUDA_reads_it(string? list, int[] expected) =>
        Assert.Equal(expected, Of(NvidiaSmi.Tool, ("CUDA_VISIBLE_DEVICES", list)));

    [Theory]
    [InlineData(null, null, null, new[] { 0, 1, 2, 3 })]
    [InlineData("1,2,3", null, null, new[] { 1, 2, 3 })]
    [InlineData("3,2,1", "2,0", null, new[] { 1, 3 })]
    [InlineData(null, "1", "2", new[] { 1 })]
    [InlineData(null, null, "2", new[] { 2 })]
    [InlineData("GPU-bbbb2222", null, "0", new[] { 2 })]
    [InlineData("1,2", "2", null, new int[0])]
    public void As_ROCm_reads_it(string? rocr, string? hip, string? cuda, int[] expected) =>
        Assert.Equal(expected, Of(RocmSmi.Tool, ("ROCR_VISIBLE_DEVICES", rocr), ("HIP_VISIBLE_DEVICES", hip), ("CUDA_VISIBLE_DEVICES", cuda)));

    private static IEnumerable<int> Of(GpuTool tool, params (string Name, string? Value)[] environment) =>
        tool.Limit(Four, name => environment.FirstOrDefault(e => e.Name == name).Value).Gpus.Select(gpu => gpu.Index);
}
