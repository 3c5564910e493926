using Gatehouse.AspNetCore.Registration;
using Gatehouse.Clients;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Authorization;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>An authorization request between its arrival and its answer: sealed in the consent form, then in the transaction.</summary>
internal sealed record PendingRequest
{
    public required string SupportId { get; init; }

    /// <summary>Hash of the cookie of the browser that asked.</summary>
    public required string Browser { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required string ClientId { get; init; }

    public required string ClientName { get; init; }

    /// <summary>How the client became known.</summary>
    public required ClientOrigin Origin { get; init; }

    /// <summary>What the client's metadata document said when the person read the page; null for a client without one.</summary>
    public ClientRecordMetadata? Document { get; init; }

    public required string RedirectUri { get; init; }

    public required string CodeChallenge { get; init; }

    public required string Offered { get; init; }

    public string? State { get; init; }

    public RedirectUri Redirect => OAuth.RedirectUri.Parse(RedirectUri).Value;

    /// <summary>What pages may say of the client.</summary>
    public ClientIdentity Identity =>
        ClientIdentity.Of(OAuth.ClientId.Parse(ClientId).Value, ClientName, Origin, Redirect);

    public TransactionId Id =>
        TransactionId.TryParse(SupportId, out var id)
            ? id
            : throw new FormatException("A sealed request holds its support id.");

    public static PendingRequest Of(
        AuthorizationRequest request,
        TransactionId id,
        TokenHash browser,
        DateTimeOffset expiresAt
    ) =>
        new()
        {
            SupportId = id.Value,
            Browser = browser.Value,
            ExpiresAt = expiresAt,
            ClientId = request.Client.Id.Value,
            ClientName = request.Client.DisplayName,
            Origin = request.Client.Origin,
            Document =
                request.Client.Origin == ClientOrigin.Document
                    ? ClientRecordMetadata.From(request.Client.Metadata)
                    : null,
            RedirectUri = request.RedirectUri.Value,
            CodeChallenge = request.CodeChallenge.Value,
            Offered = request.Offered.ToString(),
            State = request.State,
        };
}
