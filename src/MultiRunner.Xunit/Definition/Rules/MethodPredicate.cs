using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>A static method of the user's that answers true or false for a combination.</summary>
internal static class MethodPredicate
{
    /// <summary>The predicate that a method is.</summary>
    /// <param name="context">The sweep method.</param>
    /// <param name="property">What names the method, for messages.</param>
    /// <param name="name">How reports name the predicate.</param>
    /// <param name="method">The name of the method.</param>
    /// <exception cref="GridException">There is no such method.</exception>
    public static Predicate Of(RuleContext context, string property, string name, string method)
    {
        var rule = new MemberRule(property, "a bool", type => type == typeof(bool));
        var member = MemberLookup.Find(context.Sweep, rule, context.Class, method, context.Parameters);
        return member.Positions.Count > 0
            ? new Predicate(name, member.Positions, values => (bool)member.Invoke(values)!)
            : throw new GridException(Messages.MethodWithoutParameters(context.Sweep, property, member.Name));
    }
}
