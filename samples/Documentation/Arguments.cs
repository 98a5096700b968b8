using MultiRunner;
using Xunit;

namespace Documentation;

/// <summary>The examples of docs/grids.md with arguments of any type.</summary>
public class Arguments
{
    #region record
    public static TheoryData<Network> Networks => [new Network(1, 64), new Network(2, 32, "tanh")];

    [SweepTheory]
    [MemberData(nameof(Networks))]
    public int Parameters(Network network) => network.Layers * network.Width * network.Width;

    public sealed record Network(int Layers, int Width, string Activation = "relu");
    #endregion

    #region tuple
    public static TheoryData<(int Width, int Depth)> Sizes => [(64, 1), (32, 2), (16, 4)];

    [SweepTheory]
    [MemberData(nameof(Sizes))]
    public int Cells((int Width, int Depth) size) => size.Width * size.Depth;
    #endregion

    #region flags
    [SweepTheory]
    public int Attributes([Values("Hidden", "Hidden, ReadOnly")] FileAttributes attributes) => (int)attributes;
    #endregion
}
