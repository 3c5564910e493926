using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gatehouse.Bench.Servers;

/// <summary>Hears of every request this process sends, through the diagnostics of HttpClient: the tools know nothing of it.</summary>
internal sealed class RequestCapture : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public const string Path = "/captured";

    private readonly ConcurrentQueue<CapturedRequest> requests = [];

    /// <summary>Begins, and maps the page that gives what was sent since it was asked last.</summary>
    public static void Map(WebApplication app)
    {
        var capture = new RequestCapture();
        DiagnosticListener.AllListeners.Subscribe(capture);
        app.MapGet(Path, () => capture.Take());
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "System.Net.Http.HttpRequestOut.Start")
        {
            var request = (HttpRequestMessage)value.Value!.GetType().GetProperty("Request")!.GetValue(value.Value)!;
            requests.Enqueue(CapturedRequest.Of(request));
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private List<CapturedRequest> Take()
    {
        List<CapturedRequest> taken = [];
        while (requests.TryDequeue(out var request))
        {
            taken.Add(request);
        }

        return taken;
    }
}
