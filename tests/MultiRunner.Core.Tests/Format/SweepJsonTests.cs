using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MultiRunner.Format;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

/// <summary>The files of a sweep directory, written out: a change here is a change of the format.</summary>
public class SweepJsonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, 250, TimeSpan.FromHours(-5));

    [Fact]
    public void A_manifest_of_axes()
    {
        var manifest = new Manifest
        {
            Sweep = "Samples.Training.Train",
            Maker = "node-a-4711-3fa2",
            Created = Noon,
            Assembly = new AssemblyStamp("Samples", "1.2.3.4", "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
            Objective = new Objective("accuracy", Maximize: true),
            Parameters = [new("größe", "System.Int32"), new("rate", "System.Double")],
            Axes = [new("größe", [new("16")]), new("rate", [new("0.1"), new("\"NaN\"")])],
            Current = [0, 1],
            Points = [new("""{"größe":16,"rate":0.1}"""), new("""{"größe":16,"rate":"NaN"}""")],
        };

        var read = AssertRoundTrip(
            """
            {
              "format": 2,
              "revision": 1,
              "sweep": "Samples.Training.Train",
              "maker": "node-a-4711-3fa2",
              "created": "2026-01-02T12:00:00.25-05:00",
              "assembly": {
                "name": "Samples",
                "version": "1.2.3.4",
                "moduleId": "6f9619ff-8b86-d011-b42d-00c04fc964ff"
              },
              "objective": {
                "metric": "accuracy",
                "maximize": true
              },
              "parameters": [
                {
                  "name": "größe",
                  "type": "System.Int32"
                },
                {
                  "name": "rate",
                  "type": "System.Double"
                }
              ],
              "axes": [
                {
                  "name": "größe",
                  "values": [16]
                },
                {
                  "name": "rate",
                  "values": [0.1, "NaN"]
                }
              ],
              "current": "0-1",
              "points": [
                {"größe":16,"rate":0.1},
                {"größe":16,"rate":"NaN"}
              ]
            }
            """,
            manifest,
            SweepJson.Readable.Manifest);

        Assert.Equal(manifest.Points, read.Points);
        Assert.Equal(manifest.Parameters, read.Parameters);
        Assert.Equal(manifest.Current, read.Current);
        Assert.Equal(manifest.Axes.Select(a => (a.Name, string.Join("|", a.Values!))), read.Axes!.Select(a => (a.Name, string.Join("|", a.Values!))));
        Assert.Equal((manifest.Sweep, manifest.Maker, manifest.Created, manifest.Assembly, manifest.Objective), (read.Sweep, read.Maker, read.Created, read.Assembly, read.Objective));
    }

    [Fact]
    public void A_manifest_of_rows_without_an_objective()
    {
        var manifest = new Manifest { Sweep = "S", Maker = "w", Created = Noon, Assembly = new AssemblyStamp("A", "1.0.0.0", "m"), Parameters = [], Current = [], Points = [new("{}")] };

        var read = AssertRoundTrip(
            """
            {
              "format": 2,
              "revision": 1,
              "sweep": "S",
              "maker": "w",
              "created": "2026-01-02T12:00:00.25-05:00",
              "assembly": {
                "name": "A",
                "version": "1.0.0.0",
                "moduleId": "m"
              },
              "parameters": [],
              "current": "",
              "points": [
                {}
              ]
            }
            """,
            manifest,
            SweepJson.Readable.Manifest);

        Assert.Null(read.Axes);
        Assert.Null(read.Objective);
        Assert.Empty(read.Current);
    }

    [Fact]
    public void A_manifest_of_a_version_with_a_parameter_that_is_a_repeat()
    {
        var manifest = new Manifest { Sweep = "S", Version = "2", Maker = "w", Created = Noon, Assembly = new AssemblyStamp("A", "1.0.0.0", "m"), Parameters = [new("seed", "System.Int32", Repeat: true)], Current = [], Points = [new("{}")] };

        var read = AssertRoundTrip(
            """
            {
              "format": 2,
              "revision": 1,
              "sweep": "S",
              "version": "2",
              "maker": "w",
              "created": "2026-01-02T12:00:00.25-05:00",
              "assembly": {
                "name": "A",
                "version": "1.0.0.0",
                "moduleId": "m"
              },
              "parameters": [
                {
                  "name": "seed",
                  "type": "System.Int32",
                  "repeat": true
                }
              ],
              "current": "",
              "points": [
                {}
              ]
            }
            """,
            manifest,
            SweepJson.Readable.Manifest);

        Assert.Equal(("2", "S (version 2)"), (read.Version, read.DisplayName));
        Assert.Equal(manifest.Parameters, read.Parameters);
    }

    [Fact]
    public void A_failed_attempt()
    {
        var attempt = new AttemptRecord
        {
            Point = 4,
            Worker = "node-a-4711-3fa2",
            Kind = "error",
            Error = new AttemptError("System.InvalidOperationException", "loss is \"NaN\"\nü", "   at Training.Train() in <file>"),
            Started = Noon,
            Seconds = 1.5,
        };

        Assert.Equal(attempt, AssertRoundTrip(
            """
            {
              "format": 2,
              "point": 4,
              "worker": "node-a-4711-3fa2",
              "kind": "error",
              "error": {
                "type": "System.InvalidOperationException",
                "message": "loss is \"NaN\"\nü",
                "stack": "   at Training.Train() in <file>"
              },
              "started": "2026-01-02T12:00:00.25-05:00",
              "seconds": 1.5
            }
            """,
            attempt,
            SweepJson.Readable.AttemptRecord));
    }

    [Fact]
    public void A_crash()
    {
        var attempt = new AttemptRecord { Point = 4, Worker = "w", Kind = "crash", Error = new AttemptError("WorkerDied", "It died.", Stack: null) };

        Assert.Equal(attempt, AssertRoundTrip(
            """
            {
              "format": 2,
              "point": 4,
              "worker": "w",
              "kind": "crash",
              "error": {
                "type": "WorkerDied",
                "message": "It died."
              }
            }
            """,
            attempt,
            SweepJson.Readable.AttemptRecord));
    }

    [Fact]
    public void A_worker()
    {
        var worker = new WorkerRecord
        {
            Worker = new WorkerIdentity("node-a-4711-3fa2", "node-a", "5ee29e03", "pid:[4026531836]", 4711, "171269"),
            Beat = 7,
            IntervalSeconds = 10,
            State = WorkerStates.Stopped,
            Running = [new RunningPoint(3, 1.5), new RunningPoint(12, 0.25)],
            Finished = 5,
            Errors = 2,
            BusySeconds = 61.25,
            Started = Noon,
            Updated = Noon.AddSeconds(70),
            Selected = "0-17,20",
            Reason = "it had 5 errors",
        };

        var read = AssertRoundTrip(
            """
            {
              "format": 2,
              "worker": {
                "id": "node-a-4711-3fa2",
                "host": "node-a",
                "boot": "5ee29e03",
                "pidNamespace": "pid:[4026531836]",
                "processId": 4711,
                "processStart": "171269"
              },
              "beat": 7,
              "intervalSeconds": 10,
              "state": "stopped",
              "running": [
                {
                  "point": 3,
                  "seconds": 1.5
                },
                {
                  "point": 12,
                  "seconds": 0.25
                }
              ],
              "finished": 5,
              "errors": 2,
              "busySeconds": 61.25,
              "started": "2026-01-02T12:00:00.25-05:00",
              "updated": "2026-01-02T12:01:10.25-05:00",
              "selected": "0-17,20",
              "reason": "it had 5 errors"
            }
            """,
            worker,
            SweepJson.Readable.WorkerRecord);

        Assert.Equal(worker.Running, read.Running);
        Assert.Equal(worker with { Running = read.Running }, read);
    }

    [Fact]
    public void A_worker_on_a_system_that_cannot_be_identified()
    {
        var worker = new WorkerRecord
        {
            Worker = new WorkerIdentity("w", "h", Boot: null, PidNamespace: null, 4711, ProcessStart: null),
            Beat = 1,
            IntervalSeconds = 0.5,
            State = WorkerStates.Exited,
            Running = [],
            Finished = 0,
            Errors = 0,
            BusySeconds = 0,
            Started = Noon,
            Updated = Noon,
        };

        var read = AssertRoundTrip(
            """
            {
              "format": 2,
              "worker": {
                "id": "w",
                "host": "h",
                "processId": 4711
              },
              "beat": 1,
              "intervalSeconds": 0.5,
              "state": "exited",
              "running": [],
              "finished": 0,
              "errors": 0,
              "busySeconds": 0,
              "started": "2026-01-02T12:00:00.25-05:00",
              "updated": "2026-01-02T12:00:00.25-05:00"
            }
            """,
            worker,
            SweepJson.Readable.WorkerRecord);

        Assert.Equal(worker.Worker, read.Worker);
        Assert.Null(read.Reason);
    }

    [Theory]
    [InlineData("""{"format":1,"point":4,"worker":null,"kind":"error","error":{"type":"T","message":"M"}}""")]
    [InlineData("""{"format":1,"point":4,"worker":"w","kind":"error","error":null}""")]
    [InlineData("""{"format":1,"point":4,"worker":"w","kind":"error"}""")]
    [InlineData("""{"format":1,"point":4,"worker":"w","kind":"error","error":{"type":null,"message":"M"}}""")]
    public void A_record_without_what_it_has_to_have_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, SweepJson.Readable.AttemptRecord));

    private static T AssertRoundTrip<T>(string expected, T value, JsonTypeInfo<T> type)
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal(expected, JsonSerializer.Serialize(value, type), ignoreLineEndingDifferences: true);
        }

        return JsonSerializer.Deserialize(expected, type)!;
    }
}
