namespace Gatehouse.OAuth.Registration.Documents;

/// <summary>The one form of a refusal of a document.</summary>
internal static class DocumentError
{
    public static OAuthError Of(string reason) =>
        new(OAuthErrorCodes.InvalidClient, $"The client's metadata document cannot be used: {reason}.");
}
