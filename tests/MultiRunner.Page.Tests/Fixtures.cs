[assembly: AssemblyFixture(typeof(MultiRunner.Page.Tests.Browser))]
