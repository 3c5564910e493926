namespace Gatehouse.Testing.Browser;

/// <summary>What a person does at the cloud with the link of a Login Flow that reached them by other means than a page of ours.</summary>
public static class CloudGrant
{
    /// <summary>Opens the link, signs in, grants.</summary>
    public static async Task GrantAsync(string link, ScriptedPerson person, CancellationToken cancellationToken)
    {
        using var browser = new ScriptedBrowser();
        var tab = browser.NewTab();
        await tab.OpenAsync(link, cancellationToken);
        await tab.PressAsync("Log in", cancellationToken);
        tab.Fill("user", person.Name);
        tab.Fill("password", person.Password);
        await tab.PressAsync("Log in", cancellationToken);
        await tab.PressAsync("Grant access", cancellationToken);
        if (tab.Heading != "Account connected")
        {
            throw tab.Surprise("does not say that it is done");
        }
    }
}
