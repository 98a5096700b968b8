using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Types of users as arguments.</summary>
internal static class ObjectArguments
{
    [Flags]
    public enum Parts
    {
        None = 0,
        Wheels = 1,
        Doors = 2,
        Roof = 4,
        Body = Wheels | Doors,
    }

    public enum Twice
    {
        Zebra = 1,
#pragma warning disable CA1069 // That is what the test is about.
        Ant = 1,
#pragma warning restore CA1069
    }

    public interface IShape
    {
        double Size { get; }
    }

    [JsonDerivedType(typeof(Small), "small")]
    [JsonDerivedType(typeof(Large), "large")]
    public abstract record Marked(int N);

    public sealed record Small(int N) : Marked(N);

    public sealed record Large(int N) : Marked(N);

    public sealed record Unlisted(int N, int M) : Marked(N);

    [JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
    [JsonDerivedType(typeof(Near), "near")]
    public record Fallen(int N);

    public sealed record Near(int N) : Fallen(N);

    public sealed record Further(int N, int M) : Fallen(N);

    [JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
    [JsonDerivedType(typeof(Middle), "middle")]
    public record Nearest(int N);

    public record Middle(int N) : Nearest(N);

    public sealed record Furthest(int N, int M) : Middle(N);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "Kind")]
    [JsonDerivedType(typeof(Clashing), "clash")]
    public abstract record Kinds;

    public sealed record Clashing(int Kind) : Kinds;

    public sealed record Sized<T>(double Size) : IShape;

    public sealed record Circle(double Size) : IShape;

    public sealed record Square(double Size) : IShape;

    public sealed record Net(int Layers, double Rate, string? Name = null);

    public sealed record Nested(Net[] Nets, Dictionary<string, Net> ByName, List<(int Width, double? Depth)> Sizes);

    public sealed record Everything(
        Half Half, float Float, double Double, decimal Decimal, BigInteger Big, Int128 Signed, UInt128 Unsigned, char Char,
        DateTime Time, DateTimeOffset Offset, DateOnly Day, TimeOnly Clock, TimeSpan Span, Guid Id, Version Version, Uri Uri, Parts Parts,
        DayOfWeek? Day2);

    public sealed record Computed(int Width, int Depth)
    {
        public int Area => Width * Depth;
    }

    public record struct Point(int Y, int X);

    public struct Fields
    {
        public int B;
        public double A;
    }

    public sealed record Empty;

    public sealed record At(DateTime Time);

    public sealed record Word(string Text);

    public sealed class Mutable
    {
        public int B { get; set; }

        public string? A { get; set; }
    }

    public sealed class ByConstructor(int count)
    {
        public int Count { get; } = count;

        public IReadOnlyList<int> Items { get; init; } = [];
    }

    [JsonConverter(typeof(Converter))]
    public readonly record struct Celsius(double Degrees)
    {
        private sealed class Converter : JsonConverter<Celsius>
        {
            public override Celsius Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDouble());

            public override void Write(Utf8JsonWriter writer, Celsius value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Degrees);
        }
    }

    public sealed class Hidden(int seed)
    {
        private readonly int seed = seed;

        public Hidden()
            : this(0)
        {
        }

        public int N { get; set; } = 1;

        public int Sum() => seed + N;
    }

    public sealed class Ignored
    {
        [JsonIgnore]
        public double[] Rates { get; set; } = [];
    }

    public sealed class NoConstructor
    {
        public NoConstructor(int m) => N = m;

        public int N { get; }
    }

    public sealed class Node
    {
        public Node? Next { get; set; }
    }

    public sealed class Callback
    {
        public Func<int>? Make { get; set; }
    }

    public sealed class Growing
    {
        private int n;

        public int N
        {
            get => n;
            set => n = value + 1;
        }
    }

    public sealed record Sets(HashSet<int> Items);

    public sealed record SortedWords(SortedSet<SortedWord> Words);

    public sealed record SortedWord(string Text, int N) : IComparable<SortedWord>
    {
        public int CompareTo(SortedWord? other) => N.CompareTo(other?.N);
    }

    public sealed record SortedLevel(int N, double? X, DayOfWeek[] Days) : IComparable<SortedLevel>
    {
        public int CompareTo(SortedLevel? other) => N.CompareTo(other?.N);
    }

    public sealed record Names(Dictionary<string, int> Numbers);

    public sealed record Box(object Value);

    [JsonConverter(typeof(Converter))]
    public sealed class Broken
    {
        private sealed class Converter : JsonConverter<Broken>
        {
            public override Broken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new();

            public override void Write(Utf8JsonWriter writer, Broken value, JsonSerializerOptions options) =>
                throw new ArithmeticException("There is no such number.");
        }
    }

    public sealed class Own(int n)
    {
        public int N { get; } = n;

        public override string ToString() => N < 0 ? throw new InvalidOperationException() : FormattableString.CurrentCulture($"own\n{N + 0.5}");
    }

    public sealed record OwnText(int N)
    {
        public override string ToString() => $"number {N}";
    }

    public sealed record OwnMembers(int N)
    {
        private bool PrintMembers(System.Text.StringBuilder builder)
        {
            builder.Append(N);
            return true;
        }
    }
}
