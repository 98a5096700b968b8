global using Xunit;

[assembly: AssemblyFixture(typeof(MultiRunner.Tests.Packages.Feed))]
