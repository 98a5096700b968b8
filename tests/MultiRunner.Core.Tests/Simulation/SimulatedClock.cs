namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// One process's clocks. The monotonic one may have stood still while the machine slept; the wall clock is wrong by hours
/// and must not matter.
/// </summary>
internal sealed class SimulatedClock(World world, SimulatedProcess process, TimeSpan wrongBy) : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The monotonic clock.</summary>
    public long Now => world.Now - process.Slept;

    public override long GetTimestamp() => Now;

    public override DateTimeOffset GetUtcNow() => Epoch + wrongBy + TimeSpan.FromTicks(world.Now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private Tick? next;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
                throw new NotSupportedException("A periodic timer is not simulated.");
            next = dueTime == Timeout.InfiniteTimeSpan ? null : new Tick(clock, this, clock.Now + dueTime.Ticks);
            next?.Schedule();
            return true;
        }

        public void Dispose() => next = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private sealed class Tick(SimulatedClock clock, SimulatedTimer timer, long due) : SimulatedEvent(clock.Process)
        {
            public void Schedule() => clock.World.Schedule(this, Math.Max(0, due - clock.Now));

            public override void Happen()
            {
                if (timer.next != this)
                    return;
                if (due > clock.Now)
                {
                    // The machine slept meanwhile, and its monotonic clock with it.
                    Schedule();
                    return;
                }

                timer.next = null;
                timer.Fire();
            }
        }

        private void Fire() => callback(state);
    }

    private World World => world;

    private SimulatedProcess Process => process;
}
