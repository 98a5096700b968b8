namespace MultiRunner.Tests.Windows;

/// <summary>One installation of Wine serves all tests, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneWine : ICollectionFixture<Wine>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Wine";
}
