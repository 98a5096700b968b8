namespace MultiRunner.Definition;

/// <summary>What a static method that an attribute names must be, as an error says it.</summary>
/// <param name="Property">What names the method, such as <c>Where of [SweepTheory]</c> or <c>[When] on 'depth'</c>.</param>
/// <param name="Returned">What the method must return, such as <c>a bool</c>.</param>
/// <param name="MayReturn">Whether a return type is that.</param>
internal sealed record MemberRule(string Property, string Returned, Func<Type, bool> MayReturn);
