global using MultiRunner.Core.Tests.Reports;
global using Xunit;
