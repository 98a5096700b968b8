using Foreign = System.ComponentModel.DataAnnotations;

namespace MultiRunner.Tests.Discovery;

/// <summary>NUnit, and .NET itself, have attributes with the names of axes.</summary>
public sealed class ForeignAttributesTests
{
    [Fact]
    public void An_attribute_of_another_library_is_named_where_an_axis_is_missing()
    {
        var parameters = typeof(ForeignAttributesTests).GetMethod(nameof(Train), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetParameters();

        var message = Definition.Messages.NoAxis("T.Train", parameters, areMarked: false);

        Assert.EndsWith(" No axis is made by [System.ComponentModel.DataAnnotations.RangeAttribute] on 'layers', which belongs to another library.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("another library", Definition.Messages.NoAxis("T.Train", [parameters[1]], areMarked: false), StringComparison.Ordinal);
    }

    private static double Train([Foreign.Range(1, 3)] int layers, double rate) => layers * rate;
}
