using System.Collections.Concurrent;
using System.Text;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.Clients;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Registration.Documents;

namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>
/// Clients by their metadata documents: as published now, as the publisher's cache rules allow, or, when the publisher cannot be reached, as the
/// registry of known clients remembers them. Many who ask for one document at once share one request.
/// </summary>
internal sealed class ClientDocuments(
    Deployment deployment,
    OutboundClient outbound,
    TimeProvider time,
    ILogger<ClientDocuments> log
)
{
    private const int KeptDocuments = 256;

    private readonly GenerationalCache<string, CachedDocument> cache = new(KeptDocuments);
    private readonly ConcurrentDictionary<string, Task<ClientFinding>> underway = new();
    private volatile bool wayOut = deployment.Options.ClientMetadataDocuments == ClientMetadataDocumentMode.On;

    /// <summary>True when documents are fetched. Only then are they offered: a client that reads so uses nothing else.</summary>
    public bool IsOpen => wayOut;

    /// <summary>The server has found that it has a way out.</summary>
    public void Open() => wayOut = true;

    /// <summary>True when a client of this address may be known at all.</summary>
    public bool Takes(DocumentUrl url) =>
        deployment.Options.ClientMetadataDocuments != ClientMetadataDocumentMode.Off
        && deployment.Domains.Refuses(url.Host) is null;

    /// <summary>The client at an address.</summary>
    public async Task<ClientFinding> FindAsync(ClientId id, CancellationToken cancellationToken)
    {
        if (deployment.Options.ClientMetadataDocuments == ClientMetadataDocumentMode.Off)
        {
            return default;
        }

        if (!DocumentUrl.Parse(id).Succeeded(out var url, out var malformed))
        {
            return Refused("(no host)", malformed);
        }

        if (deployment.Domains.Refuses(url.Host) is { } unwelcome)
        {
            return Refused(url.Host, unwelcome);
        }

        if (cache.Find(url.Value) is { } cached && cached.Until > time.GetUtcNow())
        {
            return new ClientFinding(cached.Client);
        }

        if (!wayOut)
        {
            return Away(url, OutboundAnswer.Away("this server has found no way out to the internet yet"));
        }

        // Who comes first fetches for all; nobody's leaving ends it.
        var own = new TaskCompletionSource<ClientFinding>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shared = underway.GetOrAdd(url.Value, own.Task);
        if (shared == own.Task)
        {
            _ = FetchAsync(url, own);
        }

        return await shared.WaitAsync(cancellationToken);
    }

    /// <summary>Fetches the document of a known client to see whether there is a way out.</summary>
    public async Task<bool> ProbeAsync(DocumentUrl url)
    {
        var answer = await outbound.GetAsync(url.Uri, ClientDocumentRules.MaximumLength);
        return answer.Body is { } body && ClientDocumentRules.Read(url, body).Error is null;
    }

    private async Task FetchAsync(DocumentUrl url, TaskCompletionSource<ClientFinding> waiting)
    {
        // Nobody finds it any more once it is known: an answer that must not be kept is not.
        try
        {
            var finding = Judge(url, await outbound.GetAsync(url.Uri, ClientDocumentRules.MaximumLength));
            underway.TryRemove(url.Value, out _);
            waiting.SetResult(finding);
        }
        catch (Exception problem)
        {
            underway.TryRemove(url.Value, out _);
            waiting.SetException(problem);
        }
    }

    private ClientFinding Judge(DocumentUrl url, OutboundAnswer answer)
    {
        if (answer.Body is not { } body)
        {
            return answer.IsAway ? Away(url, answer) : Refused(url.Host, DocumentError.Of(answer.Failure!));
        }

        if (!ClientDocumentRules.Read(url, body).Succeeded(out var client, out var refused))
        {
            return Refused(url.Host, refused);
        }

        if (answer.Lifetime > TimeSpan.Zero)
        {
            cache.Add(url.Value, new CachedDocument(client, time.GetUtcNow() + answer.Lifetime));
        }

        return new ClientFinding(client);
    }

    private ClientFinding Away(DocumentUrl url, OutboundAnswer answer)
    {
        log.DocumentAway(url.Host, answer.Failure!);
        return BuiltIn(url) is { } known
            ? new ClientFinding(known)
            : new ClientFinding(null, Problems.ClientDocumentUnreachable(url.Host, answer.Failure!));
    }

    private ClientFinding Refused(string host, OAuthError error)
    {
        log.DocumentRefused(host, error.Description);
        return new ClientFinding(null, Problems.ClientDocumentRefused(error));
    }

    private static Client? BuiltIn(DocumentUrl url) =>
        KnownClients.Document(url.Value)?.ContentFor(url.Value) is { } content
        && ClientDocumentRules.Read(url, Encoding.UTF8.GetBytes(content)).Succeeded(out var client, out _)
            ? client
            : null;
}
