using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>A browser on its way to a provider and back.</summary>
/// <param name="Browser">The browser.</param>
/// <param name="Path">The page of its sign-in.</param>
/// <param name="Left">What that page answered first: a redirect to the provider.</param>
internal sealed record ProviderTrip(SiteBrowser Browser, string Path, SiteAnswer Left)
{
    /// <summary>Where the browser was sent.</summary>
    public string Link => Left.Location;

    /// <summary>The id on its pages.</summary>
    public string SupportId => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Opens the callback and follows to where the sign-in stands.</summary>
    public async Task<SiteAnswer> ReturnAsync(string callback)
    {
        var answer = await Browser.OpenAsync(callback);
        return answer.Status == 303 ? await Browser.OpenAsync(answer.Location) : answer;
    }
}
