using MultiRunner.Discovery;

namespace MultiRunner.Tests.Discovery;

/// <summary>Whether a run selects test cases one by one, by the command line of the test executable.</summary>
public sealed class CaseSelectionTests
{
    [Theory]
    [InlineData]
    [InlineData("-class", "*.Training")]
    [InlineData("-method", "A.B.Train", "-trait", "device=gpu")]
    [InlineData("-filter", "/*/*/Training/Train")]
    [InlineData("-filterVSTest", "FullyQualifiedName~Training")]
    [InlineData("--filter", "FullyQualifiedName=A.B.Train&device=gpu")]
    [InlineData("--filter-method", "A.B.Train")]
    [InlineData("--server", "dotnettestcli", "--dotnet-test-pipe", "/tmp/pipe")]
    [InlineData("--server:dotnettestcli")]
    [InlineData("@@", "/tmp/options.tmp")]
    public void Methods_are_selected(params string[] arguments) => Assert.False(CaseSelection.IsByCase(["/bin/Tests", .. arguments]));

    [Theory]
    [InlineData("-id", "0123")]
    [InlineData("-class", "A", "-displayName", "*n: 3*")]
    [InlineData("-displayName-", "*n: 3*")]
    [InlineData("-filterVSTest", "FullyQualifiedName~Training&DisplayName~3")]
    [InlineData("--filter", "displayname~3")]
    [InlineData("--filter", "Train")]
    [InlineData("--filter-uid", "0123")]
    [InlineData("--filter-display-name", "*n: 3*")]
    [InlineData("--server", "--client-port", "1")]
    [InlineData("--server")]
    [InlineData("@run.rsp")]
    public void Cases_are_selected(params string[] arguments) => Assert.True(CaseSelection.IsByCase(["/bin/Tests", .. arguments]));
}
