using System.Globalization;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Definition.Rules;

/// <summary>The messages about attributes that take combinations out of a grid.</summary>
internal static class Messages
{
    public static string RulesAndRows(string sweep, IReadOnlyCollection<string> given, IDataAttribute rows) =>
        $"{sweep}: {string.Join(", ", given)} {(given.Count == 1 ? "chooses" : "choose")} among the combinations of axes, but the method "
        + $"has rows, by [{rows.GetType().Name}]. Filter the rows in their source, such as by a LINQ query with where, or replace them "
        + "by axes.";

    public static string MethodWithoutParameters(string sweep, string property, string method) =>
        $"{sweep}: a method that decides about combinations must have at least one parameter of the sweep, but '{method}', which "
        + $"{property} names, has none. Give it the parameters about which it decides, by their names in the sweep.";

    public static string ExcludeWithoutPairs(string sweep, IReadOnlyCollection<StatedExclude> wrong) =>
        $"{sweep}: an [Exclude] has pairs of the name of a parameter and its value, but "
        + $"{Offenders.Some([.. wrong.Select(e => $"{e.Text} has {Items(e.Items.Count)}")], ", ")}. Write pairs, such as "
        + "[Exclude(\"layers\", 0, \"width\", 64)].";

    public static string ExcludeOfUnknown(
        string sweep,
        IReadOnlyCollection<(StatedExclude Exclude, object? Name, object? Value)> wrong,
        IReadOnlyCollection<Parameter> parameters) =>
        $"{sweep}: the names in [Exclude] must be those of parameters that have an axis, but "
        + $"{Offenders.Some([.. wrong.Select(w => $"{CodeText.Of(w.Name)} in {w.Exclude.Text}")], ", ")} "
        + $"{(wrong.Count == 1 ? "is" : "are")} not. The parameters are {Names(parameters)}. Correct the name.";

    public static string ExcludeNamesTwice(string sweep, IReadOnlyCollection<StatedExclude> wrong) =>
        $"{sweep}: an [Exclude] names a parameter once, but {Offenders.Some([.. wrong.Select(e => e.Text)], ", ")} "
        + $"{(wrong.Count == 1 ? "names" : "name")} one twice. To exclude several values, write them as an array, such as "
        + "[Exclude(\"layers\", new[] { 0, 1 })], or write another [Exclude].";

    public static string ExcludeOfNothing(string sweep, IReadOnlyCollection<StatedExclude> wrong) =>
        $"{sweep}: an [Exclude] needs a value for each parameter that it names, but "
        + $"{Offenders.Some([.. wrong.Select(e => e.Text)], ", ")} {(wrong.Count == 1 ? "has" : "have")} an empty array. Write a value, "
        + "or do not name the parameter: it then has any value.";

    public static string ValuesDoNotConvert(string sweep, IReadOnlyCollection<StatedValue> wrong)
    {
        var each = wrong.Select(w =>
            $"{w.Source} has {ArgumentConverter.Describe(w.Value)} for '{w.Parameter.Name}' ({w.Parameter.Type.Name})");
        var remedies = wrong.GroupBy(w => w.Parameter.Type, w => w.Value)
            .Select(ofType => ArgumentConverter.RemedyFor(ofType, ofType.Key))
            .Distinct();
        return $"{sweep}: every value must convert to its parameter's type without loss, but {Offenders.Some([.. each], "; ")}. "
            + string.Join(' ', remedies);
    }

    public static string ValuesOnNoAxis(string sweep, IReadOnlyCollection<(StatedValue Stated, IEnumerable<object?> Values)> wrong)
    {
        var each = wrong.Select(w =>
            $"{w.Stated.Source} has {CodeText.Of(w.Stated.Value)} for '{w.Stated.Parameter.Name}', whose values are "
            + Offenders.Some([.. w.Values.Select(CodeText.Of).Distinct()], ", "));
        return $"{sweep}: a value in [Exclude] or [When] must be one that its parameter has in some point, but "
            + $"{Offenders.Some([.. each], "; ")}. Correct or remove the value.";
    }

    public static string LimitNeverMet(
        string sweep, IReadOnlyCollection<(StatedWhen When, Parameter Parameter, IEnumerable<object?> Values)> wrong)
    {
        var each = wrong.Select(w =>
            $"{w.When.Text} is met by no value of '{w.Parameter.Name}', whose values are "
            + Offenders.Some([.. w.Values.Select(CodeText.Of).Distinct()], ", "));
        return $"{sweep}: a limit in [When] must be met by a value that its parameter has in some point, but "
            + $"{Offenders.Some([.. each], "; ")}. Correct the limit, or remove the [When] and the axis.";
    }

    public static string NoOtherwise(string sweep, IReadOnlyCollection<Axis> wrong) =>
        $"{sweep}: a parameter with [When] has one value where it does not matter, but "
        + $"{string.Join(", ", wrong.Select(a => $"'{a.Parameter.Name}' ({a.Distribution!.Text})"))} "
        + $"{(wrong.Count == 1 ? "has" : "have")} no first value. Write the value as Otherwise in [When].";

    public static string OtherwiseDiffers(string sweep, IReadOnlyCollection<StatedWhen> wrong) =>
        $"{sweep}: a parameter with [When] has one value where it does not matter, but the values of Otherwise differ in "
        + $"{string.Join(", ", wrong.Select(w => w.Text))}. Keep one Otherwise for each parameter.";

    public static string WhenWithoutAxis(string sweep, IReadOnlyCollection<StatedWhen> wrong) =>
        $"{sweep}: a [When] decides about a parameter that has an axis, but {string.Join(", ", wrong.Select(w => w.Text))} "
        + $"{(wrong.Count == 1 ? "stands" : "stand")} on a CancellationToken. Remove it.";

    public static string WhenInStep(string sweep, IReadOnlyCollection<StatedWhen> wrong) =>
        $"{sweep}: parameters that are walked in step always matter, but one of them has {string.Join(", ", wrong.Select(w => w.Text))}. "
        + "Remove [When], or take the parameter out of its [Zip].";

    public static string WhenOfUnknown(string sweep, IReadOnlyCollection<StatedWhen> wrong, IReadOnlyCollection<Parameter> parameters) =>
        $"{sweep}: the name in [When] must be that of another parameter, or, without values and limits, that of a static method of the "
        + $"class or of a base class, but this is not so in {string.Join(", ", wrong.Select(w => w.Text))}. The parameters are "
        + $"{Names(parameters)}. Correct the name, and write it with nameof.";

    public static string WhenAboutItself(string sweep, IReadOnlyCollection<StatedWhen> wrong) =>
        $"{sweep}: whether a parameter matters must follow from other parameters, but {string.Join(", ", wrong.Select(w => w.Text))} "
        + $"{(wrong.Count == 1 ? "asks" : "ask")} about the parameter itself. Name another parameter, or take combinations out with Where "
        + "or [Exclude].";

    public static string WhenWithoutQuestion(string sweep, IReadOnlyCollection<(StatedWhen When, Parameter Parameter)> wrong)
    {
        var name = wrong.First().Parameter.Name;
        return $"{sweep}: a [When] that has no values and no limit names a bool or a method, but {WithTypes(wrong)}. Write values, such "
            + $"as [When(\"{name}\", 1, 2)], or a limit, such as [When(\"{name}\", Above = 0)].";
    }

    public static string LimitWithoutOrder(string sweep, IReadOnlyCollection<(StatedWhen When, Parameter Parameter)> wrong) =>
        $"{sweep}: Above, AtLeast, Below and AtMost compare values of a type that has an order with a value that is not null, but "
        + $"{WithTypes(wrong)}. List the values instead.";

    private static string WithTypes(IEnumerable<(StatedWhen When, Parameter Parameter)> wrong) =>
        string.Join(", ", wrong.Select(w => $"'{w.Parameter.Name}' in {w.When.Text} is of type {w.Parameter.Type.Name}"));

    private static string Items(int count) =>
        count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "item" : "items")}");

    private static string Names(IEnumerable<Parameter> parameters) => string.Join(", ", parameters.Select(p => $"'{p.Name}'"));
}
