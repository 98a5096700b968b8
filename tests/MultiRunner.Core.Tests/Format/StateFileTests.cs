using CsCheck;
using MultiRunner.Format;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

public class StateFileTests
{
    private const string Owner = "node-a-4711-3fa2";

    [Fact]
    public void The_names_are_a_public_contract()
    {
        Assert.Equal("0_to_run", new StateFile(0, PointState.ToRun).Name);
        Assert.Equal("1_running.node-a-4711-3fa2", new StateFile(1, PointState.Running, Owner).Name);
        Assert.Equal("22_finished.node-a-4711-3fa2.3", new StateFile(22, PointState.Committed, Owner, 3).Name);
        Assert.Equal("22_finished.~node-a-4711-3fa2", new StateFile(22, PointState.Committed, $"~{Owner}").Name);
        Assert.Equal("333_finished", new StateFile(333, PointState.Finished).Name);
        Assert.Equal("2147483647_failed", new StateFile(int.MaxValue, PointState.Failed).Name);
        Assert.Equal("ini/1_running.node-a-4711-3fa2", new StateFile(1, PointState.Running, Owner).Path);
    }

    [Fact]
    public void Every_name_is_taken_apart_again()
    {
        AssertParsed(new(0, PointState.ToRun), "0_to_run");
        AssertParsed(new(1, PointState.Running, Owner), "1_running.node-a-4711-3fa2");
        AssertParsed(new(22, PointState.Committed, Owner, 13), "22_finished.node-a-4711-3fa2.13");
        AssertParsed(new(22, PointState.Committed, $"~{Owner}"), "22_finished.~node-a-4711-3fa2");
        AssertParsed(new(333, PointState.Finished), "333_finished");
        AssertParsed(new(int.MaxValue, PointState.Failed), "2147483647_failed");
    }

    [Fact]
    public void An_owner_may_have_any_name()
    {
        AssertParsed(new(1, PointState.Running, "a.b_running.c"), "1_running.a.b_running.c");
        AssertParsed(new(1, PointState.Committed, "_finished"), "1_finished._finished");
        AssertParsed(new(1, PointState.Committed, "2"), "1_finished.2");
        AssertParsed(new(1, PointState.Committed, "a.0"), "1_finished.a.0");
        AssertParsed(new(1, PointState.Committed, "a.02"), "1_finished.a.02");
        AssertParsed(new(1, PointState.Committed, "a.2147483648"), "1_finished.a.2147483648");
        AssertParsed(new(1, PointState.Running, " ü\n"), "1_running. ü\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("_to_run")]
    [InlineData("0")]
    [InlineData("0_")]
    [InlineData("0to_run")]
    [InlineData("sweep.json")]
    [InlineData(".0_to_run")]
    [InlineData(".0_to_run.node-a-1-0000")]
    [InlineData(".extend.node-a-1-0000")]
    [InlineData(".nfs000000000000000100000001")]
    [InlineData("00_to_run")]
    [InlineData("01_to_run")]
    [InlineData("-1_to_run")]
    [InlineData("+1_to_run")]
    [InlineData(" 1_to_run")]
    [InlineData("1 _to_run")]
    [InlineData("1,000_to_run")]
    [InlineData("1e3_to_run")]
    [InlineData("0x1_to_run")]
    [InlineData("1.0_to_run")]
    [InlineData("2147483648_to_run")]
    [InlineData("99999999999999999999_to_run")]
    [InlineData("１_to_run")]
    [InlineData("۱_to_run")]
    [InlineData("1_TO_RUN")]
    [InlineData("1_To_run")]
    [InlineData("1_to_run ")]
    [InlineData("1_to_run\n")]
    [InlineData("1_to_run~")]
    [InlineData("1_to_run.swp")]
    [InlineData("1_to_run (conflicted copy)")]
    [InlineData("1__to_run")]
    [InlineData("1_running")]
    [InlineData("1_running.")]
    [InlineData("1_runnıng.w")]
    [InlineData("1_finished.")]
    [InlineData("1_finished~")]
    [InlineData("1_finishedw")]
    [InlineData("1_failed.w")]
    [InlineData("1_failed.")]
    [InlineData("a1_failed")]
    public void Any_other_name_is_no_state_file(string name)
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.False(StateFile.TryParse(name, out var file));
            Assert.Equal(default, file);
        }
    }

    [Fact]
    public void A_name_and_what_it_says_belong_together_one_to_one()
    {
        var point = Gen.OneOf(Gen.Int[0, 12], Gen.Int[0, int.MaxValue]);
        var owner = Gen.String[Gen.Char.AlphaNumeric, 1, 20];
        var file = Gen.Select(point, Gen.Enum<PointState>(), owner, Gen.Int[0, 12]).Select((p, s, o, a) =>
            new StateFile(p, s, s is PointState.Running or PointState.Committed ? o : null, s is PointState.Committed ? a : 0));

        file.Sample(f => StateFile.TryParse(f.Name, out var parsed) && parsed == f);
    }

    [Fact]
    public void Whatever_is_taken_for_a_state_file_has_exactly_that_name()
    {
        var piece = Gen.OneOf("0", "1", "00", ".2", "-1", "_", "to_run", "running", "finished", "failed", ".", "w", " ", "٣", "2147483648");

        piece.Array[1, 6].Select(string.Concat).Sample(
            name => !StateFile.TryParse(name, out var file) || file.Name == name,
            iter: 20_000);
    }

    private static void AssertParsed(StateFile expected, string name)
    {
        Assert.True(StateFile.TryParse(name, out var file));
        Assert.Equal(expected, file);
        Assert.Equal(name, file.Name);
    }
}
