[assembly: AssemblyFixture(typeof(MultiRunner.Page.Tests.Browser))]
[assembly: AssemblyFixture(typeof(MultiRunner.Page.Tests.Sweeps.ReportPages))]
