using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Sweeps that cannot be run as they are written.</summary>
public class Wrong
{
    public static IEnumerable<object[]> Empty => [];

    public static IEnumerable<object[]> Local => [[new DateTime(2024, 2, 29, 13, 5, 0, DateTimeKind.Local)]];

    public static IEnumerable<object[]> Fraction => [[1m], [2.5m]];

    public static IEnumerable<object[]> Throwing => throw new FileNotFoundException("points.csv is missing.");

    public static int[] Null => null!;

    public static IEnumerable<object> Mixed_values => [4, "5", 6.5];

    private static string Text => "abc";

    private static Task<int[]> Later => Task.FromResult<int[]>([1, 2]);

    private static IEnumerable<int> Endless
    {
        get
        {
            for (var n = 0; ; n++)
                yield return n;
        }
    }

    private IEnumerable<int> OfAnInstance => [1];

    private static IEnumerable<int> UpTo(int n) => Enumerable.Range(0, n);

    [SweepTheory]
    public void Axis_without_values([Values(1)] int n, [Values] string name)
    {
    }

    [SweepTheory]
    public void Values_without_arguments([Values] int n, [Values][Range(1, 3)] double? x, [Values] bool b)
    {
    }

    [SweepTheory]
    public void Same_value_on_two_axes([Values(1, 2)][Range(2, 3)] int n)
    {
    }

    [SweepTheory]
    public void Same_value_in_two_ways([Values(1, 1.0)] double x)
    {
    }

    [SweepTheory]
    public void Count_beyond_memory([LinRange(0, 1, 2_000_000_000)] double x)
    {
    }

    [SweepTheory(MaxPoints = 100)]
    public void Axis_without_end([Primes(int.MaxValue)] int prime)
    {
    }

    [SweepTheory]
    public void Part_of_a_date([Values("13:05", "2024-02-29")] DateTime at)
    {
    }

    [SweepTheory]
    [MemberData(nameof(Local))]
    public void Local_time(DateTime at)
    {
    }

    [SweepTheory]
    [MemberData(nameof(Local))]
    public void Local_time_for_an_offset(DateTimeOffset at)
    {
    }

    [SweepTheory]
    [MemberData(nameof(Fraction))]
    public void Row_that_would_be_cut(int n)
    {
    }

    [SweepTheory]
    public void Repeats_of_zero([Repeats(0)] int seed, [Repeats(-1)] int fold)
    {
    }

    [SweepTheory]
    public void Repeats_and_values([Values(1, 2), Repeats(3)] int seed, [Range(1, 2)][Values(5)][Repeats(2)] int fold)
    {
    }

    [SweepTheory]
    public void Repeats_of_no_integer([Repeats(2)] double seed, [Repeats(2)] string name, [Repeats(2)] int n)
    {
    }

    [SweepTheory]
    public void Repeats_that_do_not_fit([Repeats(258)] byte seed)
    {
    }

    [SweepTheory(MaxPoints = 10)]
    public void Repeats_beyond_MaxPoints([Values(1, 2)] int a, [Repeats(6)] int seed)
    {
    }

    [SweepTheory]
    [InlineData(1, 17)]
    public void Repeats_and_rows(int a, [Repeats(3)] int seed)
    {
    }

    [SweepTheory]
    public void Mark_without_values([Values(1)] int a, [Repeats] int seed)
    {
    }

    [SweepTheory]
    public void Repeats_of_one_name([Repeats(2)] int seed, [Values(1)] int a, [Repeats(2)] int Seed)
    {
    }

    [SweepTheory(Version = " ")]
    public void Version_without_text([Values(1)] int n)
    {
    }

    [SweepTheory(Version = "2\n\u0007")]
    public void Version_with_control_characters([Values(1)] int n)
    {
    }

    [SweepTheory]
    public void Parameters_without_axis([Values(1)] int n, double rate, string name)
    {
    }

    [SweepTheory]
    public void Values_that_do_not_convert([Values(1, 2.5, "three", null)] int n)
    {
    }

    [SweepTheory]
    public void Step_of_zero([Range(0, 10, 0)] int n)
    {
    }

    [SweepTheory]
    public void Step_that_leads_away([Range(0.5, 0.1, 0.1)] double x)
    {
    }

    [SweepTheory]
    public void Logarithm_through_zero([LogRange(0, 1, 3)] double x)
    {
    }

    [SweepTheory]
    public void Count_of_zero([LinRange(0, 1, 0)] double x)
    {
    }

    [SweepTheory]
    public void Not_for_JSON([Values(typeof(int))] Type type)
    {
    }

    [SweepTheory]
    [MemberData(nameof(Cyclic))]
    public void Argument_that_contains_itself(object[] items)
    {
    }

    [SweepTheory]
    public void Same_point_twice([Values(1, 2, 1)] int n)
    {
    }

    [SweepTheory(Maximize = "accuracy", Minimize = "loss")]
    public void Two_objectives([Values(1)] int n)
    {
    }

    [SweepTheory(Maximize = " ")]
    public void Objective_without_name([Values(1)] int n)
    {
    }

    [SweepTheory(MaxAttempts = 0)]
    public void No_attempts([Values(1)] int n)
    {
    }

    [SweepTheory(MaxPoints = 10)]
    public void Too_many_points([Range(1, 4, 1)] int a, [Range(1, 3, 1)] int b)
    {
    }

    [SweepTheory]
    [InlineData(1, 2)]
    public void Rows_and_axes(int n, [Values(1)] int m)
    {
    }

    [SweepTheory]
    [InlineData(1, "one")]
    [InlineData(2)]
    public void Row_too_short(int n, string name)
    {
    }

    [SweepTheory]
    [InlineData("one")]
    public void Row_that_does_not_convert(int n)
    {
    }

    [SweepTheory]
    [MemberData(nameof(Throwing))]
    public void Source_that_throws(int n)
    {
    }

    [SweepTheory]
    [MemberData(nameof(Empty))]
    public void Source_without_rows(int n)
    {
    }

    [SweepTheory]
    public void Zip_of_one([Values(1), Zip("a")] int n, [Values(1), Zip("A")] int m, [Values(1), Zip] int x, [Values(1), Zip] int y)
    {
    }

    [SweepTheory]
    public void Zip_of_other_lengths([Range(1, 3), Zip("size")] int width, [Values(1, 2), Zip("size")] int depth, [Values(7)] int n)
    {
    }

    [SweepTheory]
    public void Zip_of_a_default_value([Range(1, 3), Zip] int width, [Zip] bool fast = true)
    {
    }

    [SweepTheory]
    public void Zip_of_the_same_twice([Values(1, 1), Zip] int width, [Values("a", "a"), Zip] string name)
    {
    }

    [SweepTheory]
    [InlineData(1, 2)]
    public void Zip_and_rows([Zip] int width, [Zip] int depth)
    {
    }

    [SweepTheory]
    public void Values_from_nowhere([ValuesFrom("Nothing")] int n)
    {
    }

    [SweepTheory]
    public void Values_from_an_instance([ValuesFrom(nameof(OfAnInstance))] int n)
    {
    }

    [SweepTheory]
    public void Values_from_what_has_parameters([ValuesFrom(nameof(UpTo))] int n)
    {
    }

    [SweepTheory]
    public void Values_from_null([ValuesFrom(nameof(Null))] int n)
    {
    }

    [SweepTheory]
    public void Values_from_a_text([ValuesFrom(nameof(Text))] char c)
    {
    }

    [SweepTheory]
    public void Values_from_a_task([ValuesFrom(nameof(Later))] int n)
    {
    }

    [SweepTheory]
    public void Values_from_an_empty_list([ValuesFrom(nameof(Empty))] int n)
    {
    }

    [SweepTheory]
    public void Values_from_what_throws([ValuesFrom(nameof(Throwing))] int n)
    {
    }

    [SweepTheory(MaxPoints = 10)]
    public void Values_without_end([ValuesFrom(nameof(Endless))] int n)
    {
    }

    [SweepTheory]
    public void Values_that_do_not_fit([ValuesFrom(nameof(Mixed_values))] int n)
    {
    }

    [SweepTheory]
    [AlsoRun(0)]
    [AlsoRun(0, "x", 0.5, true)]
    public void Also_run_of_other_length([Values(1)] int n, [Values("a")] string name, double rate = 1)
    {
    }

    [SweepTheory]
    [AlsoRun(0, 1)]
    [AlsoRun(2.5, "x")]
    public void Also_run_that_does_not_convert([Values(1)] int n, [Values(2)] int m)
    {
    }

    [SweepTheory]
    [AlsoRun(7)]
    [AlsoRun(2)]
    public void Also_run_of_the_product([Values(1, 2)] int n)
    {
    }

    [SweepTheory]
    [InlineData(1, "one")]
    [AlsoRun(2, "two")]
    public void Also_run_and_rows(int n, string name)
    {
    }

    [SweepTheory]
    public Curve Return_that_cannot_be_recorded([Values(1)] int n) => new(0, []);

    [SweepTheory]
    public int[] Return_of_a_list([Values(1)] int n) => [n];

    [SweepTheory]
    public Twins Return_of_names_that_differ_only_in_case([Values(1)] int n) => new(n, n);

    [SweepTheory]
    public async void Async_method_without_a_task([Values(1)] int n) => await Task.Yield();

    [SweepTheory]
    public async Task<T> Return_of_a_task_of_an_open_type<T>([Values(1)] T n)
    {
        await Task.Yield();
        return n;
    }

    [SweepTheory]
    public Task<Held<T>> Return_of_a_task_of_a_type_that_is_open_in_part<T>([Values(1)] T n) => Task.FromResult(new Held<T>(1));

    [SweepTheory]
    public Held<T> Return_of_a_type_that_is_open_in_part<T>([Values(1)] T n) => new(1);

    [SweepTheory(Cost = "Estimat")]
    public void Cost_that_is_not_there([Values(1)] int n)
    {
    }

    [SweepTheory(Cost = nameof(Estimate))]
    public void Cost_by_other_names([Values(1)] int m)
    {
    }

    [SweepTheory(Cost = nameof(Described))]
    public void Cost_that_is_a_text([Values(1)] int n)
    {
    }

    [SweepTheory(Cost = nameof(Estimate))]
    public void Cost_that_is_not_a_number([Values(0, 1, -1)] int n)
    {
    }

    [SweepTheory(Cost = nameof(Estimate), Order = Order.AsWritten)]
    public void Cost_of_another_order([Values(1)] int n)
    {
    }

    [SweepTheory(Cost = nameof(Divided))]
    public void Cost_that_throws([Values(1, 0)] int n)
    {
    }

    [SweepTheory(Sampling = Sampling.Random, Samples = 3)]
    public void Drawn_fractions_for_an_int([Uniform(0.0, 0.5)] int n, [Uniform(1, 2)] int m)
    {
    }

    [SweepTheory]
    public void Drawn_values_without_Sampling([Uniform(0, 1)] double x, [UniformInt(1, 64)] int n, [Values(1)] int m)
    {
    }

    [SweepTheory(Sampling = Sampling.Pairwise)]
    public void Drawn_values_in_pairs([LogUniform(1, 10)] double x, [Values(1)] int m)
    {
    }

    [SweepTheory(Sampling = Sampling.Random, Samples = 3)]
    public void Drawn_in_two_ways([Uniform(0, 1)][LogUniform(1, 10)] double x, [UniformInt(1, 64), Values(1)] int n)
    {
    }

    [SweepTheory(Sampling = Sampling.Random, Samples = 3)]
    public void Drawn_in_step([Uniform(0, 1), Zip] double x, [UniformInt(1, 64), Zip] int n, [Values(1), Zip] int m)
    {
    }

    [SweepTheory(Sampling = Sampling.Random, Samples = 3)]
    [InlineData(1, 2)]
    public void Drawn_values_and_rows([Uniform(0, 1)] double x, [UniformInt(1, 64)] int n)
    {
    }

    [SweepTheory(Sampling = Sampling.Sobol)]
    public void Sampling_without_Samples([Uniform(0, 1)] double x)
    {
    }

    [SweepTheory(Samples = 3, Seed = 7)]
    public void Samples_without_Sampling([Values(1, 2)] int n)
    {
    }

    [SweepTheory(Sampling = Sampling.Random, Samples = 0)]
    public void Samples_of_zero([Values(1, 2)] int n)
    {
    }

    [SweepTheory(Sampling = Sampling.Random, Samples = 7)]
    public void Samples_above_the_grid([Values(1, 2)] int n, [Range(1, 3)] int m)
    {
    }

    [SweepTheory(Sampling = Sampling.Random, Samples = 4, Where = nameof(IsOdd))]
    public void Samples_above_what_is_allowed([Range(1, 5)] int n)
    {
    }

    private static bool IsOdd(int n) => n % 2 == 1;

    public static IEnumerable<object[]> Cyclic()
    {
        var items = new object[1];
        items[0] = items;
        return [[items]];
    }

    private static double Estimate(int n) => Math.Log(n) * Math.Sign(n);

    private static string Described(int n) => $"{n}";

    private static int Divided(int n) => 1 / n;

    public record Twins(double Loss, double loss);

    public record Held<T>(double Loss);

    public record Curve(double Accuracy, IReadOnlyList<double> Losses);
}
