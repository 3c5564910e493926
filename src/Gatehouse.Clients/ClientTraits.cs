using Gatehouse.OAuth;

namespace Gatehouse.Clients;

/// <summary>What a client shows of itself; whatever a request does not show is null.</summary>
/// <param name="Id">Its identifier, when that is the address of a document.</param>
/// <param name="Name">The name it gave itself.</param>
/// <param name="Redirect">Where it wants its answer.</param>
/// <param name="UserAgent">Its User-Agent.</param>
public sealed record ClientTraits(
    string? Id = null,
    string? Name = null,
    RedirectUri? Redirect = null,
    string? UserAgent = null
);
