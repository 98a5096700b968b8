using MultiRunner.Format;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

public class AttemptErrorTests
{
    [Fact]
    public void An_exception_is_recorded_with_type_message_and_stack()
    {
        var error = AttemptError.Of(Assert.Throws<FormatException>(() => int.Parse("x", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("System.FormatException", error.Type);
        Assert.Contains("'x'", error.Message, StringComparison.Ordinal);
        Assert.Contains("at ", error.Stack, StringComparison.Ordinal);
    }

    [Fact]
    public void One_whose_message_throws_is_recorded_with_its_type() =>
        Assert.Equal(
            new AttemptError(typeof(UnreadableException).FullName!, "Its message cannot be shown, because reading it throws System.NotSupportedException.", Stack: null),
            AttemptError.Of(new UnreadableException()));

    private sealed class UnreadableException : Exception
    {
        public override string Message => throw new NotSupportedException();
    }
}
