using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients;

/// <summary>
/// What a page may say of a client. A name is vouched for when the operator wrote it down, or when it belongs to evidence nobody else can show;
/// a name that a client chose for itself never is.
/// </summary>
/// <param name="Name">What to call it.</param>
/// <param name="IsVouchedFor">False: say that it calls itself so.</param>
/// <param name="By">By what it was recognised; null when it was not, or the operator named it.</param>
/// <param name="Known">Which known client it is, or claims to be.</param>
/// <param name="DocumentHost">The host that publishes its metadata document; null without one.</param>
public sealed record ClientIdentity(
    string Name,
    bool IsVouchedFor,
    Evidence? By,
    KnownClient? Known,
    string? DocumentHost
)
{
    /// <summary>The identity of a client whichever of its addresses an answer went to: vouched for when it is so, under one name, for every one.</summary>
    public static ClientIdentity Of(Client client)
    {
        var all = client.Metadata.RedirectUris.Select(redirect =>
            Of(client.Id, client.DisplayName, client.Origin, redirect)
        );
        return all.Distinct().ToList() is [{ IsVouchedFor: true } same]
            ? same
            : new ClientIdentity(client.DisplayName, IsVouchedFor: false, By: null, Known: null, DocumentHost: null);
    }

    /// <summary>The identity of a client for the address its answer goes to.</summary>
    public static ClientIdentity Of(ClientId id, string name, ClientOrigin origin, RedirectUri redirect)
    {
        var document = origin == ClientOrigin.Document ? id.Value : null;
        var recognition = KnownClients.Recognise(new ClientTraits(document, name, redirect));
        var host = document is null ? null : new Uri(document).Host;
        return origin == ClientOrigin.Configured
                ? new ClientIdentity(name, IsVouchedFor: true, By: null, recognition?.Client, host)
            : recognition is { IsProof: true, Client: var known }
            && !(known.HandsOn && redirect.Kind == RedirectUriKind.Web)
                ? new ClientIdentity(known.Name, IsVouchedFor: true, recognition.By, known, host)
            : new ClientIdentity(name, IsVouchedFor: false, recognition?.By, recognition?.Client, host);
    }
}
