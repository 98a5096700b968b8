using System.Reflection;
using System.Reflection.Emit;
using MultiRunner.Definition;

namespace MultiRunner.Tests.Discovery;

/// <summary>Names that C# and other languages can give to methods, by an assembly that is made of them.</summary>
public sealed class SweepDirectoryNameTests
{
    private static readonly ConstructorInfo Attribute = typeof(SweepTheoryAttribute).GetConstructor([typeof(string), typeof(int)])!;

    [Theory]
    [InlineData("Samples.Training", "Train", "Samples.Training.Train")]
    [InlineData("Training", "Train_2", "Training.Train_2")]
    [InlineData("console", "nul", "console.nul")]
    public void A_plain_name_is_itself(string type, string method, string expected) => Assert.Equal(expected, NameOf(type, method));

    [Fact]
    public void A_nested_class_has_a_plain_name() =>
        Assert.Equal("MultiRunner.Tests.Discovery.SweepDirectoryNameTests+Nested.Run", SweepDirectoryName.Of(typeof(Nested).GetMethod("Run")!, version: null));

    [Theory]
    [InlineData("Samples.Training", "train the model (lr=0.1)", "Samples.Training.train-the-model--lr-0.1-")]
    [InlineData("Samples.Training", "größe", "Samples.Training.gr--e")]
    [InlineData("Samples.Training", "a/..\\b\n🐧", "Samples.Training.a-..-b---")]
    [InlineData("Samples.Training", "Tr\u0430in", "Samples.Training.Tr-in")]
    [InlineData("Con", "Run", "_Con.Run")]
    [InlineData("aux.Training", "Run", "_aux.Training.Run")]
    [InlineData("LPT0", "Run", "_LPT0.Run")]
    [InlineData("com9", "Run", "_com9.Run")]
    public void What_could_be_refused_is_replaced_and_a_hash_follows(string type, string method, string expected) =>
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(expected)}-[0-9a-f]{{8}}$", NameOf(type, method));

    [Fact]
    public void The_hash_is_the_same_in_every_process() => Assert.Equal("Samples.Training.gr--e-23db7e00", NameOf("Samples.Training", "größe"));

    [Theory]
    [InlineData("train the model (lr=0.1)", "train the model [lr 0.1]")]
    [InlineData("größe", "grüße")]
    public void Names_that_differ_in_replaced_characters_are_two(string one, string other) =>
        Assert.NotEqual(NameOf("Samples.Training", one), NameOf("Samples.Training", other));

    [Fact]
    public void Where_the_class_ends_and_the_method_begins_matters() =>
        Assert.Equal(2, new[] { NameOf("A.B", "C.D"), NameOf("A.B.C", "D") }.Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void A_long_name_is_cut_and_a_hash_follows()
    {
        var (fits, one, other) = (new string('x', 120 - "Samples.".Length - 1), new string('x', 300) + "1", new string('x', 300) + "2");

        Assert.Equal($"Samples.{fits}y", NameOf("Samples", $"{fits}y"));
        Assert.Matches($"^Samples\\.x{{103}}-[0-9a-f]{{8}}$", NameOf("Samples", $"{fits}yy"));
        Assert.All(new[] { NameOf("Samples", one), NameOf("Samples", other) }, name => Assert.Equal(120, name.Length));
        Assert.NotEqual(NameOf("Samples", one), NameOf("Samples", other));
    }

    [Fact]
    public void Of_names_that_differ_in_case_only_the_first_keeps_its_name()
    {
        var assembly = Assembly(("Samples.Training", "Run"), ("Samples.Training", "run"), ("Samples.training", "Run"), ("Samples.Training", "Other"));

        var names = assembly.Select(method => SweepDirectoryName.Of(method, version: null)).ToList();

        Assert.Equal("Samples.Training.Run", names[0]);
        Assert.Matches("^Samples.Training.run-[0-9a-f]{8}$", names[1]);
        Assert.Matches("^Samples.training.Run-[0-9a-f]{8}$", names[2]);
        Assert.Equal("Samples.Training.Other", names[3]);
        Assert.Equal(4, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_method_that_is_no_sweep_takes_no_name() =>
        Assert.Equal("MultiRunner.Tests.Discovery.SweepDirectoryNameTests+Nested.run", SweepDirectoryName.Of(typeof(Nested).GetMethod("run")!, version: null));

    [Fact]
    public void The_hash_knows_the_assembly()
    {
        var (one, other) = (Assembly("One", ("Samples.Training", "größe")), Assembly("Other", ("Samples.Training", "größe")));

        Assert.NotEqual(SweepDirectoryName.Of(one[0], version: null), SweepDirectoryName.Of(other[0], version: null));
    }

    [Theory]
    [InlineData("2", "Samples.Training.Train@2")]
    [InlineData("2026-01-31_b+c.1", "Samples.Training.Train@2026-01-31_b+c.1")]
    public void A_plain_version_follows_the_name(string version, string expected) =>
        Assert.Equal(expected, NameOf("Samples.Training", "Train", version));

    [Theory]
    [InlineData("V2", "Samples.Training.Train@V2")]
    [InlineData("2 beta", "Samples.Training.Train@2-beta")]
    [InlineData("a@b/..\\c", "Samples.Training.Train@a-b-..-c")]
    [InlineData("2.", "Samples.Training.Train@2.")]
    [InlineData("größe", "Samples.Training.Train@gr--e")]
    public void A_hash_follows_a_version_that_could_be_taken_for_another_one(string version, string expected) =>
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(expected)}-[0-9a-f]{{8}}$", NameOf("Samples.Training", "Train", version));

    [Fact]
    public void Versions_that_differ_in_case_or_in_replaced_characters_or_at_their_end_do_not_meet()
    {
        string?[] versions = [null, "v2", "V2", "v-2", "v 2", "v@2", "v2.", new string('x', 200) + "1", new string('x', 200) + "2"];
        string[] methods = ["Run", "größe"];

        var names = from version in versions from method in methods select NameOf("Samples.Training", method, version);

        Assert.Equal(versions.Length * methods.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, SweepDirectoryName.Longest));
    }

    [Fact]
    public void The_hash_of_a_version_is_the_same_in_every_process() =>
        Assert.Equal("Samples.Training.gr--e@2-4ab71d42", NameOf("Samples.Training", "größe", "2"));

    private static string NameOf(string type, string method, string? version = null) => SweepDirectoryName.Of(Assembly((type, method))[0], version);

    private static List<MethodInfo> Assembly(params (string Type, string Method)[] sweeps) => Assembly("Samples", sweeps);

    private static List<MethodInfo> Assembly(string name, params (string Type, string Method)[] sweeps)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule(name);
        var types = new Dictionary<string, TypeBuilder>();
        foreach (var (type, method) in sweeps)
        {
            if (!types.TryGetValue(type, out var builder))
                types.Add(type, builder = module.DefineType(type, TypeAttributes.Public));
            var built = builder.DefineMethod(method, MethodAttributes.Public, typeof(void), []);
            built.GetILGenerator().Emit(OpCodes.Ret);
            built.SetCustomAttribute(new CustomAttributeBuilder(Attribute, ["", 0]));
        }

        foreach (var type in types.Values)
            type.CreateType();
        return [.. sweeps.Select(sweep => module.Assembly.GetType(sweep.Type)!.GetMethod(sweep.Method)!)];
    }

    private static class Nested
    {
        public static void Run()
        {
        }

        public static void run()
        {
        }
    }
}
