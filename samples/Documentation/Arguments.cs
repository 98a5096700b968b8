using MultiRunner;

namespace Documentation;

/// <summary>The examples of docs/grids.md with arguments of any type.</summary>
public class Arguments
{
    #region record
    public static readonly Network[] Networks = [new(1, 64), new(2, 32, "tanh")];

    [SweepTheory]
    public int Parameters([ValuesFrom(nameof(Networks))] Network network) => network.Layers * network.Width * network.Width;

    public sealed record Network(int Layers, int Width, string Activation = "relu");
    #endregion

    #region tuple
    public static readonly (int, int)[] Sizes = [(64, 1), (32, 2), (16, 4)];

    [SweepTheory]
    public int Cells([ValuesFrom(nameof(Sizes))] (int Width, int Depth) size, [Values(1, 2)] int copies)
        => size.Width * size.Depth * copies;
    #endregion

    #region flags
    [SweepTheory]
    public int Attributes([Values("Hidden", "Hidden, ReadOnly")] FileAttributes attributes) => (int)attributes;
    #endregion
}
