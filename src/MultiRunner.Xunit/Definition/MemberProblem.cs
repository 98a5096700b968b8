using System.Collections;
using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>Why a member gives no values.</summary>
/// <param name="Fact">What it is, or did, as the end of "but ...".</param>
/// <param name="Remedy">What to do.</param>
internal sealed record MemberProblem(string Fact, string Remedy)
{
    /// <summary>The member returned nothing at all, or a sequence without values.</summary>
    public static MemberProblem NoValues(MemberInfo member, string what) =>
        new($"{Place(member)} {what}", "Return at least one value.");

    /// <summary>The member has, or returned, another type.</summary>
    public static MemberProblem OtherType(MemberInfo member, Type type) => IsAwaited(type)
        ? new($"{Place(member)} is a {type.Name}, which nobody awaits while the points are listed", "Return the values themselves.")
        : new($"{Place(member)} is a {type.Name}, which is one value", "Return a sequence such as an array.");

    /// <summary>The member returned values in an order that another process need not have.</summary>
    public static MemberProblem NoOrder(MemberInfo member, string what) =>
        new($"{Place(member)} is a {what}", "Return an array, sorted by StringComparer.Ordinal for texts.");

    /// <summary>The member threw.</summary>
    public static MemberProblem Threw(MemberInfo member, Exception exception) =>
        new($"{Place(member)} threw an exception", $"Correct it. The exception was {Cause(exception).Describe()}");

    /// <summary>"'Training.Sizes'", where the member was found.</summary>
    public static string Place(MemberInfo member) => $"'{member.DeclaringType!.Name}.{member.Name}'";

    /// <summary>Whether a type is a sequence as far as its values are needed now: a text, and what is awaited, are none.</summary>
    public static bool IsSequence(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && !IsAwaited(type);

    private static bool IsAwaited(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || type == typeof(ValueTask)
        || type.GetInterfaces().Append(type).Any(t => t.IsGenericType
            && (t.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) || t.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    /// <summary>What the user's code threw: an initialiser's exception comes inside another one.</summary>
    private static Exception Cause(Exception exception) =>
        exception.Innermost() is TypeInitializationException { InnerException: { } inner } ? Cause(inner) : exception.Innermost();
}
