namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>A provider as the server behind sees it.</summary>
/// <param name="Name">Its name, the origin of credentials.</param>
/// <param name="Credential">The way to a token; null where none is to be used.</param>
internal sealed record UpstreamProvider(string Name, IUpstreamCredential? Credential);
