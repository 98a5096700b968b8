using System.Reflection;
using System.Runtime.CompilerServices;
using MultiRunner.Results;

namespace MultiRunner.Definition;

/// <summary>Waits for what a sweep method returned, if it is a task, and records its value.</summary>
internal sealed class ReturnReader
{
    private readonly ReturnShape shape;
    private readonly Func<object?, ValueTask<object?>> unwrap;

    private ReturnReader(ReturnShape shape, Func<object?, ValueTask<object?>> unwrap)
    {
        this.shape = shape;
        this.unwrap = unwrap;
    }

    /// <summary>The names that its metrics and texts have; none where they are known only when the method has returned.</summary>
    public IReadOnlyList<string> Names => shape.Names;

    /// <summary>The reader for a method's return type.</summary>
    /// <exception cref="GridException">What it returns cannot be recorded.</exception>
    public static ReturnReader Of(string sweep, MethodInfo method)
    {
        var type = method.ReturnType;
        var names = method.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames;
        if (type == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
            throw new GridException(Messages.AsyncVoid(sweep));
        if (type == typeof(Task) || type == typeof(ValueTask) || type == typeof(void))
            return new ReturnReader(ReturnShape.Of(sweep, typeof(void), null), AwaitNothing);
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var isTask = definition == typeof(Task<>) || definition == typeof(ValueTask<>);
        var inner = isTask ? type.GetGenericArguments()[0] : type;
        var shape = ReturnShape.Of(sweep, inner, [.. names ?? []]);
        if (inner.ContainsGenericParameters && (isTask || !inner.IsGenericParameter))
            throw new GridException(Messages.OpenReturn(sweep, inner));
        if (!isTask)
            return new ReturnReader(shape, value => ValueTask.FromResult(value));
        var awaiter = definition == typeof(Task<>) ? nameof(AwaitTask) : nameof(AwaitValueTask);
        var unwrap = typeof(ReturnReader)
            .GetMethod(awaiter, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(inner)
            .CreateDelegate<Func<object?, ValueTask<object?>>>();
        return new ReturnReader(shape, unwrap);
    }

    /// <summary>Waits for <paramref name="returned"/> and records what it holds.</summary>
    public async ValueTask Read(object? returned, MetricSet metrics) => shape.Read(await unwrap(returned), metrics);

    private static async ValueTask<object?> AwaitNothing(object? returned)
    {
        switch (returned)
        {
            case Task task: await task; break;
            case ValueTask task: await task; break;
        }

        return null;
    }

    private static async ValueTask<object?> AwaitTask<T>(object? task) => task is null ? null : await (Task<T>)task;

    private static async ValueTask<object?> AwaitValueTask<T>(object? task) => task is null ? null : await (ValueTask<T>)task;
}
