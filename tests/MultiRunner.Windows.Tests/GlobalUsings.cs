global using MultiRunner.Tests.Running;
global using Xunit;
