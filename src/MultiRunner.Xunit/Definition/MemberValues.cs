using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>
/// The values of a static member, which is read once a process and only as far as somebody asks: a sequence may have no end, and several
/// sweeps with different limits may name it.
/// </summary>
internal sealed class MemberValues
{
    private static readonly ConcurrentDictionary<(Type, string), MemberValues> Cache = new();

    private readonly Lock gate = new();
    private readonly List<object?> read = [];
    private readonly MemberInfo member;
    private IEnumerator? rest;
    private MemberProblem? problem;
    private bool isAtEnd;

    private MemberValues(MemberInfo member) => this.member = member;

    /// <summary>Those of a member.</summary>
    public static MemberValues Of(MemberInfo member) =>
        Cache.GetOrAdd((member.DeclaringType!, member.Name), static (_, found) => new MemberValues(found), member);

    /// <summary>The values, for an axis that messages name.</summary>
    public IEnumerable<object?> For(string axis)
    {
        for (var i = 0; TryGet(axis, i, out var value); i++)
            yield return value;
    }

    private bool TryGet(string axis, int index, out object? value)
    {
        lock (gate)
        {
            while (!isAtEnd && read.Count <= index)
                Advance();
            value = index < read.Count ? read[index] : null;
            if (index < read.Count)
                return true;
            return problem is null ? false : throw new GridException(AxisMessages.NoValuesFrom(axis, problem));
        }
    }

    private void Advance()
    {
        try
        {
            rest ??= Start();
            if (rest is not null && rest.MoveNext())
            {
                read.Add(rest.Current);
                return;
            }

            (rest as IDisposable)?.Dispose();
            if (read.Count == 0)
                problem ??= MemberProblem.NoValues(member, "has none");
        }
        catch (Exception e)
        {
            problem = MemberProblem.Threw(member, e);
        }

        isAtEnd = true;
        rest = null;
    }

    private IEnumerator? Start()
    {
        var value = ValuesLookup.Read(member);
        if (value is null)
            problem = MemberProblem.NoValues(member, "returned null");
        else if (!MemberProblem.IsSequence(value.GetType()))
            problem = MemberProblem.OtherType(member, value.GetType());
        else if (SequenceOrder.ProblemOf(value) is { } order)
            problem = MemberProblem.NoOrder(member, order);
        return problem is null ? ((IEnumerable)value!).GetEnumerator() : null;
    }
}
