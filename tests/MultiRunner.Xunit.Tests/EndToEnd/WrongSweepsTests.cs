namespace MultiRunner.Tests.EndToEnd;

/// <summary>A sweep that cannot be run as it is written is one failing test case that says what to do; no directory is made.</summary>
public sealed class WrongSweepsTests(WrongSweepsTests.WrongRuns runs) : IClassFixture<WrongSweepsTests.WrongRuns>
{
    private static readonly Dictionary<string, string> Messages = new()
    {
        ["Axis_without_values"] =
            "Wrong.Axis_without_values: every axis needs at least one value, but 'name' (String) has none. Give the axis a value, or remove its attribute and its parameter; [Values] without arguments means all values only of a bool or an enum.",
        ["Values_without_arguments"] =
            "Wrong.Values_without_arguments: every axis needs at least one value, but 'n' (Int32), 'x' (Nullable`1) have none. Give the axis a value, or remove its attribute and its parameter; [Values] without arguments means all values only of a bool or an enum.",
        ["Same_value_on_two_axes"] =
            "Wrong.Same_value_on_two_axes: every point is listed once, but 1 of 4 repeat another (point 2 is the same as 1: {\"n\":2}). Remove the repeated values; to run a point several times, add an axis such as [Repeats(3)] int seed.",
        ["Same_value_in_two_ways"] =
            "Wrong.Same_value_in_two_ways: every point is listed once, but 1 of 2 repeat another (point 1 is the same as 0: {\"x\":1}). Remove the repeated values; to run a point several times, add an axis such as [Repeats(3)] int seed.",
        ["Count_beyond_memory"] =
            "Axis 'x' of Wrong.Count_beyond_memory: an axis has at most 1,000,000 values, but [LinRange(0, 1, 2000000000)] has 2,000,000,000. Use a smaller count, or raise MaxPoints on [SweepTheory].",
        ["Axis_without_end"] =
            "Axis 'prime' of Wrong.Axis_without_end: an axis has at most 100 values, but with the values of [Primes] this one has more. Use fewer values, or raise MaxPoints on [SweepTheory].",
        ["Part_of_a_date"] =
            "Axis 'at' of Wrong.Part_of_a_date: every value must convert to DateTime without loss, but \"13:05\" (String) does not. Write it in full in ISO 8601, such as \"2024-02-29T13:05:00Z\", or change the type of the parameter.",
        ["Local_time"] =
            "Wrong.Local_time: a time must be the same on every machine, but parameter 'at' got 2024-02-29T13:05:00 of DateTimeKind.Local, whose instant depends on the time zone of the machine. Pass a DateTime of DateTimeKind.Utc, or a DateTimeOffset.",
        ["Local_time_for_an_offset"] =
            "Wrong.Local_time_for_an_offset: every value must convert to its parameter's type without loss, but row 0 has 02/29/2024 13:05:00 (DateTime) for 'at' (DateTimeOffset). A time of DateTimeKind.Local depends on the time zone of the machine. Pass a DateTime of DateTimeKind.Utc, or a DateTimeOffset.",
        ["Row_that_would_be_cut"] =
            "Wrong.Row_that_would_be_cut: every value must convert to its parameter's type without loss, but row 1 has 2.5 (Decimal) for 'n' (Int32). Change the value, or the type of the parameter.",
        ["Repeats_of_zero"] =
            "Wrong.Repeats_of_zero: the number of [Repeats] must be at least 1, but 'seed' has [Repeats(0)], 'fold' has [Repeats(-1)]. Write how often each configuration is to be run, such as [Repeats(5)]. To mark a parameter that has its values from elsewhere, write [Repeats] without a number.",
        ["Repeats_and_values"] =
            "Wrong.Repeats_and_values: [Repeats] with a number gives a parameter all of its values, but 'seed' has [Values], [Repeats]; 'fold' has [Range], [Values], [Repeats]. Remove the number to mark the other values as repeats, or remove the other attributes.",
        ["Repeats_of_no_integer"] =
            "Wrong.Repeats_of_no_integer: [Repeats] with a number gives a parameter the whole numbers from 0, so its type must be an integer type, but 'seed' (Double), 'name' (String) have another type. Use an integer type such as int, or list the values and mark them, such as [Values(0.1, 0.2), Repeats].",
        ["Repeats_that_do_not_fit"] =
            "Axis 'seed' of Wrong.Repeats_that_do_not_fit: every value must convert to Byte without loss, but 256 (Int32), 257 (Int32) do not. Change the value, or the type of the parameter.",
        ["Repeats_beyond_MaxPoints"] =
            "Wrong.Repeats_beyond_MaxPoints: a sweep has at most 10 points, but this one has 12 (2 x 6 points). Take fewer values, or raise MaxPoints on [SweepTheory].",
        ["Repeats_and_rows"] =
            "Wrong.Repeats_and_rows: a sweep has either axes or rows, but 'seed' has an axis and the method has [InlineDataAttribute]. Remove the axes or the rows. To mark a parameter of the rows as a repeat, write [Repeats] without a number.",
        ["Mark_without_values"] =
            "Wrong.Mark_without_values: every parameter needs an axis, but 'seed' (Int32) has none. Add [Values(...)], [Range(from, to, step)], [LinRange(from, to, count)], [LogRange(from, to, count)] or [ValuesFrom(nameof(Member))] to the parameter, give it a default value, or list whole rows with [InlineData(...)]; only bool and enum parameters, and those with a default value, need no attribute. [Repeats] without a number only marks a parameter. [Repeats(5)] gives it the values 0 to 4.",
        ["Repeats_of_one_name"] =
            "Wrong.Repeats_of_one_name: the names of parameters are compared without case, but 'seed' and 'Seed' are alike. Rename all but one of them.",
        ["Version_without_text"] =
            "Wrong.Version_without_text: Version of [SweepTheory] must not be empty, but it is. Write a version such as Version = \"2\", or remove Version.",
        ["Version_with_control_characters"] =
            "Wrong.Version_with_control_characters: Version of [SweepTheory] must have no control characters, because reports show it, but \"2\\n\\u0007\" has U+000A, U+0007. Remove them.",
        ["Parameters_without_axis"] =
            "Wrong.Parameters_without_axis: every parameter needs an axis, but 'rate' (Double), 'name' (String) have none. Add [Values(...)], [Range(from, to, step)], [LinRange(from, to, count)], [LogRange(from, to, count)] or [ValuesFrom(nameof(Member))] to the parameter, give it a default value, or list whole rows with [InlineData(...)]; only bool and enum parameters, and those with a default value, need no attribute.",
        ["Values_that_do_not_convert"] =
            "Axis 'n' of Wrong.Values_that_do_not_convert: every value must convert to Int32 without loss, but 2.5 (Double), \"three\" (String), null (null) do not. Change the value, or the type of the parameter.",
        ["Step_of_zero"] =
            "Axis 'n' of Wrong.Step_of_zero: [Range] needs a step other than 0, but got [Range(0, 10, 0)]. Give a step of the size that you want, or use [LinRange(from, to, count)].",
        ["Step_that_leads_away"] =
            "Axis 'x' of Wrong.Step_that_leads_away: the step of [Range] must lead from the first number to the second, but [Range(0.5, 0.1, 0.1)] leads away. Write -0.1 for the step, or swap the two numbers.",
        ["Logarithm_through_zero"] =
            "Axis 'x' of Wrong.Logarithm_through_zero: [LogRange] needs two numbers of one sign, neither of them 0, but got [LogRange(0, 1, 3)], which passes through 0. Start at a small number such as 0.001, or use [LinRange].",
        ["Count_of_zero"] =
            "Axis 'x' of Wrong.Count_of_zero: [LinRange] needs a count of at least 1, but got 0. Give the number of values that the axis should have.",
        ["Not_for_JSON"] =
            "Wrong.Not_for_JSON: arguments must be values that JSON can carry (numbers, bool, char, string, enums, dates and times, Guid, Uri, Version, null, objects that go through System.Text.Json and back unchanged, and arrays and tuples of all these), but parameter 'type' got a System.RuntimeType, which System.Text.Json cannot write (Serialization and deserialization of 'System.RuntimeType' instances is not supported. Path: $). Make all of its state public properties, as in a record, or pass a name and build the RuntimeType inside the method.",
        ["Argument_that_contains_itself"] =
            "Wrong.Argument_that_contains_itself: an argument has at most 32 levels of arrays, tuples and objects within each other, since readers of JSON stop at 64, but parameter 'items' got a System.Object[] that has more, or that contains itself. Make it flatter, for instance a list whose items name each other by index, or pass a name and build the Object[] inside the method.",
        ["Same_point_twice"] =
            "Wrong.Same_point_twice: every point is listed once, but 1 of 3 repeat another (point 2 is the same as 0: {\"n\":1}). Remove the repeated values; to run a point several times, add an axis such as [Repeats(3)] int seed.",
        ["Two_objectives"] =
            "Wrong.Two_objectives: a sweep has only one objective, but [SweepTheory] has both Maximize = \"accuracy\" and Minimize = \"loss\". Remove one of them. Its metric is still recorded.",
        ["Objective_without_name"] =
            "Wrong.Objective_without_name: Maximize and Minimize of [SweepTheory] need the name of a metric, but one of them is empty. Write a name such as Maximize = \"accuracy\", or remove it.",
        ["No_attempts"] =
            "Wrong.No_attempts: MaxAttempts of [SweepTheory] must be a whole number of at least 1, but it is '0'. Correct it, or remove it for the default.",
        ["Too_many_points"] =
            "Wrong.Too_many_points: a sweep has at most 10 points, but this one has 12 (4 x 3 points). Take fewer values, or raise MaxPoints on [SweepTheory].",
        ["Rows_and_axes"] =
            "Wrong.Rows_and_axes: a sweep has either axes or rows, but 'm' has an axis and the method has [InlineDataAttribute]. Remove the axes or the rows.",
        ["Row_too_short"] =
            "Wrong.Row_too_short: every row needs one value for each of the 2 parameters (n, name), but row 1 has 1: 2. Add or remove values.",
        ["Row_that_does_not_convert"] =
            "Wrong.Row_that_does_not_convert: every value must convert to its parameter's type without loss, but row 0 has \"one\" (String) for 'n' (Int32). Change the value, or the type of the parameter.",
        ["Source_that_throws"] =
            "Wrong.Source_that_throws: its points could not be listed: System.IO.FileNotFoundException: points.csv is missing.",
        ["Source_without_rows"] =
            "Wrong.Source_without_rows: a sweep needs at least one point, but its data attributes returned no rows. Return at least one row, or give its parameters axes such as [Values(1, 2)].",
        ["Zip_of_one"] =
            "Wrong.Zip_of_one: [Zip] walks two or more parameters in step, but 'n' is alone in [Zip(\"a\")], 'm' is alone in [Zip(\"A\")]. Give another parameter the same [Zip], or remove it. The method has [Zip(\"a\")] on 'n'; [Zip(\"A\")] on 'm'; [Zip] on 'x', 'y'.",
        ["Zip_of_other_lengths"] =
            "Wrong.Zip_of_other_lengths: parameters that [Zip] walks in step must have equally many values, but in [Zip(\"size\")] 'width' has 3, 'depth' has 2. Add or remove values, or remove [Zip] to run all combinations.",
        ["Zip_of_a_default_value"] =
            "Wrong.Zip_of_a_default_value: parameters that [Zip] walks in step must have equally many values, but in [Zip] 'width' has 3, 'fast' has 1. Add or remove values, or remove [Zip] to run all combinations.",
        ["Zip_of_the_same_twice"] =
            "Wrong.Zip_of_the_same_twice: every point is listed once, but 1 of 2 repeat another (point 1 is the same as 0: {\"name\":\"a\",\"width\":1}). Remove the repeated values; to run a point several times, add an axis such as [Repeats(3)] int seed.",
        ["Zip_and_rows"] =
            "Wrong.Zip_and_rows: [Zip] is for axes, since rows already say which values belong together, but 'width', 'depth' have [Zip] and the method has [InlineDataAttribute]. Remove [Zip].",
        ["Values_from_nowhere"] =
            "Axis 'n' of Wrong.Values_from_nowhere: [ValuesFrom] takes the values from a static property, field or method without parameters, but Wrong and its base classes have no member 'Nothing'. Name one with nameof. There are 'Cyclic', 'Empty', 'Endless', 'Fraction', 'Local', ....",
        ["Values_from_an_instance"] =
            "Axis 'n' of Wrong.Values_from_an_instance: [ValuesFrom] takes the values from a static property, field or method without parameters, but 'Wrong.OfAnInstance' is not static. No test class exists while the points are listed. Make the member static.",
        ["Values_from_what_has_parameters"] =
            "Axis 'n' of Wrong.Values_from_what_has_parameters: [ValuesFrom] takes the values from a static property, field or method without parameters, but nothing says which arguments or types 'Wrong.UpTo' is to get. Write a member without parameters and type parameters that calls it.",
        ["Values_from_null"] =
            "Axis 'n' of Wrong.Values_from_null: [ValuesFrom] takes the values from a static property, field or method without parameters, but 'Wrong.Null' returned null. Return at least one value.",
        ["Values_from_a_text"] =
            "Axis 'c' of Wrong.Values_from_a_text: [ValuesFrom] takes the values from a static property, field or method without parameters, but 'Wrong.Text' is a String, which is one value. Return a sequence such as an array.",
        ["Values_from_a_task"] =
            "Axis 'n' of Wrong.Values_from_a_task: [ValuesFrom] takes the values from a static property, field or method without parameters, but 'Wrong.Later' is a Task`1, which nobody awaits while the points are listed. Return the values themselves.",
        ["Values_from_an_empty_list"] =
            "Axis 'n' of Wrong.Values_from_an_empty_list: [ValuesFrom] takes the values from a static property, field or method without parameters, but 'Wrong.Empty' has none. Return at least one value.",
        ["Values_from_what_throws"] =
            "Axis 'n' of Wrong.Values_from_what_throws: [ValuesFrom] takes the values from a static property, field or method without parameters, but 'Wrong.Throwing' threw an exception. Correct it. The exception was System.IO.FileNotFoundException: points.csv is missing.",
        ["Values_without_end"] =
            "Axis 'n' of Wrong.Values_without_end: an axis has at most 10 values, but with the values of [ValuesFrom] this one has more. Use fewer values, or raise MaxPoints on [SweepTheory].",
        ["Values_that_do_not_fit"] =
            "Axis 'n' of Wrong.Values_that_do_not_fit: every value must convert to Int32 without loss, but \"5\" (String), 6.5 (Double) do not. Change the value, or the type of the parameter.",
        ["Also_run_of_other_length"] =
            "Wrong.Also_run_of_other_length: every [AlsoRun] needs one value for each of the 3 parameters (n, name, rate), but [AlsoRun(0)] has 1; [AlsoRun(0, \"x\", 0.5, true)] has 4. Add or remove values.",
        ["Also_run_that_does_not_convert"] =
            "Wrong.Also_run_that_does_not_convert: every value must convert to its parameter's type without loss, but [AlsoRun(2.5, \"x\")] has 2.5 (Double) for 'n' (Int32); [AlsoRun(2.5, \"x\")] has \"x\" (String) for 'm' (Int32). Change the value, or the type of the parameter.",
        ["Also_run_of_the_product"] =
            "Wrong.Also_run_of_the_product: every point is listed once, but 1 of 4 repeat another (point 3 is the same as 1: {\"n\":2}). Remove the repeated values; to run a point several times, add an axis such as [Repeats(3)] int seed.",
        ["Also_run_and_rows"] =
            "Wrong.Also_run_and_rows: [AlsoRun] adds a point to a product of axes, but the method has [InlineDataAttribute] beside [AlsoRun(2, \"two\")]. Add the point to the rows instead, for instance as [InlineData].",
        ["Return_that_cannot_be_recorded"] =
            "Wrong.Return_that_cannot_be_recorded: what a sweep returns is recorded, so it must be a number, or a tuple, record, class or dictionary of numbers, bools, texts, enums or times, but it returns a Curve with 'Losses' of type IReadOnlyList`1. Return numbers, mark a property with [JsonIgnore], or return nothing and call Sweep.Current.Record(name, value).",
        ["Return_of_a_list"] =
            "Wrong.Return_of_a_list: what a sweep returns is recorded, so it must be a number, or a tuple, record, class or dictionary of numbers, bools, texts, enums or times, but it returns a System.Int32[], whose items have no names. Return numbers, mark a property with [JsonIgnore], or return nothing and call Sweep.Current.Record(name, value).",
        ["Return_of_names_that_differ_only_in_case"] =
            "Wrong.Return_of_names_that_differ_only_in_case: Names of metrics are compared without case, but 'Loss' and 'loss' differ only in case. Write them alike where they mean the same metric, or rename one. The names are those of the Twins that the method returns. A property can also be marked with [JsonIgnore].",
        ["Async_method_without_a_task"] =
            "Wrong.Async_method_without_a_task: the end of an async method is known by the task that it returns, but this one returns void. Let it return Task.",
        ["Return_of_a_task_of_an_open_type"] =
            "Wrong.Return_of_a_task_of_an_open_type: what a sweep returns is recorded, so it must be a number, or a tuple, record, class or dictionary of numbers, bools, texts, enums or times, but it returns a T, which has no public properties. Return numbers, mark a property with [JsonIgnore], or return nothing and call Sweep.Current.Record(name, value).",
        ["Return_of_a_task_of_a_type_that_is_open_in_part"] =
            "Wrong.Return_of_a_task_of_a_type_that_is_open_in_part: what a generic sweep returns must have one type for all points, but it returns a Subjects.Wrong+Held`1[T], whose type depends on the values. Return a type without type parameters, or return nothing and call Sweep.Current.Record(name, value).",
        ["Return_of_a_type_that_is_open_in_part"] =
            "Wrong.Return_of_a_type_that_is_open_in_part: what a generic sweep returns must have one type for all points, but it returns a Subjects.Wrong+Held`1[T], whose type depends on the values. Return a type without type parameters, or return nothing and call Sweep.Current.Record(name, value).",
        ["Cost_that_is_not_there"] =
            "Wrong.Cost_that_is_not_there: Cost of [SweepTheory] must be the name of a static method of the class or of a base class, but Wrong and its base classes have no member 'Estimat'. Write the name of such a method with nameof.",
        ["Cost_by_other_names"] =
            "Wrong.Cost_by_other_names: the parameters of 'Wrong.Estimate', which Cost of [SweepTheory] names, must be parameters of the sweep by name, but 'n' is the name of no parameter of the sweep. Those of the sweep are 'm'. Rename or remove the parameter.",
        ["Cost_that_is_a_text"] =
            "Wrong.Cost_that_is_a_text: Cost of [SweepTheory] must be the name of a static method of the class or of a base class that returns a number or a TimeSpan, but 'Wrong.Described' returns String. Let it return a number or a TimeSpan.",
        ["Cost_that_is_not_a_number"] =
            "Wrong.Cost_that_is_not_a_number: Wrong.Estimate, which Cost of [SweepTheory] names, must return a number that can be compared, but it returned NaN for 2 points: (n: 0), (n: -1). Return a number for all values.",
        ["Cost_of_another_order"] =
            "Wrong.Cost_of_another_order: Cost of [SweepTheory] decides the order LongestFirst only, but Order is AsWritten. Remove Cost, or remove Order: a cost alone means LongestFirst.",
        ["Cost_that_throws"] =
            "Wrong.Cost_that_throws: Wrong.Divided, which Cost of [SweepTheory] names, must return a number or a TimeSpan for all values, but it threw an exception for (n: 0). Correct the method. The exception was System.DivideByZeroException: Attempted to divide by zero.",
        ["Drawn_fractions_for_an_int"] =
            "Axis 'n' of Wrong.Drawn_fractions_for_an_int: [Uniform(0, 0.5)] draws numbers with fractions, but Int32 has whole numbers only. Use [UniformInt] for whole numbers, or make the parameter a double and round it in the method.",
        ["Drawn_values_without_Sampling"] =
            "Wrong.Drawn_values_without_Sampling: Sampling.Grid needs axes whose values are listed, but 'x' (Uniform(0, 1)), 'n' (UniformInt(1, 64)) have values without number. Set Sampling to Random, Latin or Sobol and the number of Samples, or list values with [LinRange] or [LogRange].",
        ["Drawn_values_in_pairs"] =
            "Wrong.Drawn_values_in_pairs: Sampling.Pairwise needs axes whose values are listed, but 'x' (LogUniform(1, 10)) has values without number. Set Sampling to Random, Latin or Sobol and the number of Samples, or list values with [LinRange] or [LogRange].",
        ["Drawn_in_two_ways"] =
            "Wrong.Drawn_in_two_ways: a parameter whose values are drawn has one distribution and no other values, but 'x' has [Uniform], [LogUniform]; 'n' has [Values], [UniformInt]. Keep one of these attributes.",
        ["Drawn_in_step"] =
            "Wrong.Drawn_in_step: parameters that [Zip] walks in step must have values that are listed, but 'x' (Uniform(0, 1)) in [Zip], 'n' (UniformInt(1, 64)) in [Zip] have values without number. List them, for instance with [LinRange] or [LogRange], or remove [Zip].",
        ["Drawn_values_and_rows"] =
            "Wrong.Drawn_values_and_rows: a sweep has either axes or rows, but 'x', 'n' have axes and the method has [InlineDataAttribute]. Remove the axes or the rows.",
        ["Sampling_without_Samples"] =
            "Wrong.Sampling_without_Samples: Sampling.Sobol draws a given number of points, but Samples is not set. Set it, such as Samples = 200.",
        ["Samples_without_Sampling"] =
            "Wrong.Samples_without_Sampling: Samples and Seed of [SweepTheory] are for points that are drawn, but Sampling is Grid, which draws none. Set Sampling to Random, Latin or Sobol, or remove Samples and Seed.",
        ["Samples_of_zero"] =
            "Wrong.Samples_of_zero: Samples of [SweepTheory] must be at least 1, but it is 0. Give a larger number.",
        ["Samples_above_the_grid"] =
            "Wrong.Samples_above_the_grid: each point is drawn once, so there are at most as many Samples as points, but Samples is 7, and of 6 combinations 6 can be drawn. Lower Samples, or remove Sampling to run all points.",
        ["Samples_above_what_is_allowed"] =
            "Wrong.Samples_above_what_is_allowed: each point is drawn once, so there are at most as many Samples as points, but Samples is 4, and of 5 combinations 3 can be drawn, because Where = IsOdd forbids the others. Lower Samples, or remove Sampling to run all points.",
    };

    public static MatrixTheoryData<Host, string> Cases => new(Enum.GetValues<Host>(), Messages.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_message_says_what_is_wrong_and_what_to_do(Host host, string method)
    {
        var run = await runs.On(host);

        var test = run.Report[$"Subjects.Wrong.{method}"];
        Assert.Equal(TestOutcome.Failed, test.Outcome);

        // What code of the user's threw comes with its stack.
        Assert.Equal(Messages[method], method is "Source_that_throws" or "Cost_that_throws" or "Values_from_what_throws" ? test.Message.Split('\n')[0].TrimEnd() : test.Message);
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task All_of_them_fail_and_none_has_a_directory(Host host)
    {
        var run = await runs.On(host);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal($"{Messages.Count} failed", run.Report.Summary);
        Assert.Empty(run.Sweeps);
    }

    public sealed class WrongRuns() : Runs("FullyQualifiedName~Subjects.Wrong.");
}
