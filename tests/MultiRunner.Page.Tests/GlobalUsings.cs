global using Microsoft.Playwright;
global using MultiRunner.Tests.Running;
global using Xunit;
