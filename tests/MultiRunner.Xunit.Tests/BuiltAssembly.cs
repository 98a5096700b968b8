using System.Reflection;
using System.Reflection.Emit;

namespace MultiRunner.Tests;

internal static class BuiltAssembly
{
    /// <summary>An assembly named Experiments with this metadata, as the build would leave it.</summary>
    public static Assembly With(params (string Key, string Value)[] metadata) => AssemblyBuilder.DefineDynamicAssembly(
        new AssemblyName("Experiments"),
        AssemblyBuilderAccess.RunAndCollect,
        metadata.Select(m => new CustomAttributeBuilder(typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!, [m.Key, m.Value])));
}
