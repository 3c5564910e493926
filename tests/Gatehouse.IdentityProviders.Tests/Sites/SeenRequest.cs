namespace Gatehouse.IdentityProviders.Tests.Sites;

/// <summary>A request as it arrived.</summary>
internal sealed record SeenRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Form,
    string Body
);
