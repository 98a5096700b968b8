using MultiRunner.Grids;

namespace MultiRunner.Filtering;

/// <summary>The messages about filters.</summary>
internal static class Messages
{
    public static string Wrong(string fact, FilterNames names) =>
        $"A filter compares names with values (=, !=, <, <=, >, >=, in), and joins comparisons with and, or, not and parentheses, but "
        + $"{fact}. {names.Describe()} Example: {names.Example}";

    public static string WrongValue(FilterName name, FilterWord value, string rule) =>
        $"'{name.Name}' takes {rule} ({name.Type}), and '{value.Text}' at position {value.Position} is something "
        + "else";

    public static string NoOrder(FilterName name, FilterWord sign) =>
        $"'{name.Name}' ({name.Type}) has no order and takes only =, != and in, and '{sign.Text}' stands at position {sign.Position}";

    public static string NoSuchState(FilterWord value, IEnumerable<string> states) =>
        $"'state' is one of {string.Join(", ", states)}, and '{value.Text}' at position {value.Position} is none of them";

    public static string NoSuchText(FilterName name, FilterWord value, IReadOnlyCollection<string> texts) =>
        $"'{name.Name}' is {Offenders.Some([.. texts.Select(text => $"'{text}'")], ", ")} at the points of the sweep, and '{value.Text}' "
        + $"at position {value.Position} is none of them (case counts)";

    public static string NoBuild(FilterWord value) =>
        $"'build' takes a build as reports show it, such as '1.0.0.0 (3f2a9c01)', or at least eight digits of a module id, and "
        + $"'{value.Text}' at position {value.Position} is neither";
}
