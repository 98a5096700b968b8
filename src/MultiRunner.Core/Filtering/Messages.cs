namespace MultiRunner.Filtering;

/// <summary>What this room says to people.</summary>
internal static class Messages
{
    public static string Wrong(string fact, FilterNames names) =>
        $"A filter compares names with values (=, !=, <, <=, >, >=, in), and joins comparisons with and, or, not and parentheses, but "
        + $"{fact}. {names.Describe()} Example: {names.Example}";

    public static string WrongValue(FilterName name, FilterWord value, string rule) =>
        $"'{name.Name}' is {rule} ({name.Type}), and '{value.Text}' at position {value.Position} is none";

    public static string NoOrder(FilterName name, FilterWord sign) =>
        $"'{name.Name}' ({name.Type}) has no order and takes =, != and in only, and '{sign.Text}' stands at position {sign.Position}";

    public static string NoSuchState(FilterWord value, IEnumerable<string> states) =>
        $"'state' is one of {string.Join(", ", states)}, and '{value.Text}' at position {value.Position} is none of them";

    public static string NoBuild(FilterWord value) =>
        $"'build' is what reports show, such as '1.0.0.0 (3f2a9c01)', or at least eight digits of a module id, and '{value.Text}' at "
        + $"position {value.Position} is neither";
}
