using MultiRunner.Reports.Formatting;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class NumberFormatTests
{
    [Theory]
    [InlineData(new[] { 0.987099, 0.9, 0.97123 }, new[] { "0.9871", "0.9000", "0.9712" })]
    [InlineData(new[] { 12.3456, 1.5 }, new[] { "12.35", "1.50" })]
    [InlineData(new[] { 123.456, 0.012345 }, new[] { "123.456", "0.012" })]
    [InlineData(new[] { 1_234_567.0, 12 }, new[] { "1234567", "12" })]
    [InlineData(new[] { 1_234_567.8, 1_000_000.2 }, new[] { "1234568", "1000000" })]
    [InlineData(new[] { 1.2345e-5, 7.4e-5 }, new[] { "0.00001234", "0.00007400" })]
    [InlineData(new[] { 1.2341e-9, 0.5 }, new[] { "1.234E-09", "5.000E-01" })]
    [InlineData(new[] { 1.5e20, 1 }, new[] { "1.500E+20", "1.000E+00" })]
    [InlineData(new[] { 0.0, double.NaN, double.NegativeInfinity }, new[] { "0", "NaN", "-Infinity" })]
    public void Four_significant_digits_and_as_many_decimals_everywhere(double[] values, string[] texts)
    {
        var format = NumberFormat.Of(values);
        Assert.Equal(texts, values.Select(format.Text));
    }

    [Theory]
    [InlineData(new[] { 0.0014 }, "0.9007")]
    [InlineData(new[] { 0.14 }, "0.90")]
    [InlineData(new[] { 14.0 }, "1")]
    [InlineData(new[] { 0.0, double.NaN }, "0.9007")]
    [InlineData(new[] { 0.01, 0.02, 0.009 }, "0.9007")]
    [InlineData(new[] { 0.01, 0.02, 0.000009 }, "0.9007")]
    [InlineData(new[] { 0.0004, 0.0004, 5.0, 5.0 }, "0.90069")]
    [InlineData(new[] { 0.0004, 5.0 }, "0.90069")]
    public void Two_significant_digits_of_the_standard_error(double[] errors, string text) =>
        Assert.Equal(text, NumberFormat.Of([0.90069, 0.5], errors).Text(0.90069));

    [Theory]
    [InlineData(1e-9, new[] { 0.90091, 0.90093 }, new[] { "9.009100000E-01", "9.009300000E-01" })]
    [InlineData(1e-30, new[] { 0.25, 0.5 }, new[] { "2.50000000000000E-01", "5.00000000000000E-01" })]
    [InlineData(1e-3, new[] { 1.5e14, 1 }, new[] { "1.50000000000000E+14", "1.00000000000000E+00" })]
    [InlineData(1e19, new[] { 1.5e20 }, new[] { "1.500E+20" })]
    public void A_long_number_has_the_digits_of_its_error(double error, double[] values, string[] texts) =>
        Assert.Equal(texts, values.Select(NumberFormat.Of(values, [error]).Text));

    [Fact]
    public void A_mean_of_zero_has_the_digits_of_its_error() =>
        Assert.Equal(["0.000", "-0.127"], new[] { 0, -0.127 }.Select(NumberFormat.Of([0.0], [0.01]).Text));
}
