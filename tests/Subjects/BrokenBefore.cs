using System.Reflection;
using MultiRunner;
using Xunit.v3;

namespace Subjects;

/// <summary>An attribute that runs before the method refuses one of the points.</summary>
public sealed class BrokenBefore
{
    [SweepTheory(MaxAttempts = 2)]
    [RefusesTwo]
    public int Run([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        return n;
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class RefusesTwoAttribute : BeforeAfterTestAttribute
    {
        public override void Before(MethodInfo methodUnderTest, IXunitTest test)
        {
            if (test.TestMethodArguments is [2])
                throw new InvalidOperationException("There is no data set for 2.");
        }
    }
}
