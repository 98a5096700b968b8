using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Results;

/// <summary>
/// How a method's return value becomes metrics: a number as <c>result</c>; a tuple, record, class, struct or dictionary by
/// its names. It is looked at once a method.
/// </summary>
internal sealed class ReturnShape
{
    /// <summary>The metric that a method has which returns one number.</summary>
    public const string SingleName = "result";

    private static readonly Type[] Texts =
    [
        typeof(string),
        typeof(char),
        typeof(DateTime),
        typeof(DateTimeOffset),
        typeof(DateOnly),
        typeof(TimeOnly),
        typeof(Guid),
        typeof(Version),
        typeof(Uri),
    ];

    private readonly Action<object, MetricSet> read;

    private ReturnShape(Action<object, MetricSet> read, params IReadOnlyList<string> names)
    {
        this.read = read;
        Names = names;
    }

    /// <summary>The names of its parts; none where they are known only when the method has returned.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Records what a method returned.</summary>
    public void Read(object? returned, MetricSet metrics)
    {
        if (returned is not null)
            read(returned, metrics);
    }

    /// <summary>The shape of <paramref name="type"/>.</summary>
    /// <param name="sweep">The method, for error messages.</param>
    /// <param name="type">What the method returns, without Task; typeof(void) for nothing.</param>
    /// <param name="tupleNames">The compiler's names of a tuple's elements, or null.</param>
    /// <exception cref="GridException">
    /// It has a part that is neither a number nor a text, or parts whose names differ only in case.
    /// </exception>
    public static ReturnShape Of(string sweep, Type type, IReadOnlyList<string?>? tupleNames)
    {
        if (type == typeof(void))
            return new ReturnShape((_, _) => { });
        if (ToRecorder(type) is { } single)
            return new ReturnShape((value, metrics) => single(value, metrics, SingleName), SingleName);
        if (ValueOfDictionary(type) is { } valueType)
        {
            return ToRecorder(valueType) is { } recorder
                ? new ReturnShape(DictionaryReader(valueType, recorder))
                : throw NotRecordable(sweep, $"{type.Name} with values of type {valueType.Name}");
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsByRefLike)
            throw NotRecordable(sweep, $"a {type.Name}, which is a ref struct and cannot be kept");
        if (typeof(IEnumerable).IsAssignableFrom(type))
            throw NotRecordable(sweep, $"a {type}, whose items have no names");
        var parts = Parts(type, tupleNames);
        if (parts.Count == 0)
            throw NotRecordable(sweep, $"a {type}, which has no public properties");
        var wrong = parts.Where(p => ToRecorder(p.Type) is null).Select(p => $"'{p.Name}' of type {p.Type.Name}").ToList();
        if (wrong.Count > 0)
            throw NotRecordable(sweep, $"a {type.Name} with {string.Join(", ", wrong)}");
        if (parts.Where(p => !MetricNames.CanBeShown(p.Name)).Select(p => p.Name).ToList() is [_, ..] unshown)
            throw new GridException(Messages.PartsNotShown(sweep, type, unshown));
        if (MetricNames.AmbiguousIn(parts.Select(p => p.Name)) is [_, ..] pairs)
            throw new GridException(Messages.AmbiguousParts(sweep, type, pairs));
        var readers = parts.Select(p => (p.Name, p.Get, Record: ToRecorder(p.Type)!)).ToList();
        return new ReturnShape((value, metrics) =>
        {
            foreach (var (name, get, record) in readers)
            {
                if (get(value) is { } part)
                    record(part, metrics, name);
            }
        }, [.. parts.Select(p => p.Name)]);
    }

    private static GridException NotRecordable(string sweep, string what) => new(Messages.NotRecordable(sweep, what));

    /// <summary>How one value is recorded, or null when its type cannot be.</summary>
    private static Action<object, MetricSet, string>? ToRecorder(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum || Texts.Contains(type))
            return (value, metrics, name) => metrics.RecordDetail(name, Text(value));
        if (type == typeof(TimeSpan))
            return (value, metrics, name) => metrics.Record(name, ((TimeSpan)value).TotalSeconds);
        if (type == typeof(Half))
            return (value, metrics, name) => metrics.Record(name, AsWritten.Of((Half)value));
        if (type == typeof(long))
            return (value, metrics, name) => metrics.Record(name, ExactNumber.Of((long)value, name));
        if (type == typeof(ulong))
            return (value, metrics, name) => metrics.Record(name, ExactNumber.Of((ulong)value, name));
        if (type == typeof(Int128))
            return (value, metrics, name) => metrics.Record(name, ExactNumber.Of((Int128)value, name));
        if (type == typeof(UInt128))
            return (value, metrics, name) => metrics.Record(name, ExactNumber.Of((UInt128)value, name));
        if (type == typeof(BigInteger))
            return (value, metrics, name) => metrics.Record(name, ExactNumber.Of((BigInteger)value, name));
        if (type == typeof(decimal))
            return (value, metrics, name) => metrics.Record(name, ExactNumber.Nearest((decimal)value, name));
        if (type == typeof(float))
            return (value, metrics, name) => metrics.Record(name, AsWritten.Of((float)value));
        return type.IsPrimitive && type != typeof(nint) && type != typeof(nuint)
            ? (value, metrics, name) => metrics.Record(name, Convert.ToDouble(value, CultureInfo.InvariantCulture))
            : null;
    }

    private static string Text(object value) => value switch
    {
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        Enum named => EnumText.Of(named),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static Type? ValueOfDictionary(Type type) => type.GetInterfaces().Append(type)
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(i => i.GetGenericArguments()[0])
        .Where(item => item.IsGenericType
            && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            && item.GetGenericArguments()[0] == typeof(string))
        .Select(item => item.GetGenericArguments()[1])
        .FirstOrDefault();

    private static Action<object, MetricSet> DictionaryReader(Type valueType, Action<object, MetricSet, string> recorder) =>
        (Action<object, MetricSet>)typeof(ReturnShape)
            .GetMethod(nameof(DictionaryReaderOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(valueType)
            .Invoke(null, [recorder])!;

    private static Action<object, MetricSet> DictionaryReaderOf<T>(Action<object, MetricSet, string> recorder) => (value, metrics) =>
    {
        List<KeyValuePair<string, T>> items = [.. (IEnumerable<KeyValuePair<string, T>>)value];
        metrics.Check([.. items.Select(item => item.Key)]);
        foreach (var (name, part) in items)
        {
            if (part is not null)
                recorder(part, metrics, name);
        }
    };

    private static List<Part> Parts(Type type, IReadOnlyList<string?>? tupleNames)
    {
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
            return TupleParts(type, tupleNames);
        Type[] types = type.IsInterface ? [type, .. type.GetInterfaces()] : [type];
        return [.. types.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => p.CanRead && p.GetMethod!.IsPublic && p.GetIndexParameters().Length == 0)
            .Concat<MemberInfo>(type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            .DistinctBy(member => member.Name) // of a member and the inherited one that it hides, the first is the type's own
            .Where(member => member.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always })
            .Select(member => new Part(member.Name, TypeOf(member), Getter(member)))];
    }

    private static List<Part> TupleParts(Type type, IReadOnlyList<string?>? tupleNames)
    {
        // Beyond seven elements a tuple goes on in its field Rest.
        var parts = new List<Part>();
        Func<object, object?> path = value => value;
        for (Type? current = type; current is not null;)
        {
            Type? rest = null;
            var fields = current.GetFields(BindingFlags.Public | BindingFlags.Instance);
            foreach (var field in fields.OrderBy(f => f.Name == "Rest").ThenBy(f => f.MetadataToken))
            {
                var (outer, inner) = (path, Getter(field));
                object? Get(object value) => inner(outer(value)!);
                if (field.Name == "Rest")
                {
                    (rest, path) = (field.FieldType, Get);
                    continue;
                }

                var index = parts.Count;
                var given = index < tupleNames?.Count ? tupleNames[index] : null;
                var name = given ?? $"item{(index + 1).ToString(CultureInfo.InvariantCulture)}";
                parts.Add(new Part(name, field.FieldType, Get));
            }

            current = rest;
        }

        return parts;
    }

    private static Type TypeOf(MemberInfo member) =>
        member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    // Reflection does for one value a point, and compiling code at run time takes longer than reading thousands of them.
    private static Func<object, object?> Getter(MemberInfo member) => member is PropertyInfo property
        ? value => property.GetValue(value, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null)
        : ((FieldInfo)member).GetValue;

    private sealed record Part(string Name, Type Type, Func<object, object?> Get);
}
