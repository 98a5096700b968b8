using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using MultiRunner.Gpus;

namespace MultiRunner.Tests.Execution;

public sealed class GpuLenderTests
{
    private const string First = "GPU-00000000-d72c-4106-c12f-20bd9faed9f6.lent";

    [Fact]
    public void What_is_lent_is_not_lent_again()
    {
        using var host = new FakeGpus(3);
        using var two = Lender(host, 2).TryTake();

        Assert.Equal([0, 1], two!.Gpus.Select(gpu => gpu.Index));
        Assert.Null(Lender(host, 2).TryTake());
        using (var last = Lender(host, 1).TryTake())
            Assert.Equal([2], last!.Gpus.Select(gpu => gpu.Index));
        two.Dispose();
        using var again = Lender(host, 3).TryTake();
        Assert.Equal([0, 1, 2], again!.Gpus.Select(gpu => gpu.Index));
    }

    [Fact]
    public void All_who_hold_it_must_let_it_go()
    {
        using var host = new FakeGpus(1);
        var loan = Lender(host, 1).TryTake()!;
        var hold = loan.Hold();

        loan.Dispose();
        loan.Dispose();
        Assert.Null(Lender(host, 1).TryTake());
        hold.Dispose();
        using var next = Lender(host, 1).TryTake();
        Assert.NotNull(next);
    }

    [Fact]
    public void A_note_says_who_has_it()
    {
        using var host = new FakeGpus(2);
        using var loan = Lender(host, 1).TryTake();

        loan!.Note(5);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"worker node-a-1-ab12, process {Environment.ProcessId} of {Environment.UserName}, Training.Train, point 5\n"), host.Notes[0]);
        loan.Dispose();
        Assert.Equal("", host.Notes[0]);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void All_users_may_use_the_directory_and_its_files()
    {
        using var host = new FakeGpus(1);
        using var loan = Lender(host, 1).TryTake();

        Assert.Equal((UnixFileMode)0b001_111_111_111, File.GetUnixFileMode(host.Lending));
        var file = Assert.Single(Directory.GetFiles(host.Lending));
        Assert.Equal(First, Path.GetFileName(file));
        Assert.Equal((UnixFileMode)0b110_110_110, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        using var host = new FakeGpus(1);
        Directory.CreateDirectory(host.Lending);
        var file = Path.Combine(host.Lending, First);
        File.CreateSymbolicLink(file, Path.Combine(host.Lending, "target"));

        var error = Assert.Throws<GpuException>(() => Lender(host, 1).TryTake());

        Assert.Equal(Refused(host, $"'{file}' is a symbolic link"), error.Message);
    }

    /// <summary>A link that is put in place after a check would be met by the call that opens the file.</summary>
    [Fact]
    public void A_link_to_a_file_that_is_there_is_not_followed_and_the_file_is_left_as_it_was()
    {
        using var host = new FakeGpus(1);
        Directory.CreateDirectory(host.Lending);
        var target = Path.Combine(host.Lending, "target");
        File.WriteAllText(target, "precious");
        File.CreateSymbolicLink(Path.Combine(host.Lending, First), target);

        Assert.Throws<IOException>(() => Storage.FileLock.TryTake(Path.Combine(host.Lending, First)));
        Assert.Throws<GpuException>(() => Lender(host, 1).TryTake());

        Assert.Equal("precious", File.ReadAllText(target));
    }

    [Fact]
    public void A_pipe_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The type of an open file is asked for on Linux only.");
        using var host = new FakeGpus(1);
        Directory.CreateDirectory(host.Lending);
        var file = Path.Combine(host.Lending, First);
        using (var made = Process.Start("mkfifo", [file]))
            made.WaitForExit();

        var error = Assert.Throws<GpuException>(() => Lender(host, 1).TryTake());

        Assert.Equal(Refused(host, $"'{file}' is not a regular file"), error.Message);
    }

    [Theory]
    [InlineData("700")]
    [InlineData("1775")]
    [InlineData("777")]
    public void A_directory_of_another_user_must_be_open_to_all(string mode)
    {
        using var host = new FakeGpus(1);
        GiveAway(host, mode);

        var error = Assert.Throws<GpuException>(() => Lender(host, 1).TryTake());

        Assert.Equal(
            $"Training.Train: each point needs 1 GPU of its own. {Refused(host, $"it belongs to another user (number 61001) and has mode {mode}, while a directory of another user must have mode 1777")} To run without GPUs of its own, set MULTIRUNNER_GPUS_PER_POINT to 0.",
            error.Message);
    }

    [Fact]
    public void A_directory_of_another_user_that_is_open_to_all_is_used()
    {
        using var host = new FakeGpus(1);
        GiveAway(host, "1777");

        using var loan = Lender(host, 1).TryTake();

        Assert.NotNull(loan);
    }

    [Fact]
    public async Task Waiting_ends_when_a_GPU_is_free_or_the_time_is_over()
    {
        using var host = new FakeGpus(1);
        var loan = Lender(host, 1).TryTake()!;

        Assert.Null(await Lender(host, 1).Wait(TimeSpan.FromSeconds(0.2), TestContext.Current.CancellationToken));
        var waiting = Lender(host, 1).Wait(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken).AsTask();
        loan.Dispose();
        using var next = await waiting;
        Assert.Equal([0], next!.Gpus.Select(gpu => gpu.Index));
    }

    [Fact]
    public void It_does_not_wait_for_ever_for_an_attempt_that_was_given_up()
    {
        using var host = new FakeGpus(2);
        var clock = new Clock();
        var lender = Lender(host, 2, clock);
        var loan = lender.TryTake()!;
        using var hold = loan.Hold();
        clock.Seconds = 1000;
        Assert.Null(lender.TryTake());

        loan.Dispose();
        Assert.Null(lender.TryTake());
        clock.Seconds = 1029;
        Assert.Null(lender.TryTake());
        clock.Seconds = 1030;
        var error = Assert.Throws<GpuException>(lender.TryTake);

        Assert.Equal("Training.Train: each point needs 2 GPUs of its own, but 2 of 2 are still used by attempts in this process that were given up 30 s ago. Let the method end when Sweep.Current.CancellationToken is cancelled.", error.Message);
        hold.Dispose();
        using var next = lender.TryTake();
        Assert.NotNull(next);
    }

    /// <summary>Processes with different current directories would each lend the same GPU.</summary>
    [Fact]
    public void The_directory_has_a_full_path()
    {
        using var host = new FakeGpus(1);
        var lender = new GpuLender("Training.Train", 1, "node-a-1-ab12", name => name == GpuDirectory.Variable ? "gpus" : host.Variable(name), TimeProvider.System, new Random());

        var error = Assert.Throws<GpuException>(lender.Prepare);

        Assert.Equal("Training.Train: each point needs 1 GPU of its own. MULTIRUNNER_GPU_DIRECTORY must be a full path, since all processes of this host lend GPUs there, but it is 'gpus'. Write a path from the root. To run without GPUs of its own, set MULTIRUNNER_GPUS_PER_POINT to 0.", error.Message);
    }

    private static string Refused(FakeGpus host, string reason) =>
        $"GPUs are lent by locking files in a directory that all users of this host may write, but '{host.Lending}' cannot be used: {reason}. Delete it or correct it, or set MULTIRUNNER_GPU_DIRECTORY to another directory on a local disk, the same for all processes of this host.";

    private static void GiveAway(FakeGpus host, string mode)
    {
        Requirements.Need(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can give a directory to another user; run the tests with sudo.");
        Directory.CreateDirectory(host.Lending);
        UserGroup.Shell($"chown 61001 '{host.Lending}'; chmod {mode} '{host.Lending}'");
    }

    private static GpuLender Lender(FakeGpus host, int count, TimeProvider? time = null) => new("Training.Train", count, "node-a-1-ab12", host.Variable, time ?? TimeProvider.System, new Random());

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
