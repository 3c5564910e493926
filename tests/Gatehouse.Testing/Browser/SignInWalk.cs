namespace Gatehouse.Testing.Browser;

/// <summary>
/// A person on the way from a client's authorization URL to its redirect: consent page, waiting page, the cloud's pages in a second tab, back.
/// Each step is a method, for tests that do something in between.
/// </summary>
/// <param name="browser">The browser it happens in.</param>
/// <param name="person">Who signs in at the cloud.</param>
public sealed class SignInWalk(ScriptedBrowser browser, ScriptedPerson person)
{
    /// <summary>The tab the client opened.</summary>
    public ScriptedTab Tab { get; } = browser.NewTab();

    /// <summary>The tab of the cloud.</summary>
    public ScriptedTab CloudTab { get; } = browser.NewTab();

    /// <summary>The scopes to switch off on the consent page.</summary>
    public IReadOnlyList<string> SwitchOff { get; init; } = [];

    /// <summary>Everything, for a person who agrees.</summary>
    /// <returns>The client's redirect, with code or error; nobody has fetched it yet.</returns>
    public async Task<Uri> WalkAsync(string authorizationUrl, CancellationToken cancellationToken)
    {
        await OpenAsync(authorizationUrl, cancellationToken);
        if (Tab.Left is { } refused)
        {
            return refused;
        }

        await AllowAsync(cancellationToken);
        await GrantAsync(cancellationToken);
        return await FinishAsync(cancellationToken);
    }

    /// <summary>Opens the consent page.</summary>
    public Task OpenAsync(string authorizationUrl, CancellationToken cancellationToken) =>
        Tab.OpenAsync(authorizationUrl, cancellationToken);

    /// <summary>Allows on the consent page; the waiting page is shown afterwards.</summary>
    public Task AllowAsync(CancellationToken cancellationToken)
    {
        foreach (var scope in SwitchOff)
        {
            Tab.Switch("scope", scope, on: false);
        }

        return Tab.PressAsync("Allow and sign in", cancellationToken);
    }

    /// <summary>Refuses on the consent page, or gives up on the waiting page.</summary>
    /// <returns>The client's redirect.</returns>
    public async Task<Uri> CancelAsync(CancellationToken cancellationToken)
    {
        await Tab.PressAsync("Cancel", cancellationToken);
        return Tab.Left ?? throw Tab.Surprise("did not go back to the client");
    }

    /// <summary>Goes to the cloud in a second tab, signs in where needed, and grants.</summary>
    public async Task GrantAsync(CancellationToken cancellationToken)
    {
        await AskAtCloudAsync(cancellationToken);
        await CloudTab.PressAsync("Grant access", cancellationToken);
        if (CloudTab.Heading != "Account connected")
        {
            throw CloudTab.Surprise("does not say that it is done");
        }
    }

    /// <summary>Goes to the cloud in a second tab, signs in where needed, and denies there.</summary>
    public async Task DenyAtCloudAsync(CancellationToken cancellationToken)
    {
        await AskAtCloudAsync(cancellationToken);
        await CloudTab.PressAsync("Deny", cancellationToken);
    }

    /// <summary>Lets the waiting page go on by its refresh, once.</summary>
    /// <returns>The client's redirect.</returns>
    public async Task<Uri> FinishAsync(CancellationToken cancellationToken)
    {
        await Tab.RefreshAsync(cancellationToken);
        if (Tab.Left is null && Tab.Heading == "You are signed in")
        {
            await Tab.RefreshAsync(cancellationToken);
        }

        return Tab.Left ?? throw Tab.Surprise("did not go back to the client");
    }

    private async Task AskAtCloudAsync(CancellationToken cancellationToken)
    {
        await CloudTab.OpenAsync(Tab.LinkToNewTab(), cancellationToken);
        await CloudTab.PressAsync("Log in", cancellationToken);
        if (CloudTab.Heading == "Log in")
        {
            CloudTab.Fill("user", person.Name);
            CloudTab.Fill("password", person.Password);
            await CloudTab.PressAsync("Log in", cancellationToken);
        }
    }
}
