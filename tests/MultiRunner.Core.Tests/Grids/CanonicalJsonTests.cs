using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class CanonicalJsonTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void It_is_not_indented_in_an_indented_document() =>
        Assert.Equal(
            """
            {
              "first": {"a":1,"b":[1,2]},
              "second": "x"
            }
            """,
            JsonSerializer.Serialize(new Dictionary<string, CanonicalJson> { ["first"] = new("""{"a":1,"b":[1,2]}"""), ["second"] = new("\"x\"") }, Indented),
            ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("{ \"a\" : 1 ,\n \"b\" : [ 1 , 2 ] }", """{"a":1,"b":[1,2]}""")]
    [InlineData(" null ", "null")]
    [InlineData("[1.0, 1.50, 1E5, 1e+05, -0, 0.1]", "[1.0,1.50,1E5,1e+05,-0,0.1]")]
    [InlineData("18446744073709551616000000000000000000001", "18446744073709551616000000000000000000001")]
    [InlineData("\"\\u0061\\/\\u00e9\"", "\"a/é\"")]
    [InlineData("\"😀\"", """
        "\uD83D\uDE00"
        """)]
    [InlineData("\"\\ud83d\\ude00\"", """
        "\uD83D\uDE00"
        """)]
    [InlineData("{\"b\":1,\"a\":2,\"B\":[{\"z\":1}]}", """{"B":[{"z":1}],"a":2,"b":1}""")]
    [InlineData("{\"a\":[1,{\"z\":1,\"y\":2}],\"b\":3}", """{"a":[1,{"y":2,"z":1}],"b":3}""")]
    [InlineData("{\"a\":1,\"b\":2,\"b\":1}", """{"a":1,"b":2,"b":1}""")]
    [InlineData("{\"\\u0062\":1,\"a\":true}", """{"a":true,"b":1}""")]
    [InlineData("{\"a\":\"<é>\",\"b\":\"\\n\",\"c\":{}}", """{"a":"<é>","b":"\n","c":{}}""")]
    public void Whatever_layout_it_is_read_from_its_text_is_canonical(string written, string canonical) =>
        Assert.Equal(new CanonicalJson(canonical), JsonSerializer.Deserialize<CanonicalJson>(written));

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("\"\\ud800\"")]
    public void What_is_not_JSON_is_a_JsonException(string written) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CanonicalJson>(written));

    [Fact]
    public void It_prints_as_its_text() => Assert.Equal("[1]", new CanonicalJson("[1]").ToString());

    [Fact]
    public void A_key_comes_back_from_an_indented_document_that_was_laid_out_anew()
    {
        var text = Gen.String.Where(s => s.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar));
        var parameters = new Parameter[] { new("text", typeof(string)), new("number", typeof(double)), new("list", typeof(string[])) };

        Gen.Select(text, Gen.Double, text.Array[0, 3]).Sample((a, b, c) =>
        {
            var key = new CanonicalJson(PointKey.Of("S", parameters, [a, b, c]));
            var written = JsonSerializer.Serialize<CanonicalJson[]>([key], Indented);
            var anew = JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(written), Indented);

            Assert.Equal([key], JsonSerializer.Deserialize<CanonicalJson[]>(written)!);
            Assert.Equal([key], JsonSerializer.Deserialize<CanonicalJson[]>(anew)!);
        });
    }
}
