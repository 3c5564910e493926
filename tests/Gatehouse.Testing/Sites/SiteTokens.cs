namespace Gatehouse.Testing.Sites;

/// <summary>The tokens of an answer.</summary>
public static class SiteTokens
{
    extension(SiteAnswer answer)
    {
        /// <summary>The access token.</summary>
        public string AccessToken =>
            (string?)answer.Json["access_token"] ?? throw new InvalidOperationException(answer.Body);

        /// <summary>The refresh token.</summary>
        public string RefreshToken =>
            (string?)answer.Json["refresh_token"] ?? throw new InvalidOperationException(answer.Body);

        /// <summary>The granted scopes.</summary>
        public string? Granted => (string?)answer.Json["scope"];
    }
}
