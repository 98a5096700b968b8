using System.Reflection;
using System.Runtime.CompilerServices;

namespace MultiRunner.Definition;

/// <summary>Finds sweep methods of one assembly whose names are alike.</summary>
internal static class SweepMethods
{
    // Private ones, too: xunit runs them.
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    // Every sweep of an assembly asks, and an assembly may have thousands of types.
    private static readonly ConditionalWeakTable<Assembly, ILookup<string, Type>> TypesByName = [];

    /// <summary>The sweep methods whose namespace, class and name are those of <paramref name="method"/>, whatever the case.</summary>
    public static IReadOnlyList<MethodInfo> NamedLike(MethodInfo method)
    {
        var type = method.ReflectedType!;
        var types = TypesByName.GetValue(
            type.Assembly,
            assembly => TypesOf(assembly).ToLookup(t => t.FullName ?? "", StringComparer.OrdinalIgnoreCase));
        return
        [
            .. types[type.FullName!].SelectMany(alike => alike.GetMethods(All))
                .Where(other => other.Name.Equals(method.Name, StringComparison.OrdinalIgnoreCase))
                .Where(other => other.IsDefined(typeof(SweepTheoryAttribute), inherit: true)),
        ];
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            // Types that need an assembly which is not there have no sweeps that could be run.
            return e.Types.OfType<Type>();
        }
    }
}
