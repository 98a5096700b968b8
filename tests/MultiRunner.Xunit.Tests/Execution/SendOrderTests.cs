using MultiRunner.Execution;

namespace MultiRunner.Tests.Execution;

/// <summary>The case with the report is sent after the others.</summary>
public sealed class SendOrderTests
{
    private readonly SendOrder order = new();

    [Fact]
    public void One_alone_waits_for_nobody()
    {
        order.Begin();
        order.Begin();
        order.End();

        Assert.True(order.TryBeLast());
        Assert.True(order.Others().IsCompleted);
    }

    [Fact]
    public async Task The_last_one_waits_until_the_others_have_sent()
    {
        for (var i = 0; i < 3; i++)
            order.Begin();
        Assert.True(order.TryBeLast());
        Assert.False(order.TryBeLast());
        var others = order.Others();

        order.End();
        Assert.False(others.IsCompleted);
        order.End();

        await others.WaitAsync(TestContext.Current.CancellationToken);
    }
}
