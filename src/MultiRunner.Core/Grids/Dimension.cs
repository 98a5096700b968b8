using MultiRunner.Grids.Drawing;

namespace MultiRunner.Grids;

/// <summary>A direction of a parameter space: one parameter, or several that are walked in step.</summary>
internal sealed class Dimension
{
    private Dimension(IReadOnlyList<int> parameters, IReadOnlyList<object?[]> rows, IDistribution? distribution)
    {
        Parameters = parameters;
        Rows = rows;
        Distribution = distribution;
    }

    /// <summary>The positions of its parameters in the method.</summary>
    public IReadOnlyList<int> Parameters { get; }

    /// <summary>What it goes through: in each row one value a parameter. There are none where values are drawn.</summary>
    public IReadOnlyList<object?[]> Rows { get; }

    /// <summary>How the values of its one parameter are drawn; null where they are listed.</summary>
    public IDistribution? Distribution { get; }

    /// <summary>One parameter that takes each of its values.</summary>
    public static Dimension Of(int parameter, IEnumerable<object?> values) =>
        new([parameter], [.. values.Select(value => new[] { value })], distribution: null);

    /// <summary>Several parameters that are walked in step.</summary>
    public static Dimension InStep(IReadOnlyList<int> parameters, IReadOnlyList<object?[]> rows) =>
        new(parameters, rows, distribution: null);

    /// <summary>One parameter whose values are drawn.</summary>
    public static Dimension Drawn(int parameter, IDistribution distribution) => new([parameter], [], distribution);

    /// <summary>Puts the values of a row to their places among the arguments of a point.</summary>
    public void CopyTo(object?[] arguments, int row)
    {
        var values = Rows[row];
        for (var i = 0; i < values.Length; i++)
            arguments[Parameters[i]] = values[i];
    }

    /// <summary>The same parameters with the values that they have among these arguments.</summary>
    public Dimension At(object?[] arguments) => InStep(Parameters, [[.. Parameters.Select(p => arguments[p])]]);

    /// <summary>The row at a coordinate from 0 to below 1, as an index.</summary>
    public int RowAt(double coordinate) => (int)Coordinate.Stratum(coordinate, (UInt128)Rows.Count);
}
