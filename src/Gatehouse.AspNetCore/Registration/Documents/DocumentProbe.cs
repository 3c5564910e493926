using Gatehouse.AspNetCore.Hosting;
using Gatehouse.Clients;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration.Documents;
using Microsoft.Extensions.Hosting;

namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>
/// With <c>auto</c>: looks for a way out by fetching the document of a known client, and goes on looking until there is one. Nothing waits for it;
/// until then clients register themselves.
/// </summary>
internal sealed class DocumentProbe(
    Deployment deployment,
    ClientDocuments documents,
    TimeProvider time,
    ILogger<DocumentProbe> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly List<DocumentUrl> targets =
    [
        .. KnownClients
            .All.SelectMany(client => client.Documents)
            .Where(document => document.ContentFor(document.Url) is not null)
            .Select(document => DocumentUrl.Parse(ClientId.Parse(document.Url).Value).Value)
            .Where(url => deployment.Domains.Refuses(url.Host) is null)
            .DistinctBy(url => url.Host),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (deployment.Options.ClientMetadataDocuments != ClientMetadataDocumentMode.Auto)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                if (await FindsWayOutAsync(stoppingToken))
                {
                    documents.Open();
                    log.DocumentsOpen();
                    return;
                }

                log.DocumentsClosed();
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task<bool> FindsWayOutAsync(CancellationToken stoppingToken)
    {
        foreach (var url in targets)
        {
            if (await documents.ProbeAsync(url).WaitAsync(stoppingToken))
            {
                return true;
            }
        }

        return false;
    }
}
