using MultiRunner.Gpus;
using Xunit;

namespace MultiRunner.Core.Tests.Gpus;

public sealed class LeastUsedGpuTests
{
    [Fact]
    public void The_share_of_memory_comes_first() =>
        Assert.Equal([1], Drawn(Gpu(0, 40, 100, 0), Gpu(1, 50, 1000, 90), Gpu(2, 90, 1000, 0)));

    [Fact]
    public void Then_the_utilisation() =>
        Assert.Equal([2], Drawn(Gpu(0, 10, 100, 50), Gpu(1, 10, 100, null), Gpu(2, 10, 100, 20)));

    [Fact]
    public void What_is_not_known_counts_as_used() =>
        Assert.Equal([1], Drawn(Gpu(0, null, 100, 0), Gpu(1, 90, 100, 100), Gpu(2, 10, null, 0)));

    [Fact]
    public void Without_any_memory_the_utilisation_decides() =>
        Assert.Equal([1], Drawn(Gpu(0, null, null, 30), Gpu(1, null, null, 10)));

    [Fact]
    public void Equals_are_drawn_at_random_and_a_few_megabytes_make_no_difference() =>
        Assert.Equal([0, 1, 3], Drawn(Gpu(0, 1, 81559, 0), Gpu(1, 4, 81559, 0), Gpu(2, 4000, 81559, 0), Gpu(3, 18, 81559, 0)));

    [Fact]
    public void None_is_an_error_that_says_why()
    {
        var error = Assert.Throws<GpuException>(() => LeastUsedGpu.Of(new GpuList(GpuTool.All[0], [], "the GPUs 0, 1 that nvidia-smi lists (CUDA_VISIBLE_DEVICES is '')"), new Random(1)));

        Assert.Equal("The best GPU is chosen among those that this process may use, but it may use none of the GPUs 0, 1 that nvidia-smi lists (CUDA_VISIBLE_DEVICES is ''). Change or remove that variable.", error.Message);
    }

    private static Gpu Gpu(int index, long? used, long? total, int? utilization) =>
        new() { Index = index, MemoryUsed = used, MemoryTotal = total, Utilization = utilization / 100.0 };

    private static IEnumerable<int> Drawn(params Gpu[] gpus)
    {
        var random = new Random(1);
        return Enumerable.Range(0, 200).Select(_ => LeastUsedGpu.Of(new GpuList(GpuTool.All[0], gpus, ""), random).Index).Distinct().Order();
    }
}
