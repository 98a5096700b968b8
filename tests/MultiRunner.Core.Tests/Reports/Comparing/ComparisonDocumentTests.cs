using MultiRunner.Format;
using MultiRunner.Reports.Comparing;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Comparing;

public class ComparisonDocumentTests
{
    [Fact]
    public void Sweep_with_everything_as_text() => Snapshot.Match(TextReport.Print(ComparisonDocument.Of(Everything())));

    [Fact]
    public void Sweep_with_everything_as_Markdown() => Snapshot.Match(MarkdownReport.Print(ComparisonDocument.Of(Everything(), isWide: true)), "md");

    [Fact]
    public void Sweep_with_everything_as_page() => Snapshot.Match(ComparisonPage.Print(Everything()), "html");

    [Fact]
    public void Single_runs_say_that_the_noise_is_not_known()
    {
        var text = TextReport.Print(ComparisonDocument.Of(Side.Compare(new Side().With(0.1, 1).With(0.2, 1), new Side().With(0.1, 2).With(0.2, 1))));

        Assert.Contains("\nOf 2 configurations in both, 1 is not distinguishable and 1 differs with unknown noise.\n", text, StringComparison.Ordinal);
        Assert.Contains("\nThe noise is not known where a configuration ran once, has too few repeats, or changed by the same number in each, so such a difference may be chance.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Holm", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_of_an_incomplete_configuration_says_of_how_many_repeats_it_is()
    {
        var before = new Side().With(0.1, 0.5, 0.75).With(0.2, 1, null, null);
        var after = new Side().With(0.1, 0.5, 0.75).With(0.2, 1, null, null);
        string Text() => TextReport.Print(ComparisonDocument.Of(Side.Compare(before, after)));

        Assert.Contains(
            "accuracy = 1 (mean of 1 of 3 repeats) before and 1 (mean of 1 of 3 repeats) after.", Text(), StringComparison.Ordinal);
        after.With(0.3, 2, null);
        Assert.Contains("accuracy = 1 (mean of 1 of 3 repeats) at lr = 0.2 before, 2 (mean of 1 of 2 repeats) at lr = 0.3 after.", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_that_are_best_one_that_is_so_on_both_sides_is_named()
    {
        var before = new Side().With(0.1, 1).With(0.2, 2).With(0.3, 2);
        var after = new Side().With(0.1, 3).With(0.2, 1).With(0.3, 3).With(0.4, 3);

        var text = TextReport.Print(ComparisonDocument.Of(Side.Compare(before, after)));

        Assert.Contains(
            "\nBest before and after: lr = 0.3, accuracy = 2 (one of 2 that are equal) before and 3 (one of 3 that are equal) after.\n",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_that_are_best_on_one_side_are_counted()
    {
        var before = new Side().With(0.1, 2, null).With(0.2, 2, 2);
        var after = new Side().With(0.1, 1, 1).With(0.2, 1, 1).With(0.3, 3, 3);

        var comparison = Side.Compare(before, after);

        Assert.Equal((2, null), (comparison.BestBefore!.Tied, comparison.BestAfter!.Tied));
        Assert.Contains(
            "\nBest: accuracy = 2 (mean of 1 of 2 repeats, one of 2 that are equal) at lr = 0.1 before, 3 ± 0 at lr = 0.3 after.\n",
            TextReport.Print(ComparisonDocument.Of(comparison)), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_points_that_fail_are_told_although_there_are_as_many()
    {
        var before = new Side().With(0.1, 1, null).With(0.2, 1, 1);
        var after = new Side().With(0.1, null, 1).With(0.2, 1, 1);
        static string Text(Side before, Side after) => TextReport.Print(ComparisonDocument.Of(Side.Compare(before, after)));

        Assert.Contains("\nFailed points: 1 before, 1 after. 1 of those after did not fail before.\n", Text(before, after), StringComparison.Ordinal);
        Assert.DoesNotContain("Failed points", Text(before, before), StringComparison.Ordinal);
        after.With(0.3, null, null);
        Assert.Contains("\nFailed points: 1 before, 3 after. 3 of those after did not fail before.\n", Text(before, after), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_from_zero_come_first_by_themselves()
    {
        var before = new Side().With(0.1, 0).With(0.2, 2).With(0.3, 0).With(0.4, 1).With(0.5, 0).With(0.6, 1).With(0.7, 100);
        var after = new Side().With(0.1, -0.01).With(0.2, 1.9).With(0.3, -5).With(0.4, 0.5).With(0.5, 0.01).With(0.6, 2).With(0.7, 300);
        Assert.Equal(
            ["0.3", "0.1", "0.5", "0.4", "0.2", "0.6", "0.7"],
            ComparisonDocument.Sorted(Side.Compare(before, after), Verdict.NoiseNotKnown).Select(c => c.Arguments["lr"].Text));
    }

    [Fact]
    public void A_long_table_is_cut_and_says_so()
    {
        var (before, after) = (new Side(), new Side());
        for (var lr = 0; lr < 30; lr++)
        {
            before.With(lr, 1);
            after.With(lr, 2 + lr);
        }

        var text = TextReport.Print(ComparisonDocument.Of(Side.Compare(before, after)));

        Assert.Contains("\nThe first 20 of 30. --format json has all.\n", text, StringComparison.Ordinal);
    }

    /// <summary>Every verdict, conditions that are met and that are not, and a parameter of one side alone.</summary>
    private static SweepComparison Everything()
    {
        var before = new Side { Label = "main" }
            .With(0.1, 0.80, 0.82, 0.81, 0.79).With(0.2, 0.80, 0.82, 0.81, 0.79).With(0.3, 0.80, 0.82, 0.81, 0.79)
            .With(0.4, 0.8).With(0.5, 0.7, 0.72).With(0.6, 0.5);
        var after = new Side("layers", "lr", "seed") { Label = "pull" };
        double?[][] values =
        [
            [0.85, 0.871, 0.859, 0.84], [0.75, 0.771, 0.759, 0.74], [0.79, 0.83, 0.80, null], [0.81], [null, null], [], [0.5],
        ];
        for (var i = 0; i < values.Length; i++)
        {
            for (var seed = 0; seed < values[i].Length; seed++)
                after.Point($$"""{"layers":2,"lr":0.{{i + 1}},"seed":{{seed}}}""", values[i][seed]);
        }

        after.Point("""{"layers":2,"lr":0.8,"seed":0}""", null, PointState.ToRun);
        return Side.Compare(before, after, "accuracy < -1%", "seconds > 10%");
    }
}
