using System.Reflection;
using Xunit.v3;

namespace MultiRunner.Definition;

/// <summary>Finds what cannot stand beside the rows of a sweep method.</summary>
internal static class RowsCheck
{
    /// <summary>Looks at the method and all parameters.</summary>
    /// <exception cref="GridException">Something is written that is for axes.</exception>
    public static void Check(string sweep, MethodInfo method, IReadOnlyList<ParameterInfo> parameters, IDataAttribute rows)
    {
        var withAxis = parameters.Where(p => AxisAttributes.Of(p).HasValues).ToList();
        if (withAxis.Count > 0)
            throw new GridException(Messages.AxesAndRows(sweep, withAxis, rows));
        var zipped = parameters.Where(p => AxisAttributes.Of(p).Group is not null).ToList();
        if (zipped.Count > 0)
            throw new GridException(AxisMessages.ZipAndRows(sweep, zipped, rows));
        var points = ExtraRows.ValuesOf(method);
        if (points.Count > 0)
            throw new GridException(AxisMessages.AlsoRunAndRows(sweep, points, rows));
    }
}
