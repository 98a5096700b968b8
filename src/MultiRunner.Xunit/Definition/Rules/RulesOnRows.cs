using System.Reflection;
using Xunit.v3;

namespace MultiRunner.Definition.Rules;

/// <summary>Finds attributes that take combinations out of a product, on a method that has no product but rows.</summary>
internal static class RulesOnRows
{
    /// <summary>Looks at a method with rows.</summary>
    /// <exception cref="GridException">It has such an attribute.</exception>
    public static void Check(string sweep, SweepTheoryAttribute attribute, MethodInfo method, IDataAttribute rows)
    {
        List<string> given =
        [
            .. Given("Where", attribute.Where is not null),
            .. Given("Sampling", attribute.Sampling != Sampling.Grid),
            .. Given("Samples", attribute.GivenSamples is not null),
            .. Given("Seed", attribute.GivenSeed is not null),
            .. StatedExclude.AllOf(method).Select(exclude => exclude.Text),
            .. StatedWhen.AllOf(method).Select(when => when.Text),
        ];
        if (given.Count > 0)
            throw new GridException(Messages.RulesAndRows(sweep, given, rows));
    }

    private static IEnumerable<string> Given(string property, bool isGiven) => isGiven ? [$"{property} of [SweepTheory]"] : [];
}
