namespace Gatehouse.Bench.Measures;

/// <summary>A tool beside what it is made of.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Tool">Its calls.</param>
/// <param name="Fetch">The same request to the cloud by HttpClient, in an endpoint.</param>
/// <param name="Echo">A tool of the bare SDK that gives the same answer and has it ready.</param>
internal sealed record ToolRow(string Name, LoadedRow Tool, LoadedRow Fetch, LoadedRow Echo)
{
    /// <summary>CPU of the tool over that of the SDK's echo tool and the bare request together; the endpoint around the request is taken off.</summary>
    public double RatioTo(LoadedRow echo, LoadedRow plain) =>
        Tool.Microseconds.Median / (echo.Microseconds.Median + Fetch.Microseconds.Median - plain.Microseconds.Median);
}
