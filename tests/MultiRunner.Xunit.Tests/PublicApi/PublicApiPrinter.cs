using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MultiRunner.Tests.PublicApi;

/// <summary>Writes down what an assembly lets its users call, one line a member, in the words of C#.</summary>
internal static class PublicApiPrinter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Print(Assembly assembly)
    {
        var types = assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal).Select(Print).ToList();
        return types.Count == 0 ? "// Nothing: the assembly is used by other assemblies of the project only.\n" : string.Join("\n", types);
    }

    private static string Print(Type type)
    {
        var lines = Members(type).Order(StringComparer.Ordinal).Select(line => $"    {line}{(line.EndsWith('}') ? "" : ";")}\n");
        return $"{Header(type)}\n{{\n{string.Concat(lines)}}}\n";
    }

    private static string Header(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : type.IsAbstract ? "abstract class" : "class";
        List<Type?> parents = [type.BaseType == typeof(object) || type.IsValueType ? null : type.BaseType, .. OwnInterfaces(type)];
        var names = string.Join(", ", parents.OfType<Type>().Select(Name));
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } u ? $"[AttributeUsage({u.ValidOn})]\n" : "";
        return $"{usage}public {kind} {type.FullName}{(names.Length == 0 ? "" : " : ")}{names}";
    }

    /// <summary>Those that neither the base class nor another interface brings along.</summary>
    private static IEnumerable<Type> OwnInterfaces(Type type)
    {
        var all = type.GetInterfaces();
        return all.Except(all.SelectMany(i => i.GetInterfaces())).Except(type.BaseType?.GetInterfaces() ?? []).OrderBy(i => i.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type))
                yield return $"{name} = {Enum.Format(type, Enum.Parse(type, name), "d")}";
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
            yield return $"{Access(constructor)}{type.Name}({Parameters(constructor)})";
        foreach (var field in type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily))
            yield return $"{(field.IsPublic ? "public" : "protected")} {(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}";
        foreach (var property in type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(IsVisible)))
        {
            var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
            var words = accessors.Select(a => a.ReturnType == typeof(void) ? IsInit(a) ? "init;" : "set;" : "get;");
            yield return $"{Access(accessors[0])}{Annotated(property.PropertyType, Nullability.Create(property))} {property.Name} {{ {string.Join(' ', words)} }}";
        }

        foreach (var method in type.GetMethods(Declared).Where(m => IsVisible(m) && !m.IsSpecialName))
            yield return $"{Access(method)}{Annotated(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}({Parameters(method)})";
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Access(MethodBase member)
    {
        if (member.DeclaringType is { IsInterface: true })
            return "";
        var modifier = member switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            MethodInfo { IsVirtual: true, IsFinal: false } method => method.GetBaseDefinition() == method ? "virtual " : "override ",
            _ => "",
        };
        return (member.IsPublic ? "public " : "protected ") + modifier;
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        (p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
        + $"{Annotated(p.ParameterType, Nullability.Create(p))} {p.Name}"
        + (p.HasDefaultValue ? $" = {Convert.ToString(p.DefaultValue ?? "null", CultureInfo.InvariantCulture)}" : "")));

    private static string Annotated(Type type, NullabilityInfo info)
    {
        var name = info.ElementType is { } element ? $"{Annotated(type.GetElementType()!, element)}[]"
            : info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Zip(info.GenericTypeArguments, Annotated))}>"
            : Name(type);
        return info.ReadState == NullabilityState.Nullable && !type.IsValueType ? $"{name}?" : name;
    }

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        return type.IsArray ? $"{Name(type.GetElementType()!)}[]"
            : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
