using System.Globalization;
using Gatehouse.Bench.Measures;

namespace Gatehouse.Bench.Report;

/// <summary>The report as docs/performance.md and the terminal show it. Every cell comes from the run.</summary>
internal static class Page
{
    public const string File = "docs/performance.md";

    public static string Of(BenchReport report)
    {
        var flush = Number(report.DiskFlush.Median);
        return $"""
            # Performance

            {Standing(report)}

            {Where(report)}

            ## Targets

            {Targets(report)}
            ## Request path

            {How(report.Plan)}

            {Rows(report.Paths)}
            ## Refresh

            {DurableRefresh.Callers} callers, each rotating a chain of its own over a kept connection; every rotation is on the disk before it is answered
            (SQLite, WAL, `synchronous=FULL`, group commit). To keep 4 KB for certain takes this disk {flush} µs. The callers run on the same cores.

            {Rows([report.Refresh])}
            ## Sign-in

            {BrokerSignIn.Callers} people at once, each a whole sign-in after the other: consent, the way to an OpenID Connect provider and back, the code redeemed there,
            the ID token verified, the person's tokens sealed, everything on the disk, the client's own tokens. The provider is another process and not counted; a request here is a whole sign-in.
            Beside it the same where people are known at once, so that the difference is what the way to a provider costs.

            {Rows(report.SignIns)}
            ## Nextcloud tools

            Calls of tools that send one request to Nextcloud, by `wrk` as above, each warmed for {report.Plan.WarmUp.TotalSeconds} s (what it is compared with shares its code and is warmed for {report.Plan.SharedWarmUp.TotalSeconds} s a row) and visited {report.Plan.ToolVisits} × {Plan.ToolVisit.TotalSeconds} s,
            without sessions and without the check of tokens; beside each the same request sent by HttpClient in an endpoint, its answer read and
            thrown away, and a tool of the bare SDK that gives the very same answer and has it ready. The first ratio is the tool over the SDK's echo of a word
            ({Number(
                report.Tools.Echo.Microseconds.Median
            )} µs) and the bare request together, where the endpoint around the request ({Number(
                report.Tools.Plain.Microseconds.Median
            )} µs) is taken off; the second is the same with
            the echo of the tool's own answer, because what the SDK costs grows with it. The cloud, the demo's, is another process and not counted.

            {Tools(report.Tools)}
            {Rows([report.Tools.Crowd])}
            ## Start-up

            The executable as `./gatehouse` builds it, `gatehouse nextcloud`, from the start of the process to the first 200 of `/health/live`, {report.Plan.Starts} starts each, ms.

            {StartUp(report)}
            ## Memory

            Resident after the first answer and {report.Plan.Idle.TotalSeconds} s of rest; heap that is alive after a full collection.

            {Memory(report)}
            """.ReplaceLineEndings(
            "\n"
        );
    }

    private static string Standing(BenchReport report) =>
        report switch
        {
            { Plan.IsMeasurement: false } =>
                "**This is `./bench --quick`: a look whether everything runs. It is no measurement.**",
            { IsMeasurement: false } => "**Other processes were at work: this is no measurement.**",
            _ => "Written by `./bench --write`; no number here was typed by hand.",
        };

    private static string Where(BenchReport report)
    {
        var machine = report.Machine;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Date:yyyy-MM-dd HH:mm} UTC, commit {machine.Commit}; {machine.Cores} cores ({machine.Processor}), {machine.System}, {machine.Runtime}; other processes used {report.Neighbours:P0} of them meanwhile."
        );
    }

    private static string How(Plan plan) =>
        $"""
            `wrk -t1 -c32` on the same cores as the server, each server warmed for {plan.WarmUp.TotalSeconds} s, then the rows in turn, {plan.Rounds} × {plan.Round.TotalSeconds} s each; medians, and the
            least and most in brackets. CPU is user and system time of the server process for each answered request. Gatehouse's token comes from a whole sign-in and is
            warm in the cache, as it is for a client at work. Compare ratios within a run, never microseconds of two runs.
            """;

    private static string Targets(BenchReport report) =>
        Table.Of(
            ["what", "at most", "measured", "verdict"],
            report.Targets.Select(target =>
                new[]
                {
                    target.What,
                    $"{Number(target.AtMost)} {target.Unit}",
                    $"{Number(target.Measured)} {target.Unit}",
                    Verdict(report, target),
                }
            )
        );

    private static string Verdict(BenchReport report, Target target) =>
        report switch
        {
            { IsMeasurement: false } => "not measured",
            _ when target.IsMet => "met",
            _ => "**missed**",
        };

    private static string Rows(IReadOnlyList<LoadedRow> rows) =>
        Table.Of(
            [
                "path",
                "CPU µs/request",
                "requests/s",
                "p50 ms",
                "p99 ms",
                "allocated bytes/request",
                "resident MiB",
                "errors",
            ],
            rows.Select(row =>
                new[]
                {
                    row.Title,
                    Spread(row.Microseconds),
                    Number(row.RequestsPerSecond.Median),
                    Number(row.MedianMilliseconds.Median),
                    Number(row.Percentile99Milliseconds.Median),
                    Number(row.Bytes.Median),
                    Number(row.ResidentMebibytes),
                    Number(row.Errors),
                }
            )
        );

    private static string Tools(ToolReport tools) =>
        Table.Of(
            [
                "tool",
                "CPU µs/call",
                "bare request µs",
                "own answer µs",
                "ratio to a word",
                "ratio to its answer",
                "p50 ms",
                "p99 ms",
                "allocated bytes/call",
            ],
            tools.Tools.Select(row =>
                new[]
                {
                    $"`{row.Name}`",
                    Spread(row.Tool.Microseconds),
                    Spread(row.Fetch.Microseconds),
                    Spread(row.Echo.Microseconds),
                    Number(row.RatioTo(tools.Echo, tools.Plain)),
                    Number(row.RatioTo(row.Echo, tools.Plain)),
                    Number(row.Tool.MedianMilliseconds.Median),
                    Number(row.Tool.Percentile99Milliseconds.Median),
                    Number(row.Tool.Bytes.Median),
                }
            )
        );

    private static string StartUp(BenchReport report) =>
        Table.Of(
            ["data folder", "best", "median", "slowest"],
            [
                StartUp("empty: keys and schema are made", report.StartUp.Empty),
                StartUp("of the start before", report.StartUp.Again),
            ]
        );

    private static string[] StartUp(string title, Samples samples) =>
        [title, Number(samples.Minimum), Number(samples.Median), Number(samples.Maximum)];

    private static string Memory(BenchReport report) =>
        Table.Of(
            ["what", "MiB"],
            [
                ["`gatehouse nextcloud` at rest", Spread(report.Idle.Gatehouse)],
                ["a bare YARP + MCP SDK process at rest", Spread(report.Idle.Bare)],
                [$"heap for {Number(report.Plan.CachedTokens)} cached tokens", Number(report.CachedTokens)],
            ]
        );

    private static string Spread(Samples samples) =>
        $"{Number(samples.Median)} ({Number(samples.Minimum)}-{Number(samples.Maximum)})";

    private static string Number(double value) =>
        value.ToString(
            value switch
            {
                >= 100 => "N0",
                >= 10 => "N1",
                _ => "0.##",
            },
            CultureInfo.InvariantCulture
        );
}
